import Foundation
import HubApp
import HubModel
import HubSQL
import HubTestKit

/// The story of a meeting, with an admin and an action item, in a data file that nobody has open:
/// for commands that are processes of their own. Its folder goes with the value.
final class StoryFile {
  let folder = FileManager.default.temporaryDirectory.appending(path: "hub-command-\(UUID())")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let story = try MeetingStory()
    _ = try story.publishAgenda()
    try story.test.hub.write(as: .founder) { writing in
      var admin = Person()
      admin.header.network = ID(1)
      (admin.handle, admin.name, admin.hubRole) = ("admin", "Ada", .admin)
      try writing.create(admin)
      var action = ActionItem()
      action.body = ID(1)
      action.title = LocalizedText(en: "Call Rosa", fr: "Appeler Rosa")
      try writing.create(action)
    }
    try story.test.hub.database.read { try $0.backup(to: database) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var database: String { path("hub.db") }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// What is in its folder.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  /// Runs a command on it.
  func run(
    _ arguments: [String], as handle: String = "@farah", on name: String? = nil
  ) throws -> (status: Int32, output: [UInt8], errors: String) {
    try HubCommand.run(
      arguments + ["--database", name.map(path) ?? database, "--as", handle])
  }
}
