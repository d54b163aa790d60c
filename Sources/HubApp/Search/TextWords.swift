/// The words of a text: what the index holds, what is looked for and what an excerpt shows are cut
/// and folded here, in the same way.
enum TextWords {
  /// How many bytes of a word tell it from others, but for its last letter.
  private static let most = 200

  /// Hands over every word as it is folded, with where it stands.
  static func forEach(
    in text: Substring.UnicodeScalarView, _ body: (Range<String.Index>, [UInt8]) -> Void
  ) {
    var folded: [UInt8] = []
    var start: String.Index?
    var index = text.startIndex
    while index < text.endIndex {
      let scalar = text[index]
      if isOfWord(scalar, inside: start != nil) {
        start = start ?? index
        if folded.count < most { Folding.append(scalar, to: &folded) }
      } else if let begun = start {
        body(begun..<index, folded)
        folded.removeAll(keepingCapacity: true)
        start = nil
      }
      index = text.index(after: index)
    }
    if let start { body(start..<index, folded) }
  }

  static func forEach(in text: String, _ body: (Range<String.Index>, [UInt8]) -> Void) {
    forEach(in: text[...].unicodeScalars, body)
  }

  private static func isOfWord(_ scalar: Unicode.Scalar, inside: Bool) -> Bool {
    if scalar.value < 0x80 {
      return switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: false
      }
    }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    case .nonspacingMark: inside
    default: false
    }
  }
}
