import HubModel
import HubSQL
import HubText

/// A record as its history tells it: all its changes, one applied after the other.
struct RecordReplay {
  /// nil where there is no entry.
  private(set) var version: Int?
  private var state: String?
  private var members: [String: JSON] = [:]
  /// What expunged entries say now, by the expunction that keeps it.
  private var replaced: [Int64: [ExpungedEntry]] = [:]

  /// - Parameter record: the number of its directory entry.
  init(of record: Int64, _ connection: Connection) throws {
    var replay = RecordReplay()
    let sql: SQL = """
      SELECT id, version, to_state, content, expunged_by FROM history \
      WHERE record = \(record) ORDER BY id
      """
    try connection.forEach(sql) { row in
      replay.version = row.int(1)
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
    for member in content?["change"]?.object ?? [] { members[member.name] = member.value }
  }

  /// The names of what the record says otherwise than its history.
  func differences<R: Record>(from record: R) -> [String] {
    var names: [String] = []
    func compare(_ name: String, _ json: JSON, isBlank: Bool) {
      guard members[name].map({ $0 != json }) ?? !isBlank else { return }
      names.append(name)
    }
    let header = record.header
    if header.state != state ?? R.lifeCycle?.initial ?? "" { names.append("state") }
    compare("visibility", .string(header.visibility.rawValue), isBlank: false)
    compare(
      "sharedWith", .array(header.sharedWith.map { .string($0.description) }),
      isBlank: header.sharedWith.isEmpty)
    compare("illustrative", .bool(header.illustrative), isBlank: !header.illustrative)
    for field in R.fields {
      var writer = JSONWriter()
      FieldJSON.write(field, of: record, to: &writer)
      guard let json = try? JSON(parsing: writer.bytes) else { continue }
      compare(field.name, json, isBlank: field.isBlank(record))
    }
    return names
  }
}
