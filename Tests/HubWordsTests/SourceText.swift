import Foundation

/// The sources as text, so that a test can hold the catalogue to what they ask of it.
enum SourceText {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What speaks to people: the bench does not.
  static let ofProduct = of(
    "Sources/HubModel", "Sources/HubWords", "Sources/HubApp", "Sources/HubConsole",
    "Sources/HubCommands", "Sources/hub-cli")

  /// Every Swift file below these folders, joined, without whole-line comments.
  static func of(_ folders: String...) -> String {
    folders.map { folder in
      let base = root.appending(path: folder)
      let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String }
      return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted()
        .compactMap { try? String(contentsOf: base.appending(path: $0), encoding: .utf8) }
        .joined(separator: "\n")
    }.joined(separator: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      .joined(separator: "\n")
  }

  /// What stands in the quotes right after each place of a prefix, up to an interpolation.
  static func literals(after prefix: String, in text: String) -> [(text: String, isWhole: Bool)] {
    text.components(separatedBy: prefix).dropFirst().compactMap { part in
      let rest = part.drop { $0 == " " || $0.isNewline }
      guard rest.first == "\"" else { return nil }
      let body = rest.dropFirst()
      guard let end = body.firstIndex(where: { $0 == "\"" || $0 == "\\" }) else { return nil }
      return (String(body[..<end]), body[end] == "\"")
    }
  }
}
