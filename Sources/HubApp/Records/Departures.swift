import HubModel
import HubSQL

/// Records that left an audience. Whoever keeps a copy of what they may see is told that these are
/// gone from it, and whoever sees them only since then is told of them; whoever never saw one
/// learns nothing.
enum Departures {
  /// Remembers which audience a record left.
  static func put(
    _ entry: Int64, left keys: [String], at now: Moment, _ connection: Connection
  ) throws {
    let audience = try Audiences.id(of: keys, connection)
    try connection.execute(
      """
      INSERT INTO departures (record, audience, at) VALUES (?, ?, ?) \
      ON CONFLICT (record, audience) DO UPDATE SET at = excluded.at
      """, [.integer(entry), .integer(audience), .integer(now.milliseconds)])
  }

  /// The records of a type that the caller could see, that left since a moment, and that the
  /// caller cannot see any more. What somebody may see today says nothing of whether they could see
  /// it then: who came since is told of nothing that left before.
  static func since(_ moment: Moment, of type: RecordType, in reading: Reading) throws
    -> [Reference]
  {
    let left = try reading.connection.query(
      """
      SELECT r.number, d.at, a.keys FROM departures d JOIN records r ON r.id = d.record \
      JOIN audiences a ON a.id = d.audience \
      WHERE r.type = \(type.rawValue) AND d.at > \(moment.milliseconds) \
      AND \(Access.condition(reading.caller, "d")) AND NOT \(Access.condition(reading.caller, "r")) \
      ORDER BY r.number
      """
    ) { row in
      let keys = row.string(2).split(separator: " ").map { AudienceKey(word: $0) }
      return (
        reference: Reference(type, row.int64(0)), at: Moment(milliseconds: row.int64(1)), keys: keys
      )
    }
    guard !left.isEmpty else { return [] }
    let former = try FormerCaller(of: reading)
    var gone: [Reference] = []
    for (reference, at, keys) in left where reference != gone.last {
      if former?.couldSee(audience: keys, before: at) ?? true { gone.append(reference) }
    }
    return gone
  }

  /// The numbers of a type's records that left an audience since a moment to which the caller does
  /// not belong: those of them that the caller sees now they did not see before. nil where there are
  /// none, as nearly always.
  static func gained(since moment: Moment, of type: RecordType, in reading: Reading) throws -> SQL?
  {
    let numbers: SQL = """
      SELECT r.number FROM departures d JOIN records r ON r.id = d.record \
      WHERE d.at > \(moment.milliseconds) AND r.type = \(type.rawValue) \
      AND NOT \(Access.condition(reading.caller, "d")) AND \(Access.condition(reading.caller, "r"))
      """
    let isAny = try reading.connection.first("SELECT EXISTS (\(numbers))") { $0.bool(0) }
    return isAny == true ? numbers : nil
  }
}
