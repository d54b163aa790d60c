import HubModel
import HubSQL
import HubText

/// A record as its history tells it: all its changes, one applied after the other, read with the
/// words of today.
///
/// Values are compared and not their spellings: a field that came later is silent in older
/// entries, a renamed one, a renamed word and a renamed state are understood by their former names.
struct RecordReplay<R: Record> {
  /// nil where there is no entry.
  private(set) var version: Int?
  private var state: String?
  /// When, and by whom, its first entry was made, and when the last one.
  private var first: (at: Int64, actor: Int64?)?
  private var lastAt: Int64 = 0
  private var members: [String: JSON] = [:]
  /// nil in what was begun before it was kept.
  private var network: String?
  /// What expunged entries say now, by the expunction that keeps it.
  private var replaced: [Int64: [ExpungedEntry]] = [:]

  /// - Parameter record: the number of its directory entry.
  init(of record: Int64, _ connection: Connection) throws {
    var replay = RecordReplay()
    let sql: SQL = """
      SELECT id, version, to_state, content, expunged_by, at, actor FROM history \
      WHERE record = \(record) ORDER BY id
      """
    try connection.forEach(sql) { row in
      replay.version = row.int(1)
      replay.first = replay.first ?? (row.int64(5), row.optionalInt64(6))
      replay.lastAt = row.int64(5)
      if let to = row.optionalString(2) { replay.state = to }
      if row.isNull(3) {
        let kept = try replay.kept(by: row.int64(4), connection)
        replay.apply(
          kept.first { $0.entry == row.int64(0) }.flatMap { try? JSON(parsing: $0.content) })
      } else {
        replay.apply(row.withUTF8(3) { try? JSON(parsing: $0) })
      }
      return true
    }
    self = replay
  }

  private init() {}

  private mutating func kept(by entry: Int64, _ connection: Connection) throws -> [ExpungedEntry] {
    if let known = replaced[entry] { return known }
    let content = try connection.query(
      "SELECT content FROM history WHERE id = ?", [.integer(entry)]
    ) { $0.string(0) }.first
    let list = ExpungedEntry.list(in: content ?? "")
    replaced[entry] = list
    return list
  }

  private mutating func apply(_ content: JSON?) {
    network = content?["network"]?.string ?? network
    for member in content?["change"]?.object ?? [] { members[member.name] = member.value }
  }

  /// The names of what the record says otherwise than its history.
  func differences(from record: R) -> [String] {
    var names: [String] = []
    let header = record.header
    if header.created.milliseconds != first?.at { names.append("created") }
    if header.modified.milliseconds != lastAt { names.append("modified") }
    if header.author?.number != first?.actor { names.append("author") }
    if header.state != currentState { names.append("state") }
    if let network, network != header.network.description { names.append("network") }
    func compare(_ name: String, _ own: JSON, blank: JSON?) {
      if members[name] ?? blank != own { names.append(name) }
    }
    compare("visibility", .string(header.visibility.rawValue), blank: nil)
    compare(
      "sharedWith", .array(header.sharedWith.map { .string($0.description) }), blank: .array([]))
    compare("illustrative", .bool(header.illustrative), blank: .bool(false))
    for field in R.fields where !isSame(field, record) { names.append(field.name) }
    return names
  }

  private var currentState: String {
    guard let lifeCycle = R.lifeCycle else { return state ?? "" }
    let state = state ?? lifeCycle.initial
    return lifeCycle.formerly[state] ?? state
  }

  /// Whether a field says the same as its history; where that is silent, the field is blank or as
  /// it is in a record that nobody has filled in.
  private func isSame(_ field: Field<R>, _ record: R) -> Bool {
    let own = PastCells.read(Self.json(field, record), field)
    guard let past = ([field.name] + field.formerly).lazy.compactMap({ members[$0] }).first else {
      return field.isBlank(record) || own == PastCells.read(Self.json(field, R()), field)
    }
    return PastCells.read(past, field) == own
  }

  private static func json(_ field: Field<R>, _ record: R) -> JSON {
    var writer = JSONWriter()
    FieldJSON.write(field, of: record, to: &writer)
    return (try? JSON(parsing: writer.bytes)) ?? .null
  }
}
