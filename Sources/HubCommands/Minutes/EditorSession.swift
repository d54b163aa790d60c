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
    let editor = editor(in: call)
    // The editor may be a command with options; the file is an argument, never part of the text.
    let status = TerminalChild.run("\(editor) \"$1\"", file)
    guard status == 0 else {
      throw Failure(.refused, [call.words("editor.failed", ["editor": editor, "file": file])])
    }
  }

  /// What the person has chosen, else what the machine has, the one that is easiest to leave first.
  private static func editor(in call: Invocation) -> String {
    for name in ["VISUAL", "EDITOR"] {
      if let chosen = call.terminal.variable(name), !chosen.allSatisfy(\.isWhitespace) {
        return chosen
      }
    }
    let folders = (call.terminal.variable("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    let found = ["sensible-editor", "nano", "vi"].first { name in
      folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
    return found ?? "vi"
  }

  static func discard(_ file: String) {
    try? FileManager.default.removeItem(
      at: URL(fileURLWithPath: file).deletingLastPathComponent())
  }
}
