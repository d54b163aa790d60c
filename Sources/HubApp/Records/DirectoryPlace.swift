import HubSQL

/// Where a record stands in the directory, and who may see it.
struct DirectoryPlace {
  let entry: Int64
  /// The id of its audience, and its keys.
  let audience: Int64
  let keys: String

  init(entry: Int64, audience: Int64, keys: [String]) {
    self.entry = entry
    self.audience = audience
    self.keys = keys.joined(separator: " ")
  }

  /// That of the entry as it is now; nil where there is none.
  init?(of entry: Int64, _ connection: Connection) throws {
    let found = try connection.first(
      """
      SELECT a.id, a.keys FROM records r JOIN audiences a ON a.id = r.audience WHERE r.id = ?
      """, [.integer(entry)]
    ) { ($0.int64(0), $0.string(1)) }
    guard let found else { return nil }
    self.entry = entry
    (audience, keys) = found
  }
}
