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
    let ranges = WeightedName.list(value)
    var best: (language: String, quality: Int, place: Int)?
    for language in available {
      let place =
        ranges.firstIndex { matches($0.name, language) }
        ?? ranges.firstIndex { $0.name == "*" }
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
}

extension Request {
  /// The available language that the caller prefers; their own where none suits, else the first.
  package func language(from available: [String] = ["en", "fr"]) -> String {
    headers.joined("Accept-Language").flatMap { AcceptLanguage.choose($0, from: available) }
      ?? ownLanguage ?? available.first ?? "en"
  }
}
