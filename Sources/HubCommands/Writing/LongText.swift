import HubConsole
import HubWords

/// A text that somebody wrote in a file, or that comes from standard input.
enum LongText {
  /// As it is kept: without a mark of byte order, with plain ends of lines, and with none at its
  /// end.
  static func read(_ path: String, in call: Invocation) throws -> String {
    let bytes = try TextFile.read(path, in: call)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.refused, [call.words("text.notText", ["file": path])])
    }
    return plain(text)
  }

  static func plain(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var lines = String(scalars).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
