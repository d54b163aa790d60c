package import HubModel
package import HubSQL

/// A record that the hub keeps in a table: what it is stands in HubModel, what keeping it asks for
/// stands in `<Type>+Store.swift`. What is particular to one kind is a hook here: the path on which
/// all are written names none.
package protocol Stored: Record {
  static var table: RecordTable<Self> { get }

  /// Puts together what the members of a request say of one thing, such as a day and words for it.
  ///
  /// - Parameter sent: the names of all, of those too that say what was said before.
  mutating func reconcile(_ sent: Set<String>, over former: Self, in reading: Reading) throws
    -> [Fault]

  /// Fills in what follows from other records, and answers what is wrong in their light.
  ///
  /// Called before every write, on creation with `former` nil.
  mutating func settle(from former: Self?, on occasion: Occasion, in writing: Writing) throws
    -> [Fault]

  /// What must hold for one transition beyond the table of the life cycle; may set fields.
  mutating func prepare(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws -> [Fault]

  /// What is missing where nobody says why a transition is made, beyond those that always need a
  /// reason.
  func reasonFault(for transition: LifeCycle.Transition, in writing: Writing) throws -> Fault?

  /// What else happens once a transition was made.
  func finish(_ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing) throws

  /// What else follows from any write of the record; `former` is nil for a new one.
  func follow(_ former: Self?, on occasion: Occasion, in writing: Writing) throws

  /// Whether the caller may create, change or move it, where what it belongs to decides that: a
  /// paper for what they may change. nil where their roles in its own scope do.
  func mayBeChanged(in writing: Writing) throws -> Bool?

  /// The visibility of a new one, unless somebody says otherwise: that of what its body records.
  func usualVisibility(in writing: Writing) throws -> Visibility

  /// A visibility than which a new one is never wider, whatever somebody says.
  func narrowest(in writing: Writing) throws -> Visibility

  /// A state in which one of the past can be recorded at once: a meeting that was held.
  static var pastState: String? { get }

  /// The text that is frozen when it is released: all of it, whoever may see it. Who reads an
  /// edition later gets it redacted.
  func editionText(in writing: Writing) throws -> String

  /// What else happens once the record was created.
  func begin(on occasion: Occasion, in writing: Writing) throws

  /// Whether another record says the same: of two that were merged, one membership is enough.
  func isSaidAlready(in reading: Reading) throws -> Bool

  /// Ends what another record says as well.
  mutating func giveWay(on today: Day)

  /// What else is kept beside the row, whatever the occasion on which it is written.
  func keepBeside(_ former: Self?, in writing: Writing) throws

  /// A condition for one of `filters`: `overdue`, `mine`. nil when unknown.
  static func condition(forFilter name: String, _ value: String, in reading: Reading) throws
    -> SQL?

  /// A condition for a field that names a record, where it is found otherwise than in the field's own
  /// column: one that goes on in another field. Without a record: for what names none. nil for all others.
  static func condition(forField name: String, naming other: Reference?, in reading: Reading)
    -> SQL?

  /// Those among `filters` by which the answer is another one from one minute to the next.
  static var momentaryFilters: Set<String> { get }
}

extension Stored {
  package mutating func reconcile(
    _ sent: Set<String>, over former: Self, in reading: Reading
  ) throws -> [Fault] { [] }
  package mutating func settle(from former: Self?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  { [] }
  package mutating func prepare(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws
    -> [Fault]
  { [] }
  package func reasonFault(
    for transition: LifeCycle.Transition, in writing: Writing
  ) throws -> Fault? { nil }
  package func finish(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws {}
  package func follow(_ former: Self?, on occasion: Occasion, in writing: Writing) throws {}
  package func mayBeChanged(in writing: Writing) throws -> Bool? { nil }
  package func usualVisibility(in writing: Writing) throws -> Visibility {
    try scope.body.flatMap { try writing.load($0) }?.defaultVisibility.visibility
      ?? Self.defaultVisibility
  }
  package func narrowest(in writing: Writing) throws -> Visibility { .public }
  package static var pastState: String? { nil }
  package func editionText(in writing: Writing) throws -> String { "" }
  package func begin(on occasion: Occasion, in writing: Writing) throws {}
  package func isSaidAlready(in reading: Reading) throws -> Bool { false }
  package mutating func giveWay(on today: Day) {}
  package func keepBeside(_ former: Self?, in writing: Writing) throws {}
  package static func condition(
    forFilter name: String, _ value: String, in reading: Reading
  ) throws -> SQL? { nil }
  package static func condition(
    forField name: String, naming other: Reference?, in reading: Reading
  ) -> SQL? { nil }
  package static var momentaryFilters: Set<String> { [] }
}
