/// A name and how much it is liked, as the fields that negotiate have them (RFC 9110, section
/// 12.4.2).
struct WeightedName {
  /// In lower case; `*` is any that is not named.
  let name: String
  /// In thousandths; 0 is a refusal.
  let quality: Int

  /// The names of a field's value in their order, without those that are malformed.
  static func list(_ value: String) -> [WeightedName] {
    Array(value.utf8).split(separator: UInt8(ascii: ",")).compactMap(WeightedName.init)
  }

  typealias Bytes = ArraySlice<UInt8>

  private init?(_ part: Bytes) {
    let range = Self.trimmed(part.prefix { $0 != UInt8(ascii: ";") })
    if range.isEmpty { return nil }
    name = String(decoding: range.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    guard let semicolon = part.firstIndex(of: UInt8(ascii: ";")) else {
      quality = 1000
      return
    }
    // The quality is the only parameter that these fields have.
    let weight = Self.trimmed(part[(semicolon + 1)...])
    guard let first = weight.first, first | 0x20 == UInt8(ascii: "q"),
      weight.dropFirst().first == UInt8(ascii: "="),
      let quality = Self.thousandths(weight.dropFirst(2))
    else { return nil }
    self.quality = quality
  }

  private static func trimmed(_ bytes: Bytes) -> Bytes {
    let rest = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    let end = rest.lastIndex { $0 != 0x20 && $0 != 0x09 }
    return end.map { rest[...$0] } ?? []
  }

  /// `0` to `1` with up to three decimals.
  static func thousandths(_ bytes: Bytes) -> Int? {
    guard let whole = bytes.first, whole == 0x30 || whole == 0x31, bytes.count <= 5 else {
      return nil
    }
    let rest = bytes.dropFirst()
    if let point = rest.first, point != UInt8(ascii: ".") { return nil }
    var value = Int(whole - 0x30) * 1000
    var unit = 100
    for digit in rest.dropFirst() {
      guard digit &- 0x30 < 10 else { return nil }
      value += Int(digit - 0x30) * unit
      unit /= 10
    }
    return value <= 1000 ? value : nil
  }
}
