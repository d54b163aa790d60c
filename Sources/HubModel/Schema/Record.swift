/// A kind of record that the hub keeps.
public protocol Record: Sendable {
  static var type: RecordType { get }
  /// Its own fields, in the order in which people read them.
  static var fields: [Field<Self>] { get }
  static var lifeCycle: LifeCycle? { get }
  /// Whether it belongs to a network; a network is its own.
  static var belongsToNetwork: Bool { get }
  /// The filters of its lists that are not simply a field, each `true` or `false`: `overdue`.
  static var filters: [String] { get }
  /// Whether all who see it read all of it: nothing in it is for insiders alone.
  static var isReadWhole: Bool { get }
  /// The visibility of a new record whose body does not say otherwise.
  static var defaultVisibility: Visibility { get }
  /// Who may change its fields.
  static var writers: Roles { get }
  /// Who may change this one's fields: the writers, unless its state leaves it to fewer.
  var writers: Roles { get }
  /// Who may create one; the writers, unless the type says otherwise.
  static var creators: Roles { get }

  init()
  var header: Header { get set }

  /// The number that it takes from what it belongs to; nil where it gets the next free one.
  var givenNumber: Int64? { get }
  /// What people call it: a title. Empty where it has no text of its own.
  var label: LocalizedText { get }
  /// The key of the program's word for it, where it has no text of its own: "Agenda".
  var labelWord: String? { get }
  /// What decides who may see and move it.
  var scope: Scope { get }
  /// A step that somebody must leave to another person, and who that is.
  var stepOfAnother: (verb: String, person: ID<Person>)? { get }
  /// The day by which a trace or a list places it.
  var day: Day? { get }
  /// The record in its place, where it was merged into that one.
  var successor: Reference? { get }
  /// What is wrong with it by itself, all at once. Rules that need other records stand with them.
  func faults() -> [Fault]
  /// Names each record once in fields that go on with one another.
  mutating func nameOnce()
}

extension Record {
  public static var lifeCycle: LifeCycle? { nil }
  public static var belongsToNetwork: Bool { true }
  public static var isReadWhole: Bool { true }
  public static var filters: [String] { [] }
  public static var defaultVisibility: Visibility { .network }
  public static var writers: Roles { .officers }
  public static var creators: Roles { writers }
  public var writers: Roles { Self.writers }
  public var givenNumber: Int64? { nil }
  public var label: LocalizedText { LocalizedText() }
  public var labelWord: String? { nil }
  public var stepOfAnother: (verb: String, person: ID<Person>)? { nil }
  public var day: Day? { nil }
  public var successor: Reference? { nil }
  public func faults() -> [Fault] { [] }
  public mutating func nameOnce() {}

  public var id: ID<Self> { ID(header.number) }
  public var reference: Reference { Reference(Self.type, header.number) }

  /// Whether the record has been released to those whom its visibility admits.
  public var isReleased: Bool {
    Self.lifeCycle.map { $0.ceilings[header.state] == nil } ?? true
  }
}

/// What every record carries.
public struct Header: Sendable, Hashable {
  /// The number of the reference; 0 until the record is kept.
  public var number: Int64 = 0
  public var network = ID<Network>(0)
  /// The state of its life cycle; empty when it has none.
  public var state = ""
  public var visibility = Visibility.network
  /// Bodies and people who may see it beside those whom its visibility admits.
  public var sharedWith: [Reference] = []
  /// Made up to show how the hub works; said so wherever it is shown.
  public var illustrative = false
  public var created = Moment(milliseconds: 0)
  public var modified = Moment(milliseconds: 0)
  /// Counts the changes, from 1.
  public var version = 0
  public var author: ID<Person>?

  public init() {}

  /// The columns that every table has, in their order, after `number`.
  public static let columns = [
    "network", "state", "visibility", "shared_with", "illustrative", "created", "modified",
    "version", "author",
  ]

  public func write(to cells: inout [Cell]) {
    network.write(to: &cells)
    state.write(to: &cells)
    cells.append(.text(visibility.rawValue))
    sharedWith.write(to: &cells)
    illustrative.write(to: &cells)
    created.write(to: &cells)
    modified.write(to: &cells)
    version.write(to: &cells)
    author.write(to: &cells)
  }

  public init(from cells: inout CellReader) {
    number = Int64(Int(from: &cells))
    network = ID(from: &cells)
    state = String(from: &cells)
    visibility = Visibility(rawValue: String(from: &cells)) ?? .private
    sharedWith = [Reference](from: &cells)
    illustrative = Bool(from: &cells)
    created = Moment(from: &cells)
    modified = Moment(from: &cells)
    version = Int(from: &cells)
    author = Optional(from: &cells)
  }
}

/// What decides who may see and move a record, beside its visibility and its state.
public struct Scope: Sendable, Hashable {
  public var body: ID<Body>?
  /// Whose people with `duty` a `private` record is for.
  public var organization: ID<Organization>?
  public var duty: Duty
  /// Who is named in the record to do it, and may see it whatever its visibility.
  public var person: ID<Person>?
  /// Those who are named beside that person, where several do it.
  public var others: [ID<Person>]
  /// Never wider than this, whatever the record says: an outcome before its minutes are approved.
  public var ceiling: Visibility

  public init(
    body: ID<Body>? = nil, organization: ID<Organization>? = nil,
    duty: Duty = .decisionMaker, person: ID<Person>? = nil, others: [ID<Person>] = [],
    ceiling: Visibility = .public
  ) {
    self.body = body
    self.organization = organization
    self.duty = duty
    self.person = person
    self.others = others
    self.ceiling = ceiling
  }

  /// Everybody who is named in the record to do it.
  public var people: [ID<Person>] { [person].compactMap(\.self) + others }

  /// Whether somebody is named in the record to do it.
  public func names(_ someone: ID<Person>) -> Bool {
    person == someone || others.contains(someone)
  }
}
