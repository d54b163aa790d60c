import HubModel
import HubSQL
import HubText

/// Where the texts of an expunction stand, found before anything is changed.
struct ExpunctionPlan {
  let erasure: Erasure
  /// The person who is expunged, whose own record and history say no name, function or address.
  let person: Person?
  /// By record; nil for what the history says of no record.
  private(set) var entries: [Reference?: [ExpungedEntry]] = [:]
  private var touched: [Reference?: Expunction.Touched] = [:]

  private let connection: Connection

  /// - Parameter erasure: one that is told of near spellings has every text looked through.
  init(_ erasure: Erasure, person: Person?, in reading: Reading) throws {
    self.erasure = erasure
    self.person = person
    connection = reading.connection
    try searchHistory()
    for subject in Subjects.all { try searchRecords(subject) }
    try searchEditions()
    try searchTokens()
    guard let person, !PersonExpunction.isDone(person) else { return }
    note(1, of: person.reference) { $0.fields += 1 }
  }

  /// The records to be written, in the order of their types and numbers.
  var references: [Reference] {
    touched.keys.compactMap(\.self).sorted()
  }

  var isEmpty: Bool { touched.isEmpty }
  /// Whether something is said of no record.
  var touchesHub: Bool { touched[nil] != nil }

  /// What it will touch: records in the order of their types and numbers, the hub itself last.
  func report(of expunction: Expunction, dryRun: Bool) -> Expunction.Report {
    let records = (references + [nil]).compactMap { touched[$0] }
    return Expunction.Report(
      dryRun: dryRun, records: records,
      isCommon: expunction.isCommon(places: records.reduce(0) { $0 + $1.places }),
      near: erasure.near?.spellings ?? [])
  }

  private mutating func note(
    _ places: Int, of reference: Reference?, _ count: (inout Expunction.Touched) -> Void
  ) {
    guard places > 0 else { return }
    var record = touched[reference] ?? Expunction.Touched(reference: reference)
    record.places += places
    count(&record)
    touched[reference] = record
  }

  /// One condition that holds where a column may have one of the texts in it, exactly spelled.
  private func condition(_ columns: [String], spellings: [String]) -> SQL? {
    if erasure.near != nil { return "1 = 1" }
    let parts = columns.flatMap { column in
      spellings.map { spelling -> SQL in "instr(\(raw: column), \(spelling)) > 0" }
    }
    return parts.isEmpty ? nil : SQL.joined(parts, separator: " OR ")
  }

  private mutating func searchHistory() throws {
    // As the texts are spelled inside JSON.
    let spellings = erasure.spellings.map { spelling in
      String(JSON.string(spelling).text.dropFirst().dropLast())
    }
    var conditions: [SQL] = []
    if let found = condition(["h.content"], spellings: spellings) { conditions.append(found) }
    if let person {
      conditions.append("(r.type = 'person' AND r.number = \(person.header.number))")
    }
    guard !conditions.isEmpty else { return }
    var plan = self
    try connection.forEach(
      """
      SELECT h.id, h.act, h.content, r.type, r.number \
      FROM history h LEFT JOIN records r ON r.id = h.record \
      WHERE h.content IS NOT NULL AND (\(SQL.joined(conditions, separator: " OR "))) ORDER BY h.id
      """
    ) { row in
      let reference = RecordType(rawValue: row.string(3)).map { Reference($0, row.int64(4)) }
      let isExpunction = row.string(1) == Act.Kind.expunge.rawValue
      plan.take(row.int64(0), row.string(2), reference, isExpunction)
      return true
    }
    self = plan
  }

  /// Notes an entry whose content has one of the texts in it, with what it will say instead.
  private mutating func take(
    _ entry: Int64, _ content: String, _ reference: Reference?, _ isExpunction: Bool
  ) {
    // An earlier expunction keeps what others say now. If one of those has the text in it, or it
    // has itself, it is blanked, and the new one takes over what it kept.
    let kept = isExpunction ? ExpungedEntry.list(in: content) : []
    let own = isExpunction ? ExpungedEntry.own(content) ?? content : content
    let contents = [ExpungedEntry(entry: entry, content: own)] + kept
    var found = 0
    let replaced = contents.map { old -> ExpungedEntry in
      guard let new = erased(old.content, of: reference) else { return old }
      found += new.places
      return ExpungedEntry(entry: old.entry, content: new.content.text)
    }
    guard found > 0 else { return }
    entries[reference, default: []] += replaced
    note(found, of: reference) { $0.entries += replaced.map(\.entry) }
  }

  private func erased(
    _ content: String, of reference: Reference?
  ) -> (content: JSON, places: Int)? {
    guard var json = try? JSON(parsing: content) else { return nil }
    var places = 0
    if let person, reference == person.reference {
      places += PersonExpunction.apply(to: &json, number: person.header.number)
    }
    let subject = reference.map { Kinds.kind(of: $0.type) }
    if let found = erasure.applied(
      toContent: json, of: subject, number: reference?.number ?? 0, sparing: spared(of: reference))
    {
      json = found.content
      places += found.places
    }
    return places == 0 ? nil : (json, places)
  }

  /// The field of a record that is left alone: somebody else with the same name keeps it.
  func spared(of reference: Reference?) -> String? {
    guard let person, let reference, reference.type == .person else { return nil }
    return reference == person.reference ? nil : "name"
  }

  private mutating func searchRecords<R: Stored>(_ type: R.Type) throws {
    let columns = R.fields.filter {
      if case .never = FieldErasure($0.name, $0.kind) { false } else { true }
    }.flatMap { field in
      zip(field.columns, field.kind.columnSuffixes).filter { $0.1 != "_stale" }.map(\.0)
    }
    guard let condition = condition(columns, spellings: erasure.spellings) else { return }
    let table = R.table
    var plan = self
    try connection.forEach(
      "SELECT \(raw: table.selection) FROM \(raw: R.type.table) WHERE \(condition)"
    ) { row in
      var record = table.record(row)
      let found = plan.erasure.apply(to: &record, sparing: plan.spared(of: record.reference))
      plan.note(found, of: record.reference) { $0.fields += found }
      return true
    }
    self = plan
  }

  private mutating func searchEditions() throws {
    let columns = ["e.note_en", "e.note_fr", "e.text"]
    guard let condition = condition(columns, spellings: erasure.spellings) else { return }
    var plan = self
    try connection.forEach(
      """
      SELECT r.type, r.number, e.note_en, e.note_fr, e.text, e.number FROM editions e \
      JOIN records r ON r.id = e.record WHERE \(condition) ORDER BY e.record, e.number
      """
    ) { row in
      guard let type = RecordType(rawValue: row.string(0)) else { return true }
      let edition = EditionTexts(row, from: 2)
      let found = edition.erased(by: plan.erasure).places
      let number = row.int(5)
      plan.note(found, of: Reference(type, row.int64(1))) { $0.editions.append(number) }
      return true
    }
    self = plan
  }

  /// What somebody called a token may name anybody.
  private mutating func searchTokens() throws {
    var plan = self
    try connection.forEach("SELECT name FROM tokens") { row in
      let found = plan.erasure.applied(to: row.string(0), in: nil)?.places ?? 0
      plan.note(found, of: nil) { $0.fields += found }
      return true
    }
    self = plan
  }
}
