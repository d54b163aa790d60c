import HubCrypto
import HubModel
import HubSQL
import HubText

/// Walks the history from its first entry to its last and checks every link.
struct ChainVerification {
  private let connection: Connection
  private let kept: Head?
  private let findings: Findings
  private(set) var count: Int64 = 0
  private(set) var head = Head.start
  /// The digest that the entry before should have, where it has another.
  private var computed = Head.start.digest
  private var formerIsIntact = true
  private var formerAt: Int64 = 0
  /// The keys of the audiences, which are few.
  private var audiences: [Int64: String] = [:]

  init(_ connection: Connection, kept: Head?, findings: Findings) {
    self.connection = connection
    self.kept = kept
    self.findings = findings
  }

  mutating func run(_ progress: Verification.Progress) throws {
    let total = try History.head(connection).entry
    try connection.forEach("SELECT id, keys FROM audiences") { row in
      audiences[row.int64(0)] = row.string(1)
      return true
    }
    // Mutating through a copy: the closure cannot capture `self` of a struct.
    var walk = self
    try connection.forEach(
      """
      SELECT id, at, actor, record, act, version, from_state, to_state, content, salt, \
      content_digest, digest, expunged_by, audience FROM history ORDER BY id
      """
    ) { row in
      try walk.check(row)
      if walk.count & 0xFFF == 0 { progress(walk.count, max(total, walk.count)) }
      return true
    }
    self = walk
    progress(count, count)
    if let kept, kept.entry > head.entry {
      findings.add(
        Fault(
          "historyCut",
          [
            "entry": String(head.entry), "kept": String(kept.entry),
            "date": Moment(milliseconds: formerAt).description,
          ]))
    }
    try checkBlanked()
  }

  private mutating func check(_ row: borrowing Row) throws {
    let entry = EntryName(id: row.int64(0), record: row.optionalInt64(3), at: row.int64(1))
    let link = HistoryLink(row, audience: row.optionalInt64(13).map { audiences[$0] ?? "" })
    let stored = row.bytes(11)
    count += 1
    if entry.id == head.entry &+ 1 {
      try checkLink(link, stored, entry)
    } else {
      // What was before a gap is unknown, so this entry's link cannot be checked.
      findings.add(
        Fault(
          "historyMissing",
          [
            "entry": String(head.entry &+ 1), "last": String(entry.id &- 1),
            "date": Moment(milliseconds: head.entry == 0 ? entry.at : formerAt).description,
          ]))
      computed = stored
      formerIsIntact = true
    }
    head = Head(entry: entry.id, digest: stored)
    formerAt = entry.at
    try checkContent(row, link, entry)
    if let kept, kept.entry == entry.id, kept.digest != stored {
      findings.add(try entry.fault("historyRebuilt", connection))
    }
  }

  /// Where one entry was exchanged, the next one does not follow on it either, though nobody
  /// touched it; it is told apart.
  private mutating func checkLink(
    _ link: HistoryLink, _ stored: [UInt8], _ entry: EntryName
  ) throws {
    let expected = link.digest(after: head.digest)
    let follows = expected == stored || !formerIsIntact && link.digest(after: computed) == stored
    if !follows {
      let code = formerIsIntact ? "historyChanged" : "historyUnlinked"
      findings.add(try entry.fault(code, connection))
    }
    computed = expected
    formerIsIntact = follows
  }

  private func checkContent(
    _ row: borrowing Row, _ link: HistoryLink, _ entry: EntryName
  ) throws {
    guard !row.isNull(8) else {
      // That the expunction is one and names the entry is checked from its side.
      if row.isNull(12) { findings.add(try entry.fault("historyBlanked", connection)) }
      return
    }
    let digest = row.withUTF8(8) { HistoryLink.digest(ofContent: $0, salt: row.bytes(9)) }
    if digest != link.contentDigest {
      findings.add(try entry.fault("historyContentChanged", connection))
    } else if link.act == Act.Kind.expunge.rawValue {
      try checkNamed(by: entry, link, row.string(8))
    }
  }

  /// The entries that an expunction blanked are those that it names.
  private func checkNamed(by entry: EntryName, _ link: HistoryLink, _ content: String) throws {
    let kept = ExpungedEntry.list(in: content)
    let check = ExpunctionVerification(
      entry: entry.id, record: link.record, actor: link.actor, connection: connection)
    if try !check.isGenuine(kept) { findings.add(try entry.fault("expunctionForged", connection)) }
    let named = Set(kept.map(\.entry))
    try connection.forEach(
      "SELECT id, record, at FROM history WHERE expunged_by = \(entry.id) ORDER BY id"
    ) { row in
      let blanked = EntryName(id: row.int64(0), record: row.optionalInt64(1), at: row.int64(2))
      if !named.contains(blanked.id) {
        findings.add(try blanked.fault("historyBlanked", connection))
      }
      return true
    }
  }

  /// Content that is gone by an entry that is no later expunction.
  private func checkBlanked() throws {
    try connection.forEach(
      """
      SELECT h.id, h.record, h.at FROM history h LEFT JOIN history e ON e.id = h.expunged_by \
      WHERE h.expunged_by IS NOT NULL AND (e.id IS NULL OR e.act <> 'expunge' \
      OR e.content IS NULL OR e.id <= h.id) ORDER BY h.id
      """
    ) { row in
      let entry = EntryName(id: row.int64(0), record: row.optionalInt64(1), at: row.int64(2))
      findings.add(try entry.fault("historyBlanked", connection))
      return true
    }
  }
}

/// What an entry is called in a finding.
private struct EntryName {
  let id: Int64
  let record: Int64?
  let at: Int64

  func fault(_ code: String, _ connection: Connection) throws -> Fault {
    var reference: String?
    if let record { reference = try Directory.reference(of: record, connection)?.description }
    return Fault(
      code,
      [
        "entry": String(id), "ref": reference ?? "–",
        "date": Moment(milliseconds: at).description,
      ])
  }
}

extension HistoryLink {
  /// The entry in a row of `id, at, actor, record, act, version, from_state, to_state, content,
  /// salt, content_digest`.
  init(_ row: borrowing Row, audience: String?) {
    self.init(
      id: row.int64(0), at: row.int64(1), actor: row.optionalInt64(2),
      record: row.optionalInt64(3), audience: audience, act: row.string(4), version: row.int(5),
      from: row.optionalString(6), to: row.optionalString(7), contentDigest: row.bytes(10))
  }
}
