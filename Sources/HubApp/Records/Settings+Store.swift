import HubSQL

/// What the file says of itself, by name.
enum Settings {
  enum Name {
    /// Under which rules what is derived from records was computed: `Derived.rules` of then.
    case derivedRules
    /// A step that migrated data by code.
    case dataStep(String)

    var text: String {
      switch self {
      case .derivedRules: "derivedRules"
      case .dataStep(let name): "dataStep.\(name)"
      }
    }
  }

  /// The number that is noted; nil where none is.
  static func number(_ name: Name, _ connection: Connection) throws -> Int? {
    try connection.first("SELECT value FROM settings WHERE name = ?", [.text(name.text)]) {
      Int($0.string(0))
    } ?? nil
  }

  static func set(_ name: Name, _ number: Int, _ connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO settings (name, value) VALUES (?, ?) \
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """, [.text(name.text), .text(String(number))])
  }
}
