import HubModel
import HubSQL
import HubText

/// One entry of a record's history, as those who may see the record read it.
struct HistoryEntry {
  let at: Moment
  let actor: String?
  let act: String
  let version: Int
  /// States by the words of today.
  let from: String?
  let to: String?
  /// `{"reason": …, "change": {…}}`, with other words in it once some were expunged.
  var content: String?

  /// The history of a record that the caller may see, the first entry first.
  ///
  /// What was written while fewer people could see the record stays with them: others read who did
  /// what and when, and neither the words nor the reason.
  static func of<R: Stored>(_ id: ID<R>, in reading: Reading) throws -> [HistoryEntry] {
    let record = try reading.find(id)
    func state(_ word: String?) -> String? { word.map { R.lifeCycle?.formerly[$0] ?? $0 } }
    var numbers: [Int64] = []
    var isWithheld: [Bool] = []
    var entries = try reading.connection.query(
      """
      SELECT h.at, p.handle, h.act, h.version, h.from_state, h.to_state, h.content, \
      h.id, \(Access.condition(reading.caller, "h")) \
      FROM records r JOIN history h ON h.record = r.id \
      LEFT JOIN people p ON p.number = h.actor AND \(Access.condition(reading.caller, "p")) \
      WHERE r.type = \(R.type.rawValue) AND r.number = \(id.number) ORDER BY h.id
      """
    ) {
      numbers.append($0.int64(7))
      isWithheld.append($0.int64(8) == 0)
      return HistoryEntry(
        at: Moment(milliseconds: $0.int64(0)), actor: $0.optionalString(1), act: $0.string(2),
        version: $0.int(3), from: state($0.optionalString(4)), to: state($0.optionalString(5)),
        content: $0.optionalString(6))
    }
    for index in entries.indices where entries[index].act == Act.Kind.expunge.rawValue {
      for replaced in ExpungedEntry.list(in: entries[index].content ?? "") {
        guard let place = numbers.firstIndex(of: replaced.entry) else { continue }
        entries[place].content = replaced.content
      }
    }
    for index in entries.indices where mayHoldMore(entries[index].act) {
      entries[index].content = ExpungedEntry.told(entries[index].content)
    }
    for index in entries.indices where isWithheld[index] { entries[index].content = nil }
    if !R.table.confined.isEmpty, !Access.mayWrite(reading.caller, record) {
      hideMembers(R.table.confined, in: &entries)
    }
    try hideNeighbours(in: &entries, of: R.self, reading)
    return entries
  }

  /// Of the first entry the network is kept, of an expunction what it took out.
  private static func mayHoldMore(_ act: String) -> Bool {
    [Act.Kind.create, .expunge, .migrate].contains { $0.rawValue == act }
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("at")
    writer.string(at.description)
    writer.key("by")
    if let actor { writer.string("@" + actor) } else { writer.null() }
    writer.key("act")
    writer.string(act)
    writer.key("version")
    writer.integer(Int64(version))
    for (name, state) in [("from", from), ("to", to)] {
      guard let state else { continue }
      writer.key(name)
      writer.string(state)
    }
    writer.key("content")
    if let content { writer.raw(content) } else { writer.null() }
    writer.endObject()
  }
}
