import HubModel
import HubSQL

/// Who decides how widely a record is seen, and how widely that can be.
extension Writing {
  /// Whether the caller is one of those who say who else sees a record.
  func isSteward<R: Record>(of record: R) -> Bool {
    !caller.roles(for: record.header, record.scope).isDisjoint(with: R.stewards)
  }

  /// The visibility of what a record belongs to; the narrowest, where there are several.
  func ceiling<R: Stored>(of record: R) throws -> Visibility {
    try R.table.wholes(of: record).map(visibility).max() ?? .public
  }

  private func visibility(of reference: Reference) throws -> Visibility {
    // What was read in this transaction already is mostly the same few.
    if let known = knownVisibility(of: reference) { return known }
    let word = try connection.first(
      "SELECT visibility FROM \(raw: reference.type.table) WHERE number = \(reference.number)"
    ) { $0.string(0) }
    return word.flatMap(Visibility.init) ?? .public
  }

  /// Whoever proposes something does not by that decide who sees it.
  ///
  /// - Parameter visibility: what they say of it; nil when they say nothing.
  func proposalFaults<R: Stored>(
    _ record: R, asking visibility: Visibility?, usual: Visibility
  ) throws -> [Fault] {
    guard !isSteward(of: record) else { return [] }
    var faults: [Fault] = []
    if let visibility, visibility < usual {
      faults.append(Fault("proposedWider", at: "/visibility", ["visibility": usual.rawValue]))
    }
    if !record.header.sharedWith.isEmpty {
      faults.append(Fault("proposedShared", at: "/sharedWith"))
    }
    return try faults + outsiderFaults(record, former: nil)
  }

  /// Whoever is named in a record sees it. Only a steward names somebody who would not see such a
  /// record otherwise, once it is released.
  func outsiderFaults<R: Stored>(_ record: R, former: R?) throws -> [Fault] {
    var scope = record.scope
    let known = former?.scope
    let named = scope.people.filter { $0 != caller.person && known?.names($0) != true }
    guard !named.isEmpty, !isSteward(of: former ?? record) else { return [] }
    (scope.person, scope.others, scope.ceiling) = (nil, [], .public)
    let keys = Access.keys(record.header, scope, nil, within: try bounds(of: record))
    return try named.compactMap { id in
      guard let person = try load(id) else { return nil }
      let other = try Caller.load(.person(person.handle), on: now, from: connection)
      guard !Access.maySee(other, audience: keys) else { return nil }
      let field = R.fields.first { $0.references(of: record).contains(id.reference) }
      return Fault("outsiderNamed", at: "/\(field?.name ?? "")", ["ref": id.description])
    }
  }

  /// A record is not opened to more people than what it belongs to: nobody but those would see it.
  func checkLoosened<R: Stored>(_ record: R, former: R) throws {
    guard record.header.visibility < former.header.visibility else { return }
    for whole in R.table.wholes(of: record) {
      let most = try visibility(of: whole)
      guard record.header.visibility < most else { continue }
      throw Refusal.fault(
        "widerThanWhole", at: "/visibility",
        ["ref": whole.description, "visibility": most.rawValue])
    }
  }
}

extension Record {
  /// Those of the writers who run what the record is for: working on one is not enough.
  static var stewards: Roles { writers.subtracting([.assignee, .author, .oneself]) }
}
