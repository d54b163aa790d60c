import HubModel

/// What a file is called, as others can save it on any machine.
enum FileName {
  private static let most = 150

  /// The name without its folder, without what drives a terminal or turns what follows it, and no
  /// longer than file systems take; nil where nothing is left.
  static func clean(_ given: String) -> String? {
    let name = given.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    var text = Legibility.harmless(name).filter { !":*?\"<>|".contains($0) }
    text = String(text.drop { $0.isWhitespace || $0 == "." || $0 == "-" })
    while let last = text.last, last.isWhitespace || last == "." { text.removeLast() }
    guard !text.isEmpty, Legibility.fault(in: text, at: "") == nil else { return nil }
    guard text.unicodeScalars.count > most else { return text }
    let ending = text.split(separator: ".").last.map { "." + $0 } ?? ""
    guard ending.unicodeScalars.count < 12 else {
      return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most)))
    }
    let head = text.unicodeScalars.prefix(most - ending.unicodeScalars.count)
    return String(String.UnicodeScalarView(head)) + ending
  }
}
