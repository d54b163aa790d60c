import HubModel

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
        if folded.count < most { append(scalar, to: &folded) }
      } else if start != nil, isUnseen(scalar) {
        // A soft hyphen, as word processors and PDF have it, does not part the word it stands in.
      } else if let begun = start {
        body(begun..<place, folded)
        folded.removeAll(keepingCapacity: true)
        start = nil
      }
      place += length
    }
    if let start { body(start..<place, folded) }
  }

  /// As it is folded; letters that typesetters join are the letters that they are.
  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "œ", "Œ": bytes += "oe".utf8
    case "æ", "Æ": bytes += "ae".utf8
    case "\u{FB00}"..."\u{FB06}": bytes += joined[Int(scalar.value - 0xFB00)].utf8
    default: Folding.append(scalar, to: &bytes)
    }
  }

  private static let joined = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// What takes no room and means nothing between letters: soft hyphens, joiners, marks of direction.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xAD && scalar.properties.generalCategory == .format
  }

  /// Hands over every word, and the reference that ends with it: `R-24` is two words and one
  /// reference.
  static func forEachNamed(in text: String, _ body: ([UInt8], Reference?) -> Void) {
    let bytes = Array(text.utf8)
    var former: (end: Int, word: [UInt8]) = (0, [])
    forEach(in: text) { range, word in
      var reference: Reference?
      if (1...2).contains(former.word.count), word.allSatisfy({ (0x30...0x39).contains($0) }),
        isHyphen(bytes[former.end..<range.lowerBound])
      {
        reference = Reference(String(decoding: former.word + [0x2D] + word, as: UTF8.self))
      }
      body(word, reference)
      former = (range.upperBound, word)
    }
  }

  /// The hyphen of the keyboard, and those of typesetters.
  private static func isHyphen(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.elementsEqual([0x2D]) || bytes.elementsEqual("\u{2010}".utf8)
      || bytes.elementsEqual("\u{2011}".utf8)
  }

  /// How the index has a reference that stands in a text: `r:24`.
  static func token(of reference: Reference) -> String {
    "\(reference.type.prefix.lowercased()):\(reference.number)"
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
