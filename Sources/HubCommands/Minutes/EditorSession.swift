import Foundation
import HubConsole
import HubWords

/// A file in the editor that the person has chosen.
enum EditorSession {
  /// A new file of one's own, named after what it is for.
  static func file(for name: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "hub-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return folder.appendingPathComponent("\(name).md").path
  }

  /// Waits until the editor is closed.
  static func open(_ file: String, in call: Invocation) throws {
    let editor = call.terminal.variable("VISUAL") ?? call.terminal.variable("EDITOR") ?? "vi"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The editor may be a command with options; the file is an argument, never part of the text.
    process.arguments = ["-c", "\(editor) \"$1\"", "hub", file]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(.refused, [call.words("editor.failed", ["editor": editor, "file": file])])
    }
  }

  static func discard(_ file: String) {
    try? FileManager.default.removeItem(
      at: URL(fileURLWithPath: file).deletingLastPathComponent())
  }
}
