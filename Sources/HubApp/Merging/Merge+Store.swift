import HubModel
import HubSQL

/// A record that was recorded twice, and the one of the two that stays: whatever names the first
/// names the other from then on, as an edit of each in its history. What the past says, and what was
/// published, stays as it was.
///
/// It moves what its admin may see. What is private to an organization is moved by its own people:
/// to merge is not a way to see it.
struct Merge<R: MergeableStored> {
  let duplicate: R
  let successor: R

  /// - Throws: `Refusal` with every reason why the two cannot be one.
  init(_ duplicate: ID<R>, into successor: ID<R>, in reading: Reading) throws {
    try Access.requireAdmin(reading.caller)
    self.duplicate = try reading.find(duplicate)
    guard let successor = try reading.seen(successor) else {
      throw Refusal.fault("unknownReference", at: "/into", ["ref": successor.description])
    }
    self.successor = successor
    let faults = try faults(in: reading)
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
  }

  private func faults(in reading: Reading) throws -> [Fault] {
    let (ref, into) = (duplicate.reference.description, successor.reference.description)
    if duplicate.id == successor.id { return [Fault("mergeIntoItself", at: "/into")] }
    var faults: [Fault] = []
    if let gone = duplicate.goneFault { faults.append(gone) }
    if let gone = successor.goneFault {
      faults.append(Fault(gone.code, at: "/into", gone.arguments))
    }
    if duplicate.header.network != successor.header.network {
      faults.append(Fault("mergeAcrossNetworks", at: "/into", ["ref": ref, "into": into]))
    }
    return try faults + duplicate.faultsBeforeMerging(in: reading)
  }

  /// The records that name the duplicate, of those that the caller may see.
  func plan(in reading: Reading) throws -> MergeReport {
    var report = MergeReport(duplicate: duplicate.reference, successor: successor.reference)
    for subject in Subjects.all { try add(subject, to: &report, in: reading) }
    guard report.faults.isEmpty else { throw Refusal.invalid(report.faults) }
    return report
  }

  private func add<S: Stored>(
    _ type: S.Type, to report: inout MergeReport, in reading: Reading
  ) throws {
    guard let condition = S.table.condition(naming: duplicate.reference) else { return }
    for former in try reading.all(S.self, where: condition)
    where former.reference != duplicate.reference {
      let record = renamed(former)
      let before = Set(former.faults())
      report.faults += record.faults().filter { !before.contains($0) }.map {
        Fault($0.code, at: "/\(former.reference)\($0.pointer)", $0.arguments)
      }
      if try record.isSaidAlready(in: reading) {
        report.left.append(former.reference)
      } else {
        report.moved.append(former.reference)
      }
    }
  }

  /// The record with the successor in the place of the duplicate. The successor does not name
  /// itself.
  private func renamed<S: Record>(_ former: S) -> S {
    var record = former
    let named = former.reference == successor.reference ? nil : successor.reference
    record.header.sharedWith = record.header.sharedWith.replacing(duplicate.reference, by: named)
    for field in S.fields { field.replace(duplicate.reference, by: named, in: &record) }
    record.nameOnce()
    return record
  }

  /// Merges as planned, in one transaction.
  func carryOut(_ plan: MergeReport, reason: String?, in writing: Writing) throws {
    let act = Act(.edit, reason: reason)
    for reference in plan.moved {
      guard let subject = Subjects.of(reference.type) else { continue }
      try rename(subject, reference, act, in: writing)
    }
    for reference in plan.left {
      guard let subject = Subjects.of(reference.type) else { continue }
      try end(subject, reference, act, in: writing)
    }
    guard var record = try writing.load(duplicate.id) else { return }
    let former = record
    record.mergedInto = successor.id
    record.yieldUnique()
    _ = try writing.put(record, former: former, act, on: .merging)
    try record.endByMerging(in: writing)
  }

  private func rename<S: Stored>(
    _ type: S.Type, _ reference: Reference, _ act: Act, in writing: Writing
  ) throws {
    guard let former = try writing.load(ID<S>(reference.number)) else { return }
    _ = try writing.put(renamed(former), former: former, act, on: .merging)
  }

  private func end<S: Stored>(
    _ type: S.Type, _ reference: Reference, _ act: Act, in writing: Writing
  ) throws {
    guard let former = try writing.load(ID<S>(reference.number)) else { return }
    var record = former
    record.giveWay(on: writing.today)
    guard !writing.isSame(record, former) else { return }
    _ = try writing.put(record, former: former, act, on: .merging)
  }
}

extension Record {
  /// Gives up what nobody else could have: the address by which somebody is written to.
  fileprivate mutating func yieldUnique() {
    for field in Self.fields
    where field.traits.isSuperset(of: [.unique, .optional]) {
      var source = CellReader(field.columns.map { _ in .null })
      field.load(&self, from: &source)
    }
  }
}

extension RecordTable {
  /// The records that name another one in one of their fields, or are shared with it; nil where none
  /// can.
  func condition(naming reference: Reference) -> SQL? {
    let listed = "%,\(reference),%"
    var conditions: [SQL] = R.fields.compactMap { field in
      let column = SQL(raw: "t.\(field.columns[0])")
      switch field.kind {
      case .reference(let type):
        return type == reference.type ? "\(column) = \(reference.number)" : nil
      case .anyReference(let types):
        guard types.contains(reference.type) else { return nil }
        let number = SQL(raw: "t.\(field.columns[1])")
        return "(\(column) = \(reference.type.rawValue) AND \(number) = \(reference.number))"
      case .references(let types):
        guard types.contains(reference.type) else { return nil }
        return "',' || \(column) || ',' LIKE \(listed)"
      default: return nil
      }
    }
    if [.body, .person].contains(reference.type) {
      conditions.append("',' || t.shared_with || ',' LIKE \(listed)")
    }
    return conditions.isEmpty ? nil : "(\(SQL.joined(conditions, separator: " OR ")))"
  }
}
