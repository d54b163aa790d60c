import HubModel
import HubSQL

extension Writing {
  /// The one place where a record is written.
  ///
  /// Writes the row, the directory entry, the links, the search entry and the history entry.
  func put<R: Stored>(_ changed: R, former: R?, _ act: Act) throws -> R {
    var record = changed
    if former == nil {
      if !R.type.sharesNumberWithMeeting {
        record.header.number = try Directory.nextNumber(of: R.type, connection)
      }
      if R.type == .network { record.header.network = ID(record.header.number) }
    } else {
      record.header.modified = try moment()
      record.header.version += 1
    }
    let place = try putRow(record, former: former)
    try History.append(act, of: record, former: former, at: place, in: self)
    touched.insert(record.reference)
    try record.follow(former, in: self)
    return record
  }

  /// Writes everything of a record but its history, and answers where it stands in the
  /// directory.
  func putRow<R: Stored>(_ record: R, former: R?) throws -> DirectoryPlace {
    let keys = Access.audience(record.header, record.scope, R.lifeCycle)
    let audience = try Audiences.id(of: keys, connection)
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
    let entry = try Directory.put(record, audience: audience, isNew: former == nil, self)
    try Links.put(record, former: former, as: entry, in: self)
    try SearchIndex.put(record, former: former, as: entry, keys: keys, connection)
    if let former {
      let left = Access.audience(former.header, former.scope, R.lifeCycle)
      if left != keys { try Departures.put(entry, left: left, at: moment(), connection) }
    }
    return DirectoryPlace(entry: entry, audience: audience, keys: keys)
  }

  /// Counts up the version of a record because something that belongs to it has changed, so that
  /// whoever read it before is told; once in a transaction.
  func touch<R: Stored>(_ id: ID<R>) throws {
    guard !touched.contains(id.reference), let record = try load(id) else { return }
    _ = try put(record, former: record, Act(.edit))
  }

  /// A taken unique value, named by its field; nil when the fault is not the caller's.
  private static func refusal<R: Record>(for error: SQLError, _ type: R.Type) -> Refusal? {
    guard case .constraint(.unique) = error.kind else { return nil }
    let field = R.fields.first { field in
      field.columns.contains { error.message.contains("\(R.type.table).\($0)") }
    }
    guard let field else { return .conflict(Fault("alreadyThere", ["type": R.type.rawValue])) }
    return .conflict(Fault("taken", at: "/\(field.name)", ["field": field.name]))
  }
}
