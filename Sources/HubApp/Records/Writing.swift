package import HubModel
import HubSQL

/// One transaction that changes the data, on behalf of somebody.
///
/// Every change goes through `create`, `edit` or `move`, and each of them through `put`: access,
/// version and rules are checked, the record, its directory entry, its links and its search entry
/// are written, and the history says who did what, in one transaction.
package final class Writing: Reading {
  let randomBytes: @Sendable (Int) -> [UInt8]
  /// Records that this transaction has written already: another change of what belongs to them
  /// need not count up their versions again.
  var touched: Set<Reference> = []
  /// Records whose versions count up at the end of what is being written, and whether they have a
  /// reason to.
  var putOff: [Reference: Bool] = [:]

  /// Records as this transaction read or wrote them last, nil where there is none: what follows
  /// from a change asks for the same few again and again.
  private var known: [Reference: (any Record)?] = [:]
  private static let mostKnown = 1000

  init(
    _ connection: Connection, caller: Caller, now: Moment, memory: Memory = Memory(),
    randomBytes: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.randomBytes = randomBytes
    super.init(connection, caller: caller, now: now, memory: memory)
  }

  package override func load<R: Stored>(_ id: ID<R>) throws -> R? {
    if let known = known[id.reference] { return known as? R }
    let record = try super.load(id)
    know(record, as: id.reference)
    return record
  }

  /// The visibility of a record that this transaction read or wrote.
  func knownVisibility(of reference: Reference) -> Visibility? {
    known[reference].flatMap(\.self)?.header.visibility
  }

  /// Remembers a record as it is now. Only `putRow` writes one, and only to this end calls this.
  func know(_ record: (any Record)?, as reference: Reference) {
    if known.count >= Self.mostKnown { known.removeAll() }
    known[reference] = .some(record)
  }

  /// When the changes of this transaction are made: now, or after the last change that there is.
  func moment() throws -> Moment { try History.moment(of: now, connection) }

  /// Keeps a new record and gives it its number.
  ///
  /// - Throws: `Refusal`: `invalid` with every fault, `notAllowed`, `signInRequired`.
  @discardableResult
  package func create<R: Stored>(
    _ draft: R, visibility: Visibility? = nil, on occasion: Occasion = .ordinary
  ) throws -> R {
    guard caller.isFounder || caller.person != nil else { throw Refusal.signInRequired }
    var record = draft
    record.header.created = try moment()
    record.header.modified = record.header.created
    record.header.version = 1
    record.header.author = caller.person
    record.header.state = R.lifeCycle?.initial ?? ""
    if record.header.network.number == 0, let network = caller.network {
      record.header.network = network
    }
    var faults: [Fault]
    do {
      faults = try record.settle(from: nil, on: occasion, in: self)
    } catch let conflict as Refusal {
      // What is there already is told to nobody who may not create such a record.
      guard Access.mayCreate(caller, record) else { throw refusal(needing: R.creators) }
      throw conflict
    }
    let usual = max(try record.usualVisibility(in: self), try ceiling(of: record))
    record.header.visibility = try max(
      visibility.map { max($0, try ceiling(of: record)) } ?? usual, record.narrowest(in: self))
    faults += try proposalFaults(record, asking: visibility, usual: usual)
    faults += try check(record, former: nil)
    if R.belongsToNetwork, !caller.isFounder, !caller.isAdmin,
      record.header.network != caller.network
    {
      // Nobody puts records into a network that is not theirs.
      throw Refusal.notAllowed(Fault("otherNetwork", at: "/network"))
    }
    // Without what it belongs to nobody has a right to it; that something is missing is told first.
    let isNowhere = R.fields.contains {
      guard case .reference = $0.kind else { return false }
      return $0.traits.contains(.required) && $0.isBlank(record)
    }
    let mayCreate = try record.mayBeChanged(in: self) ?? Access.mayCreate(caller, record)
    guard mayCreate || isNowhere else {
      throw refusal(needing: R.creators)
    }
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
    record = try put(record, former: nil, Act(.create), on: occasion)
    try record.begin(on: occasion, in: self)
    return record
  }

  /// Changes fields of a record.
  ///
  /// - Parameters:
  ///   - version: the version that the caller read; nil trusts that it is the current one.
  ///   - reason: why; asked for where a rule wants it.
  @discardableResult
  package func edit<R: Stored>(
    _ id: ID<R>, expecting version: Int? = nil, reason: String? = nil,
    on occasion: Occasion = .ordinary, _ change: (inout R) throws -> Void
  ) throws -> R {
    let former = try find(id)
    try expect(version, of: former)
    guard try former.mayBeChanged(in: self) ?? Access.mayWrite(caller, former) else {
      throw refusal(needing: former.writers)
    }
    if let gone = former.goneFault { throw Refusal.conflict(gone) }
    var record = former
    try change(&record)
    if (record.header.visibility, record.header.sharedWith)
      != (former.header.visibility, former.header.sharedWith)
    {
      // Whoever works on a record does not by that decide who else may see it.
      guard isSteward(of: former) else { throw refusal(needing: R.stewards) }
      try checkLoosened(record, former: former)
    }
    let outsiders = try outsiderFaults(record, former: former)
    guard outsiders.isEmpty else { throw Refusal.invalid(outsiders) }
    return try keep(record, former: former, Act(.edit, reason: reason), on: occasion)
  }

  /// Changes a record as a consequence of another change: rules and history as ever, but the
  /// right to do it was that of the change that caused it.
  @discardableResult
  package func adjust<R: Stored>(
    _ former: R, on occasion: Occasion, _ change: (inout R) throws -> Void
  ) throws -> R {
    var record = former
    try change(&record)
    let act = Act(occasion.contains(.migration) ? .migrate : .edit)
    return try keep(record, former: former, act, on: occasion)
  }

  private func keep<R: Stored>(
    _ changed: R, former: R, _ act: Act, on occasion: Occasion
  ) throws -> R {
    var record = changed
    var faults = try record.settle(from: former, on: occasion, in: self)
    faults += try check(record, former: former)
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
    guard !isSame(record, former) else { return former }
    faults = try lostTranslations(in: record, former: former)
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
    return try put(record, former: former, act, on: occasion)
  }

  /// Moves a record along its life cycle.
  @discardableResult
  package func move<R: Stored>(
    _ id: ID<R>, to state: String, expecting version: Int? = nil, reason: String? = nil,
    on occasion: Occasion = .ordinary, _ change: (inout R) throws -> Void = { _ in }
  ) throws -> R {
    let former = try find(id)
    try expect(version, of: former)
    return try step(
      former, to: state, reason: reason, on: occasion, checkingRoles: true, change)
  }

  /// Moves a record as a consequence of another change.
  @discardableResult
  package func advance<R: Stored>(
    _ former: R, to state: String, reason: String? = nil, on occasion: Occasion,
    _ change: (inout R) throws -> Void = { _ in }
  ) throws -> R {
    try step(
      former, to: state, reason: reason, on: occasion, checkingRoles: false, change)
  }

  private func step<R: Stored>(
    _ former: R, to state: String, reason: String?, on occasion: Occasion, checkingRoles: Bool,
    _ change: (inout R) throws -> Void
  ) throws -> R {
    let transition = try self.transition(of: former, to: state)
    if checkingRoles {
      let roles = caller.roles(for: former.header, former.scope)
      guard try former.mayBeChanged(in: self) ?? !transition.by.isDisjoint(with: roles) else {
        throw refusal(needing: transition.by)
      }
    }
    var record = former
    try change(&record)
    if checkingRoles { try checkTouched(record, former: former, transition) }
    record.header.state = state
    var faults = try record.prepare(transition, on: occasion, in: self)
    faults += try record.settle(from: former, on: occasion, in: self)
    faults += try check(record, former: former)
    faults += try check(transition, record, reason: reason)
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
    record = try put(
      record, former: former, Act(.move, from: former.header.state, to: state, reason: reason),
      on: occasion)
    try record.finish(transition, on: occasion, in: self)
    return record
  }
}
