import HubModel

/// What short codes in lists are called: language tags, and the words of themes and services.
extension Words {
  /// A word of a list of this field, as people read it; itself where it is no known code.
  package func word(_ code: String, in field: String) -> String {
    if Self.languageFields.contains(field) { return LanguageTag.name(code, in: language) }
    return has("word.\(code)") ? self("word.\(code)") : code
  }

  private static let languageFields: Set<String> = [
    "languages", "languagesOfService", "interpretation",
  ]
}
