/// What a field holds: decides its columns, its JSON, its CSV, its form input and its schema.
public enum FieldKind: Sendable, Hashable {
  /// One line in no particular language: a name, a handle, an address.
  case text
  /// One line, or Markdown when `prose`, in English and French.
  case localized(prose: Bool)
  case integer
  case flag
  case day
  case moment
  case money
  case reference(RecordType)
  /// A reference to a record of any of these types.
  case anyReference([RecordType])
  case references([RecordType])
  /// One of these words.
  case choice([String])
  /// Some of these words.
  case choices([String])
  /// Short words in an order: themes, language tags, fiscal years.
  case words
  /// People without an account, in an order: `Jane Roe (Director, Ministry of Labour)`.
  case names
  /// Counts of a vote, a stakeholder group each.
  case votes

  /// What follows the field's name in the names of its columns.
  public var columnSuffixes: [String] {
    switch self {
    case .localized: ["_en", "_fr", "_stale"]
    case .money: ["_cents", "_currency"]
    case .anyReference: ["_type", "_number"]
    default: [""]
    }
  }

  /// Whether a column holds an integer; the others hold text.
  public func isInteger(column index: Int) -> Bool {
    switch self {
    case .integer, .flag, .day, .moment, .reference: true
    case .money: index == 0
    case .anyReference: index == 1
    default: false
    }
  }
}
