import HubSQL

/// The distinct audiences of the hub: few, since most records take their body's.
enum Audiences {
  /// The id of a set of keys, which must be sorted; made when it is new.
  static func id(of keys: [String], _ connection: Connection) throws -> Int64 {
    let name = keys.joined(separator: " ")
    if let id = try connection.query(
      "SELECT id FROM audiences WHERE keys = ?", [.text(name)], { $0.int64(0) }
    ).first {
      return id
    }
    let id = try connection.insert(
      "INSERT INTO audiences (keys) VALUES (?)", [.text(name)])
    try add(keys, to: id, connection)
    return id
  }

  private static func add(_ keys: [String], to id: Int64, _ connection: Connection) throws {
    for key in keys {
      try connection.execute(
        "INSERT INTO audience_keys (audience, key) VALUES (?, ?)", [.integer(id), .text(key)])
    }
  }

  /// The keys of those of the audiences that are known by their ids.
  static func keys(of ids: [Int64], _ connection: Connection) throws -> [(Int64, [AudienceKey])] {
    try connection.query("SELECT id, keys FROM audiences WHERE id IN (\(list: ids))") { row in
      (row.int64(0), row.string(1).split(separator: " ").map { AudienceKey(word: $0) })
    }
  }

  /// Those whose keys one by one are not those of their name.
  static func differing(_ connection: Connection) throws -> [(id: Int64, keys: String)] {
    let named = try connection.query("SELECT id, keys FROM audiences ORDER BY id") {
      (id: $0.int64(0), keys: $0.string(1))
    }
    return try named.filter { audience in
      try connection.query(
        "SELECT key FROM audience_keys WHERE audience = ? ORDER BY key", [.integer(audience.id)]
      ) { $0.string(0) }.joined(separator: " ") != audience.keys
    }
  }

  /// Writes the keys of those anew.
  static func mend(_ connection: Connection) throws {
    for (id, keys) in try differing(connection) {
      try connection.execute("DELETE FROM audience_keys WHERE audience = ?", [.integer(id)])
      try add(keys.split(separator: " ").map(String.init), to: id, connection)
    }
  }
}
