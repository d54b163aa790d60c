/// A text that a person wrote, in English and French.
///
/// A language that is not written yet is empty. When one side is changed and the other is not,
/// the other one is *stale*: it says what the text said before.
public struct LocalizedText: Sendable, Hashable {
  public var en: String
  public var fr: String
  public var stale: Language?

  public init(en: String = "", fr: String = "", stale: Language? = nil) {
    self.en = en
    self.fr = fr
    self.stale = stale
  }

  public init(_ text: String, in language: Language) {
    self.init(en: language == .en ? text : "", fr: language == .fr ? text : "")
  }

  public subscript(language: Language) -> String {
    get { language == .en ? en : fr }
    set { if language == .en { en = newValue } else { fr = newValue } }
  }

  public var isEmpty: Bool { en.isEmpty && fr.isEmpty }

  /// The languages in which nothing is written, of those asked for.
  public func missing(of languages: [Language]) -> [Language] {
    languages.filter { self[$0].isEmpty }
  }

  /// The text in the language asked for, else in the other one: half a text beats none.
  public func best(_ language: Language) -> String {
    self[language].isEmpty ? self[language.other] : self[language]
  }

  /// This text after somebody replaced `former` by it: a side that stayed the same beside one that
  /// changed is marked stale, and a mark goes once the marked side is written anew.
  public func replacing(_ former: LocalizedText) -> LocalizedText {
    var text = self
    let changed = Language.allCases.filter { self[$0] != former[$0] }
    switch changed.count {
    case 0: text.stale = former.stale
    case 1
    where !self[changed[0].other].isEmpty && !self[changed[0]].isEmpty
      && !former[changed[0]].isEmpty && former.stale != changed[0]:
      text.stale = changed[0].other
    default: text.stale = nil
    }
    return text
  }
}
