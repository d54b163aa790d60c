package import HubModel

/// What the hub says, in one language.
///
/// `words("action.overdue", ["count": "3"])`: "3 action items are overdue". A key that is not in
/// the catalogue is answered with itself, and fails a test before anybody sees it.
package struct Words: Sendable {
  package let language: Language
  private let catalogue: Catalogue

  package init(_ language: Language, catalogue: Catalogue = .shared) {
    self.language = language
    self.catalogue = catalogue
  }

  package func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
    guard let text = catalogue.text(key, in: language) else { return key }
    return Template.fill(text, arguments, language)
  }

  package func has(_ key: String) -> Bool { catalogue.has(key) }

  /// The text of the first key that the catalogue has, from the most particular to the most
  /// general; the last key itself where it has none.
  package func first(of keys: String..., arguments: [String: String] = [:]) -> String {
    self(keys.first(where: has) ?? keys[keys.count - 1], arguments)
  }

  /// The same words in the other language.
  package func `in`(_ language: Language) -> Words { Words(language, catalogue: catalogue) }
}
