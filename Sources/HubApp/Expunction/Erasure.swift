import Foundation
import HubModel

/// Texts to be taken out, and what stands in their place.
///
/// A text is found as it is typed, as whole words: taking out "Li" leaves "politics" alone, and
/// taking out "Côté" leaves "à côté". Letters with accents are found in both of their spellings
/// (one code point or two), which look the same.
struct Erasure {
  /// What stands in the place of a text, by the language of the text around it.
  struct Replacement: Sendable, Hashable {
    let en: String
    let fr: String
    let neutral: String

    /// Both words in text of no particular language; no slash, which parts the languages in the
    /// files of agendas and minutes.
    static let expunged = Replacement(
      en: "[expunged]", fr: "[retiré]", neutral: "[expunged – retiré]")

    /// The same in every language.
    static func always(_ text: String) -> Replacement {
      Replacement(en: text, fr: text, neutral: text)
    }

    subscript(language: Language?) -> String {
      switch language {
      case .en: en
      case .fr: fr
      case nil: neutral
      }
    }
  }

  private struct Needle: Sendable {
    let bytes: [UInt8]
    let replacement: Replacement
    /// Whether its first and its last character belong to a word.
    let beginsWord: Bool
    let endsWord: Bool
  }

  private var needles: [Needle] = []
  /// Looks at every text that is looked through.
  var near: NearSpellings?

  /// The spellings that are looked for, the longest first.
  var spellings: [String] { needles.map { String(decoding: $0.bytes, as: UTF8.self) } }

  mutating func add(_ text: String, replacement: Replacement) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return }
    let spellings = [
      text, text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping,
    ]
    for spelling in spellings {
      let bytes = Array(spelling.utf8)
      guard !needles.contains(where: { $0.bytes == bytes }) else { continue }
      needles.append(
        Needle(
          bytes: bytes, replacement: replacement, beginsWord: first.isOfWord,
          endsWord: last.isOfWord))
    }
    // A text that holds another one goes first, so that nothing of it is left over.
    needles.sort { $0.bytes.count > $1.bytes.count }
  }

  /// The text with every place replaced, and how many there were; nil where there is none.
  func applied(to text: String, in language: Language?) -> (text: String, places: Int)? {
    near?.look(in: text)
    var bytes = Array(text.utf8)
    var places = 0
    for needle in needles {
      places += Self.replace(needle, in: &bytes, Array(needle.replacement[language].utf8))
    }
    return places == 0 ? nil : (String(decoding: bytes, as: UTF8.self), places)
  }

  /// Whether one of the texts stands in a piece of a file.
  func stands(in bytes: [UInt8]) -> Bool {
    needles.contains { !Self.places(of: $0, in: bytes, most: 1).isEmpty }
  }

  private static func replace(
    _ needle: Needle, in bytes: inout [UInt8], _ replacement: [UInt8]
  ) -> Int {
    let places = places(of: needle, in: bytes)
    guard !places.isEmpty else { return 0 }
    var result: [UInt8] = []
    var done = 0
    for place in places {
      result += bytes[done..<place]
      result += replacement
      done = place + needle.bytes.count
    }
    bytes = result + bytes[done...]
    return places.count
  }

  /// Where a text stands, one place after the other.
  private static func places(of needle: Needle, in bytes: [UInt8], most: Int = .max) -> [Int] {
    let length = needle.bytes.count
    guard let first = needle.bytes.first else { return [] }
    var places: [Int] = []
    var index = 0
    while index + length <= bytes.count, places.count < most {
      guard bytes[index] == first, bytes[index..<(index + length)].elementsEqual(needle.bytes),
        !(needle.beginsWord && isWord(before: index, in: bytes)),
        !(needle.endsWord && isWord(at: index + length, in: bytes))
      else {
        index += 1
        continue
      }
      places.append(index)
      index += length
    }
    return places
  }

  static func isWord(before index: Int, in bytes: [UInt8]) -> Bool {
    var start = index
    while start > 0 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { break }
    }
    guard start < index else { return false }
    return scalar(bytes[start..<index])?.isOfWord ?? false
  }

  static func isWord(at index: Int, in bytes: [UInt8]) -> Bool {
    guard index < bytes.count else { return false }
    return scalar(bytes[index..<min(index + 4, bytes.count)])?.isOfWord ?? false
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.first
  }
}

extension Unicode.Scalar {
  /// Letters, digits, and the accents that are written after their letter.
  var isOfWord: Bool {
    if isASCII {
      return (0x30...0x39).contains(value) || (0x41...0x5A).contains(value & ~0x20)
    }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber: return true
    default: return properties.isAlphabetic
    }
  }
}
