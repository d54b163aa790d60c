import Foundation

/// Words without what tells upper from lower case and without accents, as the index has them: what
/// is looked for, and where it stands in a text. Scripts other than the Latin are only written small.
enum Folding {
  // Latin letters, from À to the end of Extended B, and the block of Vietnamese and others; what
  // becomes of each.
  private static let latin = 0xC0..<0x250
  private static let additional = 0x1E00..<0x1F00
  private static let folded: [Unicode.Scalar] = (Array(latin) + Array(additional)).map { value in
    let small = Unicode.Scalar(UInt32(value))?.properties.lowercaseMapping ?? ""
    let parts = (whole.contains(small) ? small : small.decomposedStringWithCanonicalMapping)
    let first = parts.unicodeScalars.first ?? " "
    return first == "ſ" ? "s" : first
  }

  /// Letters that keep their marks.
  private static let whole: Set<String> = ["ǡ", "ǣ", "ǯ", "ǽ", "ǿ"]

  /// Marks above and below letters, where they are characters of their own.
  private static let marks: ClosedRange<UInt32> = 0x300...0x36F

  /// Adds the UTF-8 of a character as it is folded.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let value = Int(scalar.value)
    if value < 0x80 {
      bytes.append((0x41...0x5A).contains(value) ? UInt8(value) | 0x20 : UInt8(value))
    } else if latin.contains(value) {
      append(utf8Of: folded[value - latin.lowerBound], to: &bytes)
    } else if additional.contains(value) {
      append(utf8Of: folded[value - additional.lowerBound + latin.count], to: &bytes)
    } else if !marks.contains(scalar.value) {
      bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  private static func append(utf8Of scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
