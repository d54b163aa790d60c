import Foundation
import HubModel
import HubWords

/// What a language tag is called.
enum LanguageName {
  /// The name in the language of `words`; the tag itself where it is not known.
  static func of(_ tag: String, _ words: Words) -> String {
    if let language = Language(rawValue: tag) { return words.name(of: language) }
    return Locale(identifier: words.language.rawValue).localizedString(forIdentifier: tag) ?? tag
  }
}

/// The zone of a meeting's clocks, and the place that people know it by.
struct TimeZoneName {
  let zone: TimeZone
  /// `Toronto` in `America/Toronto`.
  let place: String

  init(_ name: String) {
    zone = TimeZone(identifier: name) ?? .gmt
    place = (name.split(separator: "/").last.map(String.init) ?? name)
      .replacingOccurrences(of: "_", with: " ")
  }
}
