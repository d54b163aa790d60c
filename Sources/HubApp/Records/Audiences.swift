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
    try connection.execute("INSERT INTO audiences (keys) VALUES (?)", [.text(name)])
    let id = connection.lastInsertedID
    for key in keys {
      try connection.execute(
        "INSERT INTO audience_keys (audience, key) VALUES (?, ?)", [.integer(id), .text(key)])
    }
    return id
  }
}
