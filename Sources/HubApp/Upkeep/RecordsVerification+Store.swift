import HubModel
import HubSQL

/// Compares every record with what is kept beside it: its history, its directory entry, its
/// audience, its links and its search entry.
struct RecordsVerification {
  let connection: Connection
  let findings: Findings
  private(set) var count: Int64 = 0
  private var total: Int64 = 0

  init(_ connection: Connection, findings: Findings) {
    self.connection = connection
    self.findings = findings
  }

  mutating func run(_ progress: Verification.Progress) throws {
    total = try connection.first("SELECT COUNT(*) FROM records") { $0.int64(0) } ?? 0
    try checkAudiences()
    for subject in Subjects.all { try check(subject, progress) }
    try checkOrphans()
    progress(count, count)
  }

  private mutating func check<R: Stored>(
    _ type: R.Type, _ progress: Verification.Progress
  ) throws {
    let table = R.table
    let columns = table.columns.map { "t." + $0 }.joined(separator: ", ")
    let first = table.columns.count
    var walk = self
    try connection.forEach(
      """
      SELECT \(raw: columns), r.id, r.network, r.audience, r.state, r.label_en, r.label_fr, \
      r.day, r.illustrative, r.modified, a.keys, s.en, s.fr, s.keys \
      FROM \(raw: R.type.table) t \
      LEFT JOIN records r ON r.type = \(R.type.rawValue) AND r.number = t.number \
      LEFT JOIN audiences a ON a.id = t.audience LEFT JOIN search s ON s.rowid = r.id \
      ORDER BY t.number
      """
    ) { row in
      let beside = RecordBeside(row, from: first)
      try walk.check(table.record(row), audience: row.int64(first - 1), beside)
      walk.count += 1
      if walk.count & 0x3FF == 0 { progress(walk.count, max(walk.total, walk.count)) }
      return true
    }
    self = walk
  }

  private func check<R: Stored>(
    _ record: R, audience: Int64, _ beside: RecordBeside
  ) throws {
    let ref = record.reference.description
    guard let entry = beside.entry else {
      return findings.add(Fault("recordNotInDirectory", ["ref": ref]))
    }
    try checkHistory(of: record, as: entry)
    let label = record.label
    let differing: [(String, Bool)] = [
      ("network", beside.network != record.header.network.number),
      ("audience", beside.audience != audience), ("state", beside.state != record.header.state),
      ("label", beside.label != LocalizedText(en: label.en, fr: label.fr)),
      ("day", beside.day != record.day.map { Int64($0.number) }),
      ("illustrative", beside.illustrative != record.header.illustrative),
      ("modified", beside.modified != record.header.modified.milliseconds),
    ]
    let names = differing.filter(\.1).map(\.0)
    if !names.isEmpty {
      findings.add(
        Fault("directoryDiffers", ["ref": ref, "parts": names.joined(separator: ", ")]))
    }
    let keys = Access.audience(record.header, record.scope, R.lifeCycle).joined(separator: " ")
    if beside.keys != keys { findings.add(Fault("audienceDiffers", ["ref": ref])) }
    let texts = SearchIndex.texts(of: record)
    let isFindable = beside.searchKeys == keys && beside.texts == texts
    if !isFindable, !(beside.searchKeys == nil && texts.isEmpty) {
      findings.add(Fault("searchDiffers", ["ref": ref]))
    }
    if !(try Links.agree(with: record, as: entry, connection)) {
      findings.add(Fault("linksDiffer", ["ref": ref]))
    }
    checkNumber(of: record)
  }

  /// The changes in its history, one after the other, give the record as it is.
  private func checkHistory<R: Stored>(of record: R, as entry: Int64) throws {
    let ref = record.reference.description
    let replay = try RecordReplay(of: entry, connection)
    guard let last = replay.version else {
      return findings.add(Fault("recordWithoutHistory", ["ref": ref]))
    }
    let version = record.header.version
    if last != version {
      findings.add(
        Fault(
          "versionDiffers", ["ref": ref, "version": String(version), "history": String(last)]))
    }
    let names = replay.differences(from: record)
    if !names.isEmpty {
      findings.add(
        Fault("recordDiffers", ["ref": ref, "parts": names.joined(separator: ", ")]))
    }
  }

  /// An agenda and minutes carry the number of their meeting.
  private func checkNumber<R: Stored>(of record: R) {
    guard R.type.sharesNumberWithMeeting else { return }
    let meeting: Reference? = R.fields.first { $0.name == "meeting" }.flatMap {
      $0.references(of: record).first
    }
    guard meeting?.number != record.header.number else { return }
    findings.add(
      Fault(
        "numberNotOfMeeting",
        ["ref": record.reference.description, "meeting": meeting?.description ?? "–"]))
  }

  /// What is kept of records that are not there.
  private func checkOrphans() throws {
    for type in RecordType.allCases {
      try connection.forEach(
        """
        SELECT r.number FROM records r WHERE r.type = \(type.rawValue) AND NOT EXISTS \
        (SELECT 1 FROM \(raw: type.table) t WHERE t.number = r.number) ORDER BY r.number
        """
      ) { row in
        let reference = Reference(type, row.int64(0))
        findings.add(Fault("recordMissing", ["ref": reference.description]))
        return true
      }
    }
    try connection.forEach(
      """
      SELECT s.rowid FROM search s LEFT JOIN records r ON r.id = s.rowid WHERE r.id IS NULL \
      ORDER BY s.rowid
      """
    ) { row in
      findings.add(Fault("searchOrphan", ["row": String(row.int64(0))]))
      return true
    }
  }

  /// The keys of each audience one by one are those of its name.
  private func checkAudiences() throws {
    try connection.forEach("SELECT id, keys FROM audiences ORDER BY id") { row in
      let keys = try connection.query(
        "SELECT key FROM audience_keys WHERE audience = ? ORDER BY key", [.integer(row.int64(0))]
      ) { $0.string(0) }
      if keys.joined(separator: " ") != row.string(1) {
        findings.add(Fault("audienceKeysDiffer", ["keys": row.string(1)]))
      }
      return true
    }
  }
}

/// What the directory, the audience, the search and the history say of a record.
private struct RecordBeside {
  let entry: Int64?
  let network: Int64
  let audience: Int64
  let state: String
  let label: LocalizedText
  let day: Int64?
  let illustrative: Bool
  let modified: Int64
  let keys: String?
  let texts: LocalizedText
  let searchKeys: String?

  init(_ row: borrowing Row, from first: Int) {
    entry = row.optionalInt64(first)
    network = row.int64(first + 1)
    audience = row.int64(first + 2)
    state = row.string(first + 3)
    label = LocalizedText(en: row.string(first + 4), fr: row.string(first + 5))
    day = row.optionalInt64(first + 6)
    illustrative = row.bool(first + 7)
    modified = row.int64(first + 8)
    keys = row.optionalString(first + 9)
    texts = LocalizedText(en: row.string(first + 10), fr: row.string(first + 11))
    searchKeys = row.optionalString(first + 12)
  }
}
