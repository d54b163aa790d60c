import Foundation
import HubApp
import HubCommands
import HubConsole
import HubModel
import HubWords

/// `hub export all`: everything that the file holds, for an admin.
enum WholeExportCommands {
  static let all: [Command] = [exportAll]

  private static let exportAll = Command(
    "export", "all", options: [Option("out", .directory), Option("reason")],
    examples: [Example("hub export all --out exports/", "example.exportAll")]
  ) { call in
    let hub = try LocalFile.open(call)
    guard let handle = call.globals.caller else { throw Refusal.signInRequired }
    let folder = call.text("out") ?? "."
    let file = (folder as NSString).appendingPathComponent("hub-all.jsonl")
    // Written beside its place and moved there once it is whole: what is there stays until then.
    let beside = file + ".writing"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: beside) }
    guard FileManager.default.createFile(atPath: beside, contents: nil),
      let handleOfFile = FileHandle(forWritingAtPath: beside)
    else { throw Failure(.refused, [call.words("file.unwritable", ["file": file])]) }
    let progress = call.progress(call.words("export.progress"))
    let head = try WholeExport.write(
      hub, as: .person(handle), reason: call.text("reason"),
      progress: { done, _ in progress.advance(to: Int(done)) }
    ) { try handleOfFile.write(contentsOf: Data($0)) }
    progress.finish()
    try handleOfFile.synchronize()
    try handleOfFile.close()
    guard rename(beside, file) == 0 else {
      throw Failure(.refused, [call.words("file.unwritable", ["file": file])])
    }
    call.say(call.words("export.all", ["file": file, "entry": String(head.entry)]))
  }
}
