import Foundation
import HubModel
import HubSQL

/// Where a text stands in an order as people read it: two texts are in the order of their keys, byte
/// by byte. Letters count first, accents only between texts that have the same letters, capitals
/// last; what is neither letter nor digit only parts words.
///
/// The same everywhere and always: nothing is asked of the machine's language.
enum SortKey {
  /// The function of statements: `sort_key(text, language)`.
  static let function = TextFunction("sort_key", texts: 2) { texts in
    of(texts[0], in: Language(rawValue: texts[1]) ?? .en)
  }

  static func of(_ text: String, in language: Language) -> String {
    var letters: [UInt8] = []
    var accents: [UInt8] = []
    var capitals: [UInt8] = []
    letters.reserveCapacity(text.utf8.count * 3)
    for scalar in text.unicodeScalars {
      if isMark(scalar) {
        // An accent that is a character of its own belongs to the letter before it.
        if let last = accents.indices.last { accents[last] = rank(scalar) }
        continue
      }
      let letter = letter(scalar)
      guard !letter.text.isEmpty else {
        if letters.last != blank, !letters.isEmpty { letters.append(blank) }
        continue
      }
      letters += letter.text
      accents.append(letter.accent)
      capitals.append(letter.isCapital ? second : first)
    }
    if letters.last == blank { letters.removeLast() }
    // In French the last accent that differs decides: cote, côte, coté, côté.
    if language == .fr { accents.reverse() }
    while accents.last == first { accents.removeLast() }
    while capitals.last == first { capitals.removeLast() }
    let key = letters + [between] + accents + [between] + capitals
    return String(decoding: key, as: UTF8.self)
  }

  /// Less than whatever stands beside it, so that a text comes before a longer one.
  private static let between: UInt8 = 0x01
  private static let blank = UInt8(ascii: " ")
  private static let first = UInt8(ascii: "a")
  private static let second = UInt8(ascii: "b")

  private struct Letter {
    /// Small, without an accent; nothing for what is no letter.
    var text: [UInt8] = []
    var accent = first
    var isCapital = false
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Letter {
    let value = Int(scalar.value)
    return value < known.count ? known[value] : made(scalar)
  }

  /// The letters of the languages of the hub and those around them: looked up, not made.
  private static let known: [Letter] = (0..<0x250).map { value in
    Unicode.Scalar(UInt32(value)).map(made) ?? Letter()
  }

  private static func made(_ scalar: Unicode.Scalar) -> Letter {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      break
    default: return Letter()
    }
    let small = scalar.properties.lowercaseMapping
    let isCapital = small != String(scalar)
    if let two = joined[small] {
      return Letter(text: Array(two.utf8), accent: first, isCapital: isCapital)
    }
    let parts = small.decomposedStringWithCanonicalMapping.unicodeScalars
    let base = parts.prefix { !isMark($0) }
    let accent = parts.first(where: isMark).map(rank) ?? first
    return Letter(
      text: Array(String(String.UnicodeScalarView(base)).utf8), accent: accent,
      isCapital: isCapital)
  }

  /// Letters that are written as two.
  private static let joined = ["œ": "oe", "æ": "ae", "ß": "ss", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff"]

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  /// The order of accents over the same letter: é, è, ê, ë; any other after these.
  private static func rank(_ mark: Unicode.Scalar) -> UInt8 {
    let order: [UInt32] = [
      0x301, 0x300, 0x306, 0x302, 0x30C, 0x30A, 0x308, 0x30B, 0x303, 0x307, 0x327, 0x328, 0x304,
    ]
    return first + UInt8(1 + (order.firstIndex(of: mark.value) ?? order.count))
  }
}
