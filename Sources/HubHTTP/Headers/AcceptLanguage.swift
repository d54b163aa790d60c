/// Choosing a language by `Accept-Language` (RFC 9110, section 12.5.4).
package enum AcceptLanguage {
  /// The available language that the value prefers.
  ///
  /// `fr-CA` is content with `fr`, and `*` with any. Of two that are liked the same the one named
  /// first is taken; quality 0 is a refusal.
  /// - Parameters:
  ///   - value: the field's value; nil where it is absent.
  ///   - available: the languages there are, such as `["en", "fr"]`, in lower case; the first is
  ///     the answer where the caller does not care.
  /// - Returns: one of `available`; nil where every one is refused or none is named.
  package static func choose(_ value: String?, from available: [String]) -> String? {
    guard let value else { return available.first }
    let ranges = Array(value.utf8).split(separator: UInt8(ascii: ",")).compactMap(parse)
    var best: (language: String, quality: Int, place: Int)?
    for language in available {
      let place =
        ranges.firstIndex { matches($0.range, language) }
        ?? ranges.firstIndex { $0.range == "*" }
      guard let place else { continue }
      let quality = ranges[place].quality
      if quality > 0, (quality, -place) > (best?.quality ?? 0, -(best?.place ?? .max)) {
        best = (language, quality, place)
      }
    }
    return best?.language
  }

  private static func matches(_ range: String, _ language: String) -> Bool {
    range.utf8.starts(with: language.utf8)
      && [nil, UInt8(ascii: "-")].contains(range.utf8.dropFirst(language.utf8.count).first)
  }

  private typealias Bytes = ArraySlice<UInt8>

  /// A range in lower case and its quality in thousandths; nil where it is malformed.
  private static func parse(_ part: Bytes) -> (range: String, quality: Int)? {
    let range = trimmed(part.prefix { $0 != UInt8(ascii: ";") })
    if range.isEmpty { return nil }
    let name = String(decoding: range.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    guard let semicolon = part.firstIndex(of: UInt8(ascii: ";")) else { return (name, 1000) }
    // The quality is the only parameter that the field has.
    let weight = trimmed(part[(semicolon + 1)...])
    guard let first = weight.first, first | 0x20 == UInt8(ascii: "q"),
      weight.dropFirst().first == UInt8(ascii: "="),
      let quality = thousandths(weight.dropFirst(2))
    else { return nil }
    return (name, quality)
  }

  private static func trimmed(_ bytes: Bytes) -> Bytes {
    let rest = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    let end = rest.lastIndex { $0 != 0x20 && $0 != 0x09 }
    return end.map { rest[...$0] } ?? []
  }

  /// `0` to `1` with up to three decimals.
  private static func thousandths(_ bytes: Bytes) -> Int? {
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

extension Request {
  /// The available language that the caller prefers; the first where none suits.
  package func language(from available: [String] = ["en", "fr"]) -> String {
    AcceptLanguage.choose(headers.joined("Accept-Language"), from: available)
      ?? available.first ?? "en"
  }
}
