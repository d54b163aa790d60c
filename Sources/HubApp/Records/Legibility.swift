import HubModel

/// What a title, a name or a word of a list has to be for people to see what it says: nothing in it
/// drives the terminal or page that shows it, turns what stands beside it, or is all that there is
/// and cannot be seen.
enum Legibility {
  static func fault(in text: String, at pointer: String) -> Fault? {
    // Plain letters are most of what is written.
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return nil }
    if let scalar = text.unicodeScalars.first(where: misleads) {
      let hex = String(scalar.value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
      return Fault("hiddenCharacter", at: pointer, ["code": code])
    }
    guard text.isEmpty || text.unicodeScalars.contains(where: isSeen) else {
      return Fault("nothingVisible", at: pointer)
    }
    return nil
  }

  /// The text without what misleads, breaks of lines among it: a name that others will save.
  static func harmless(_ text: String) -> String {
    let breaks: Set<Unicode.Scalar> = ["\t", "\n", "\r"]
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { !misleads($0) && !breaks.contains($0) }))
  }

  /// Control characters but for breaks of lines, which are shown as blanks, and overrides of the
  /// direction of what follows.
  private static func misleads(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": false
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
    default: scalar.properties.generalCategory == .control
    }
  }

  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .nonspacingMark,
      .enclosingMark, .spacingMark, .unassigned, .surrogate, .privateUse:
      false
    // Letters that are blanks: the fillers of Hangul and the empty cell of Braille.
    default: ![0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800].contains(scalar.value)
    }
  }
}
