import Foundation
import HubApp
import HubCommands
import HubConsole
import HubFiles
import HubModel
import HubWords

/// `hub export all`: everything that the file holds, for an admin.
enum WholeExportCommands {
  static let all: [Command] = [exportAll]

  private static let exportAll = Command(
    "export", "all",
    options: [Option("out", .directory), Option("reason"), Option("overwrite", .flag)],
    examples: [Example("hub export all --out exports/", "example.exportAll")]
  ) { call in
    guard let handle = call.globals.caller else { throw Refusal.signInRequired }
    let folder = call.text("out") ?? "."
    let path = (folder as NSString).appendingPathComponent("hub-all.jsonl")
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Before the act is in the history: what is refused has not been done.
    let output = try OutputFile(path, in: call) { $0.starts(with: WholeExport.mark.utf8) }
    let hub = try LocalFile.open(call)
    let progress = call.progress(call.words("export.progress"))
    let head: Head
    do {
      let file = try DurableFile(at: output.place, isConfidential: true)
      defer { file.discard() }
      head = try WholeExport.write(
        hub, as: .person(handle), reason: call.text("reason"),
        progress: { done, _ in progress.advance(to: Int(done)) }
      ) { try file.append($0) }
      try file.land()
    } catch is FileError {
      throw OutputFile.failure(path, call)
    }
    progress.finish()
    call.say(call.words("export.all", ["file": path, "entry": String(head.entry)]))
  }
}
