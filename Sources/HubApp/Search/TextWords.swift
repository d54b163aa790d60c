/// The words of a text: what the index holds, what is looked for and what an excerpt shows are cut
/// and folded here, in the same way.
enum TextWords {
  /// How many bytes of a word tell it from others, but for its last letter.
  private static let most = 200

  /// Hands over every word as it is folded, with where its bytes stand.
  static func forEach(in text: String, _ body: (Range<Int>, [UInt8]) -> Void) {
    var text = text
    text.withUTF8 { forEach(in: $0, body) }
  }

  private static func forEach(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, [UInt8]) -> Void
  ) {
    var folded: [UInt8] = []
    var start: Int?
    var place = 0
    while place < bytes.count {
      let (scalar, length) = scalar(at: place, in: bytes)
      if isOfWord(scalar, inside: start != nil) {
        start = start ?? place
        if folded.count < most { Folding.append(scalar, to: &folded) }
      } else if let begun = start {
        body(begun..<place, folded)
        folded.removeAll(keepingCapacity: true)
        start = nil
      }
      place += length
    }
    if let start { body(start..<place, folded) }
  }

  /// The character that begins there, and its bytes. A text is always well formed.
  private static func scalar(
    at place: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (Unicode.Scalar, length: Int) {
    let first = bytes[place]
    guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
    let length = min(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, bytes.count - place)
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for next in 1..<length { value = value << 6 | UInt32(bytes[place + next]) & 0x3F }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
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
