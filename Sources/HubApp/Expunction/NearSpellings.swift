import HubModel

/// Texts that are read as those which are taken out, and are spelled otherwise: in capitals or
/// small letters, with or without an accent, with another apostrophe, hyphen or blank. Nothing is
/// taken out for being near; whoever takes out a name is told of them.
final class NearSpellings {
  /// Nobody chooses among more.
  private static let most = 100

  private let exact: Set<[UInt8]>
  private let needles: [[UInt8]]
  private var counts: [String: Int] = [:]

  init(of erasure: Erasure) {
    exact = Set(erasure.spellings.map { Array($0.utf8) })
    needles = Set(erasure.spellings.map { Self.folded($0) }).filter { !$0.isEmpty }
      .sorted { $0.count > $1.count }
  }

  /// What was seen, and in how many places: the most frequent first.
  var spellings: [Expunction.Spelling] {
    counts.map { Expunction.Spelling(text: $0.key, places: $0.value) }
      .sorted { ($1.places, $0.text) < ($0.places, $1.text) }
  }

  func look(in text: String) {
    let folded = Self.folded(text)
    for needle in needles {
      let places = Self.places(of: needle, in: folded)
      if !places.isEmpty { note(places, of: needle, in: text) }
    }
  }

  /// Counts what stands in these places of the folded text, as it is spelled.
  private func note(_ places: [Int], of needle: [UInt8], in text: String) {
    let bytes = Array(text.utf8)
    var origins: [Int] = []
    _ = Self.folded(text, &origins)
    for place in places {
      let start = origins[place]
      let end = place + needle.count
      var stop = end < origins.count ? origins[end] : bytes.count
      while stop > start, bytes[stop - 1] == 0x20 || bytes[stop - 1] == 0x0A { stop -= 1 }
      guard !Erasure.isWord(before: start, in: bytes), !Erasure.isWord(at: stop, in: bytes),
        !exact.contains(Array(bytes[start..<stop]))
      else { continue }
      let spelling = String(decoding: bytes[start..<stop], as: UTF8.self)
      if counts[spelling] != nil || counts.count < Self.most { counts[spelling, default: 0] += 1 }
    }
  }

  private static func places(of needle: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard let first = needle.first, bytes.count >= needle.count else { return [] }
    return (0...(bytes.count - needle.count)).filter {
      bytes[$0] == first && bytes[$0..<($0 + needle.count)].elementsEqual(needle)
    }
  }

  private static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    return bytes
  }

  /// The same, with the place in the text that each byte comes from.
  private static func folded(_ text: String, _ origins: inout [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      append(scalar, to: &bytes)
      while origins.count < bytes.count { origins.append(offset) }
      offset += UTF8.width(scalar)
    }
    return bytes
  }

  /// Letters as search folds them. Blanks and hyphens are one blank, however many; apostrophes are
  /// one apostrophe; what is not seen is not there.
  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control:
      if bytes.last != 0x20, !bytes.isEmpty { bytes.append(0x20) }
    case .format: break
    case _ where "\u{2018}\u{2019}\u{2BC}\u{60}\u{B4}\u{2032}".unicodeScalars.contains(scalar):
      bytes.append(0x27)
    default: Folding.append(scalar, to: &bytes)
    }
  }
}
