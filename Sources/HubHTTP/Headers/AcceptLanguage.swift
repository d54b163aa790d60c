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
    let ranges = value.split(separator: ",").compactMap(parse)
    var best: (language: String, quality: Int, place: Int)?
    for language in available {
      let place =
        ranges.firstIndex { $0.range == language || $0.range.hasPrefix(language + "-") }
        ?? ranges.firstIndex { $0.range == "*" }
      guard let place else { continue }
      let quality = ranges[place].quality
      if quality > 0, (quality, -place) > (best?.quality ?? 0, -(best?.place ?? .max)) {
        best = (language, quality, place)
      }
    }
    return best?.language
  }

  /// A range in lower case and its quality in thousandths; nil where it is malformed.
  private static func parse(_ part: Substring) -> (range: String, quality: Int)? {
    let pieces = part.split(separator: ";")
    guard let range = pieces.first?.trimmedSpace.lowercased(), !range.isEmpty else { return nil }
    for piece in pieces.dropFirst() {
      let text = piece.trimmedSpace
      guard text.hasPrefix("q=") || text.hasPrefix("Q=") else { continue }
      return quality(text.dropFirst(2)).map { (range, $0) }
    }
    return (range, 1000)
  }

  private static func quality(_ text: Substring) -> Int? {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = halves.dropFirst().first ?? ""
    guard let whole = Int(halves[0]), digits.utf8.count <= 3,
      digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
      let thousandths = Int(digits + String(repeating: "0", count: 3 - digits.utf8.count))
    else { return nil }
    let quality = whole * 1000 + thousandths
    return (0...1000).contains(quality) ? quality : nil
  }
}

extension Request {
  /// The available language that the caller prefers; the first where none suits.
  package func language(from available: [String] = ["en", "fr"]) -> String {
    AcceptLanguage.choose(headers.joined("Accept-Language"), from: available)
      ?? available.first ?? "en"
  }
}
