import HubConsole
import HubText
import HubWords

/// An agenda or minutes file as a word processor or Windows left it, read as UTF-8.
enum WrittenFile {
  /// - Throws: for a file that is not UTF-8 what it would say in the characters of Windows: nobody
  ///   guesses for the person whether that is right.
  static func read(_ path: String, in call: Invocation) throws -> [UInt8] {
    let encoding = call.text("encoding").flatMap(CSV.Encoding.init) ?? .utf8
    let bytes = CSV.utf8(try TextFile.read(path, in: call), from: encoding)
    guard let line = CSV.firstLineNotUTF8(in: bytes) else { return bytes }
    let text = String(decoding: CSV.windows1252(line.bytes.prefix(120)), as: UTF8.self)
    throw Failure(
      .refused,
      [
        call.words(
          "file.notUTF8",
          [
            "file": path, "line": String(line.number),
            "text": text.trimmingSuffix { $0.isWhitespace },
          ])
      ])
  }
}

extension Option {
  /// The other language of what a file changes is still right.
  static let stillRight = Option("still-right", .flag)

  /// In which characters a file is written.
  static let encoding = Option("encoding", .choice(CSV.Encoding.allCases.map(\.rawValue)))
}

extension String {
  fileprivate func trimmingSuffix(_ isCut: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, isCut(last) { text.removeLast() }
    return String(text)
  }
}
