import HubModel
import HubWords

/// The hub's own words in both languages at once: an export may show either, or both.
extension LocalizedText {
  /// A text that is the same in both languages: a number, a name, a reference.
  init(same text: String) { self.init(en: text, fr: text) }

  /// What `make` says in each language.
  static func each(_ make: (Words) -> String) -> LocalizedText {
    LocalizedText(en: make(Words(.en)), fr: make(Words(.fr)))
  }

  static func words(_ key: String, _ arguments: [String: LocalizedText] = [:]) -> LocalizedText {
    each { words in words(key, arguments.mapValues { $0.best(words.language) }) }
  }

  static func count(_ key: String, _ count: Int) -> LocalizedText {
    each { $0(key, ["count": $0.number(count)]) }
  }

  static func state(_ state: String, of type: RecordType) -> LocalizedText {
    each { $0.state(state, of: type) }
  }

  static func field(_ name: String, of type: RecordType) -> LocalizedText {
    each { $0.field(name, of: type) }
  }

  static func choice(_ value: String, _ field: String, of type: RecordType) -> LocalizedText {
    each { $0.choice(value, field: field, of: type) }
  }

  static func type(_ type: RecordType) -> LocalizedText {
    each { Self.capitalized($0.type(type)) }
  }

  static func types(_ type: RecordType) -> LocalizedText {
    each { Self.capitalized($0.types(type)) }
  }

  static func day(_ day: Day) -> LocalizedText {
    LocalizedText(en: day.short(in: .en), fr: day.short(in: .fr))
  }

  static func due(_ said: ActionItem.DueSaid) -> LocalizedText {
    LocalizedText(en: said.written(in: .en), fr: said.written(in: .fr))
  }

  static func money(_ money: Money) -> LocalizedText { each { $0.money(money) } }

  /// A stakeholder group; everyone when none is named.
  static func group(_ group: StakeholderGroup?) -> LocalizedText {
    group.map { .choice($0.rawValue, "kind", of: .organization) } ?? .words("export.groupNotStated")
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
