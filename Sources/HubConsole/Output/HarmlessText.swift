/// Text of others as a terminal can show it. What would drive the terminal, turn the order of what
/// stands beside it, or hide, is not handed on: the one place through which everything that a
/// command says goes.
enum HarmlessText {
  /// - Parameter colour: whether the codes of our own styles reach the screen.
  static func of(_ text: String, colour: Bool = false) -> String {
    guard mayHarm(text) else { return text }
    var shown = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var at = 0
    while at < scalars.count {
      if colour, let code = ownCode(scalars[at...]) {
        shown.append(contentsOf: scalars[at..<(at + code)])
        at += code
        continue
      }
      let next = at + 1 < scalars.count ? scalars[at + 1] : nil
      append(scalars[at], before: next, to: &shown)
      at += 1
    }
    return String(shown)
  }

  /// The same on one line: a title, a cell of a table, a name.
  static func line(_ text: String) -> String {
    let text = of(text)
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isBreak($0) ? " " : $0 }))
  }

  /// JSON, in which such characters stand in texts only: each as its escape, and the same text to
  /// whoever reads it.
  static func json(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard mayHarm(text) else { return bytes }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x7F || !isHarmful(scalar) {
        escaped += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        continue
      }
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let hex = String(unit, radix: 16)
        escaped += ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8
      }
    }
    return escaped
  }

  /// Most text is letters, and is handed on as it is.
  private static func mayHarm(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 != "\n" && isHarmful($0) }
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\t" }

  private static func append(
    _ scalar: Unicode.Scalar, before next: Unicode.Scalar?, to shown: inout String.UnicodeScalarView
  ) {
    guard isHarmful(scalar), !isBreak(scalar) else { return shown.append(scalar) }
    switch scalar {
    case "\r" where next == "\n": break
    case "\u{2028}", "\u{2029}": shown.append("\n")
    // The joiners of scripts and of pictures made of several, between what they join.
    case "\u{200C}", "\u{200D}":
      if let former = shown.last, former.value > 0x600, (next?.value ?? 0) > 0x600 {
        shown.append(scalar)
      }
    case _ where isOverride(scalar) || scalar.properties.generalCategory == .control:
      shown.append("\u{FFFD}")
    // Soft hyphens, marks of direction, tags: nothing that anybody sees.
    default: break
    }
  }

  private static func isOverride(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// The length of the code of one of our styles that begins there.
  private static func ownCode(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard scalars.first == "\u{1B}" else { return nil }
    return Style.codes.first { scalars.starts(with: $0) }?.count
  }
}
