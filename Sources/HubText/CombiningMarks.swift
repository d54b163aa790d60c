/// Accents and other marks that join the character before them.
///
/// Texts are compared, hashed and folded by what they look like, for which each run of marks is
/// put in order: in time that grows with the square of its length. So no text that somebody sends
/// may have a longer one; everything behind that door is linear.
package enum CombiningMarks {
  /// How many may stand in a row: what every language does with, and the bound of the
  /// Stream-Safe Text Format (UAX #15, section 13).
  package static let most = 30

  /// Whether more stand in a row anywhere in a text. Bytes that are not UTF-8 are no marks.
  package static func areTooMany(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var run = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      // Of what two bytes can spell, marks begin at U+0300.
      guard lead >= 0xCC else {
        run = 0
        index += 1
        continue
      }
      let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard index + width <= bytes.count else { return false }
      var value = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
      for next in 1..<width { value = value << 6 | UInt32(bytes[index + next] & 0x3F) }
      run = isMark(value) ? run + 1 : 0
      if run > most { return true }
      index += width
    }
    return false
  }

  private static func isMark(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    return scalar.properties.canonicalCombiningClass != .notReordered
  }
}
