import HubApp
import HubCommands
import HubConsole
import HubFiles
import HubText
import HubWords

/// `hub backup` and `hub restore`: a copy of the file, and back from it.
enum BackupCommands {
  static let all: [Command] = [backup, restore]

  private static let backup = Command(
    "backup", arguments: [Argument("file", .file)], options: [Option("overwrite", .flag)],
    examples: [Example("hub backup monday.db", "example.backup")]
  ) { call in
    let file = try call.required("file")
    let hub = try LocalFile.open(call)
    let progress = call.progress(call.words("backup.progress"))
    let found = try Backup.write(hub, to: file, overwriting: call.flag("overwrite")) {
      _, done, _ in progress.advance(to: Int(done))
    }
    progress.finish()
    if call.globals.json { return call.write(found.json.written()) }
    call.say(call.words("backup.done", ["file": file, "head": Backup.headPath(of: file)]))
    if !found.isUpToDate {
      call.say(call.words("backup.outdated", ["count": String(found.outdatedCount)]))
    }
  }

  private static let restore = Command(
    "restore", arguments: [Argument("file", .file)],
    options: [Option("overwrite", .flag), Option("head", .file), .yes],
    examples: [Example("hub restore monday.db --database hub.db", "example.restore")]
  ) { call in
    try LocalFile.check(call)
    let file = try call.required("file")
    if call.flag("overwrite"), FilePlace(call.globals.database).isTaken {
      try call.confirm { call.words("confirm.restore", ["database": call.globals.database]) }
    }
    let kept = try call.text("head").map { try LocalFile.head(at: $0, in: call) }
    let progress = call.progress(call.words("restore.progress"))
    let found = try Backup.restore(
      file, to: call.globals.database, overwriting: call.flag("overwrite"), against: kept,
      clock: call.clock
    ) { _, done, _ in progress.advance(to: Int(done)) }
    progress.finish()
    if call.globals.json { return call.write(found.json.written()) }
    call.say(call.words("restore.done", ["file": file, "database": call.globals.database]))
  }
}
