package import HubModel
package import HubSQL

/// A record that the hub keeps in a table: what it is stands in HubModel, what keeping it asks for
/// stands in `<Type>+Store.swift`.
package protocol Stored: Record {
  static var table: RecordTable<Self> { get }

  /// Fills in what follows from other records, and answers what is wrong in their light.
  ///
  /// Called before every write, on creation with `former` nil.
  mutating func settle(from former: Self?, in writing: Writing) throws -> [Fault]

  /// What must hold for one transition beyond the table of the life cycle; may set fields.
  mutating func prepare(_ transition: LifeCycle.Transition, in writing: Writing) throws -> [Fault]

  /// What else happens once a transition was made.
  func finish(_ transition: LifeCycle.Transition, in writing: Writing) throws

  /// What else follows from any write of the record; `former` is nil for a new one.
  func follow(_ former: Self?, in writing: Writing) throws

  /// A new record is seen no more widely than this: what belongs to an item in camera is too.
  func narrowest(in writing: Writing) throws -> Visibility

  /// What else happens once the record was created.
  func begin(in writing: Writing) throws

  /// A condition for a filter that is not simply a field: `overdue`, `mine`. nil when unknown.
  static func condition(forFilter name: String, _ value: String, in reading: Reading) throws
    -> SQL?

  /// The filters that `condition(forFilter:)` knows.
  static var filters: [String] { get }
}

extension Stored {
  package mutating func settle(from former: Self?, in writing: Writing) throws -> [Fault] { [] }
  package mutating func prepare(_ transition: LifeCycle.Transition, in writing: Writing) throws
    -> [Fault]
  { [] }
  package func finish(_ transition: LifeCycle.Transition, in writing: Writing) throws {}
  package func follow(_ former: Self?, in writing: Writing) throws {}
  package func narrowest(in writing: Writing) throws -> Visibility { .public }
  package func begin(in writing: Writing) throws {}
  package static func condition(
    forFilter name: String, _ value: String, in reading: Reading
  ) throws -> SQL? { nil }
  package static var filters: [String] { [] }
}
