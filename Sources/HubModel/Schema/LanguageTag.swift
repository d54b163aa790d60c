import Foundation

/// What a language tag, `es` or `zh-Hant`, is called.
public enum LanguageTag {
  /// The name in a language, as in the middle of a sentence; the tag itself where it is not known.
  public static func name(_ tag: String, in language: Language) -> String {
    Locale(identifier: language.rawValue).localizedString(forIdentifier: tag) ?? tag
  }
}
