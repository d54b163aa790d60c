import HubModel
import HubSQL

/// Records that left an audience. Whoever keeps a copy of what they may see is told that these are
/// gone from it; whoever never saw one learns nothing.
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
  /// caller cannot see any more.
  static func since(_ moment: Moment, of type: RecordType, in reading: Reading) throws
    -> [Reference]
  {
    try reading.connection.query(
      """
      SELECT DISTINCT r.number FROM departures d JOIN records r ON r.id = d.record \
      WHERE r.type = \(type.rawValue) AND d.at > \(moment.milliseconds) \
      AND \(Access.condition(reading.caller, "d")) AND NOT \(Access.condition(reading.caller, "r")) \
      ORDER BY r.number
      """
    ) { Reference(type, $0.int64(0)) }
  }
}
