import HubModel
import HubSQL

extension Writing {
  /// The one place where a record is written.
  ///
  /// Writes the row, the directory entry, the links, the search entry and the history entry.
  func put<R: Stored>(
    _ changed: R, former: R?, _ act: Act, on occasion: Occasion = .ordinary
  ) throws -> R {
    var record = changed
    if former == nil {
      record.header.number =
        try record.givenNumber ?? Directory.nextNumber(of: R.type, connection)
      if !R.belongsToNetwork { record.header.network = ID(record.header.number) }
    } else {
      record.header.modified = try moment()
      record.header.version += 1
    }
    let place = try putRow(record, former: former)
    try History.append(act, of: record, former: former, at: place, in: self)
    touched.insert(record.reference)
    try record.follow(former, on: occasion, in: self)
    return record
  }

  /// Writes everything of a record but its history, and answers where it stands in the
  /// directory.
  func putRow<R: Stored>(_ record: R, former: R?) throws -> DirectoryPlace {
    let derived = Derived(of: record, within: try bounds(of: record))
    let kept = try former.map { Derived(of: $0, within: try bounds(of: $0)) }
    let audience = try Audiences.id(of: derived.audience, connection)
    var values = R.table.values(of: record, audience: audience)
    do {
      if let former {
        values.append(values.removeFirst())
        values.append(.integer(Int64(former.header.version)))
        try connection.execute(R.table.update, values)
        // Something that was read earlier in this transaction has changed since.
        guard connection.changes == 1 else {
          throw Refusal.stale(record.reference, current: former.header.version + 1)
        }
      } else {
        try connection.execute(R.table.insert, values)
      }
    } catch let error as SQLError {
      throw Self.refusal(for: error, R.self) ?? error
    }
    know(record, as: record.reference)
    knownAudiences[record.reference] = nil
    let entry = try derived.put(
      beside: record.reference, audience: audience, former: kept, in: self)
    if let kept, kept.audience != derived.audience { try deriveParts(of: record.reference) }
    try record.keepBeside(former, in: self)
    return DirectoryPlace(entry: entry, audience: audience, keys: derived.audience)
  }

  /// Writes only who may see a record into its row, where that is derived anew.
  func setAudience<R: Stored>(_ audience: Int64, of record: R) throws {
    knownAudiences[record.reference] = nil
    try connection.execute(
      "UPDATE \(raw: R.type.table) SET audience = \(audience) WHERE number = \(record.header.number)"
    )
  }

  /// Counts up the version of a record because something that belongs to it has changed, so that
  /// whoever read it before is told; once in a transaction.
  ///
  /// What not all who see the record may see counts up nothing: by its version, its time and its
  /// history they would learn that something happens which is hidden from them.
  func touch<Whole: Stored, Part: Stored>(
    _ id: ID<Whole>, by part: Part, _ former: Part?, on occasion: Occasion
  ) throws {
    guard !touched.contains(id.reference), let whole = try load(id) else { return }
    let isSeen = try isOpen(part, toAllWhoSee: whole)
    guard try isSeen || former.map({ try isOpen($0, toAllWhoSee: whole) }) ?? false else { return }
    try touch(whole, on: occasion)
  }

  /// Counts up the version of a record; where that is put off, it is kept in mind.
  func touch<R: Stored>(_ record: R, on occasion: Occasion) throws {
    guard putOff[record.reference] == nil else { return putOff[record.reference] = true }
    _ = try put(record, former: record, Act(.edit), on: occasion)
  }

  /// A taken unique value, named by its field; nil when the fault is not the caller's.
  private static func refusal<R: Record>(for error: SQLError, _ type: R.Type) -> Refusal? {
    guard case .constraint(.unique(let table, let columns)) = error.kind, table == R.type.table
    else { return nil }
    let field = R.fields.first { $0.columns.contains(where: columns.contains) }
    guard let field else { return .conflict(Fault("alreadyThere", ["type": R.type.rawValue])) }
    return .conflict(Fault("taken", at: "/\(field.name)", ["field": field.name]))
  }
}
