import HubSQL

/// What the file says of itself, by name.
enum Settings {
  enum Name {
    /// Under which rules what is derived from records was computed: `Derived.rules` of then.
    case derivedRules
    /// Who has to wait before the next attempt at a password.
    case lockOuts
    /// A step that migrated data by code.
    case dataStep(String)
    /// Whether what an expunction took out may still be in the bytes of the file or its log.
    case expunctionLeft

    var text: String {
      switch self {
      case .derivedRules: "derivedRules"
      case .lockOuts: "lockOuts"
      case .dataStep(let name): "dataStep.\(name)"
      case .expunctionLeft: "expunctionLeft"
      }
    }
  }

  /// The number that is noted; nil where none is.
  static func number(_ name: Name, _ connection: Connection) throws -> Int? {
    try text(name, connection).flatMap { Int($0) }
  }

  static func set(_ name: Name, _ number: Int, _ connection: Connection) throws {
    try set(name, String(number), connection)
  }

  /// The text that is noted; nil where none is.
  static func text(_ name: Name, _ connection: Connection) throws -> String? {
    try connection.first("SELECT value FROM settings WHERE name = ?", [.text(name.text)]) {
      $0.string(0)
    }
  }

  static func set(_ name: Name, _ text: String, _ connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO settings (name, value) VALUES (?, ?) \
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """, [.text(name.text), .text(text)])
  }
}
