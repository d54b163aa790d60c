import HubModel
import HubSQL

/// Compares every record with its history, and with what is kept beside it: its directory entry,
/// its audience, its links and its search entry.
struct RecordsVerification {
  let connection: Connection
  let schema: Schema
  /// Looks up what records belong to.
  private let reading: Reading
  let findings: Findings
  /// What follows from records otherwise than it is kept.
  let outdated: Findings
  private(set) var count: Int64 = 0
  private var total: Int64 = 0

  init(_ connection: Connection, _ schema: Schema, findings: Findings, outdated: Findings) {
    self.connection = connection
    reading = Reading(connection, caller: .founder, now: Moment(milliseconds: 0))
    self.schema = schema
    self.findings = findings
    self.outdated = outdated
  }

  mutating func run(_ progress: Verification.Progress) throws {
    total = try Directory.count(connection)
    for audience in try Audiences.differing(connection) {
      outdated.add(Fault("audienceKeysDiffer", ["keys": audience.keys]))
    }
    for subject in schema.subjects { try check(subject, progress) }
    try checkMissing()
    for entry in try SearchIndex.orphans(connection) {
      outdated.add(Fault("searchOrphan", ["row": String(entry)]))
    }
    for handle in try Handles.differing(connection) {
      outdated.add(Fault("handleDiffers", ["handle": handle]))
    }
    if try SearchIndex.differs(connection) { outdated.add(Fault("searchIndexDiffers")) }
    progress(count, count)
  }

  private mutating func check<R: Stored>(
    _ type: R.Type, _ progress: Verification.Progress
  ) throws {
    var walk = self
    try KeptDerived.forEach(R.self, connection) { record, row, kept in
      walk.checkRow(of: record, row, kept)
      try walk.check(record, kept)
      walk.count += 1
      if walk.count & 0x3FF == 0 { progress(walk.count, max(walk.total, walk.count)) }
    }
    self = walk
  }

  private func check<R: Stored>(_ record: R, _ kept: KeptDerived) throws {
    let ref = record.reference.description
    guard let entry = kept.entry else {
      return findings.add(Fault("recordNotInDirectory", ["ref": ref]))
    }
    try checkHistory(of: record, as: entry)
    let derived = Derived(of: record, within: try reading.bounds(of: record))
    for fault in try kept.difference(from: derived, of: record.reference, connection)
      .faults(of: record.reference)
    { outdated.add(fault) }
    checkNumber(of: record)
  }

  /// An agenda and minutes carry the number of their meeting.
  private func checkNumber<R: Stored>(of record: R) {
    guard let given = record.givenNumber, given != record.header.number else { return }
    let meeting = Reference(.meeting, given).description
    findings.add(
      Fault("numberNotOfMeeting", ["ref": record.reference.description, "meeting": meeting]))
  }

  /// What the program reads in a row is all that stands there: no word that it does not know, no
  /// list with something in it that it passes over.
  private func checkRow<R: Stored>(of record: R, _ row: borrowing Row, _ kept: KeptDerived) {
    let table = R.table
    var parts: [String] = []
    for (index, value) in table.values(of: record, audience: kept.rowAudience).enumerated() {
      if row.value(index) != value { parts.append(table.columns[index]) }
    }
    guard !parts.isEmpty else { return }
    findings.add(
      Fault(
        "rowNotUnderstood",
        ["ref": record.reference.description, "parts": parts.joined(separator: ", ")]))
  }

  /// The changes in its history, one after the other, give the record as it is.
  private func checkHistory<R: Stored>(of record: R, as entry: Int64) throws {
    let ref = record.reference.description
    let replay = try RecordReplay<R>(of: entry, connection)
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

  /// Lines of the directory whose records are not there.
  private func checkMissing() throws {
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
  }
}
