import HubModel
import HubTestKit

@testable import HubApp

/// Two networks, the figures in them, and exhibits of every kind of record in every state, with
/// every visibility and with everything that holds a record back or not.
struct Stage {
  let test: TestHub
  let people: [String: Int64]
  let exhibits: [RecordType: [Exhibit]]

  /// One for all who change nothing on it.
  static var shared: Stage {
    get throws { try kept.get() }
  }

  private static let kept = Result { try Stage() }

  init() throws {
    test = try World().test
    var people: [String: Int64] = [:]
    var exhibits: [RecordType: [Exhibit]] = [:]
    try test.hub.write(as: .founder) { writing in
      try Self.build(in: writing)
      for figure in Figure.all {
        if let person = try Self.create(figure, in: writing) { people[figure.handle] = person }
      }
      let wholes = try Wholes(in: writing)
      for subject in Subjects.all {
        exhibits[subject.type] = try Self.exhibits(
          of: subject, people, wholes, in: writing)
      }
    }
    self.people = people
    self.exhibits = exhibits
  }

  /// Everything that can be seen, in no order.
  var all: [Exhibit] { exhibits.values.flatMap(\.self) }

  /// What the second network has of its own, beside people.
  private static func build(in writing: Writing) throws {
    var body = Body()
    body.header.network = ID(2)
    body.name = LocalizedText(en: "Body abroad", fr: "Instance d’ailleurs")
    try writing.create(body)
    var organization = Organization()
    organization.header.network = ID(2)
    organization.name = LocalizedText(en: "Organization abroad", fr: "Organisme d’ailleurs")
    try writing.create(organization)
  }

  private static func create(_ figure: Figure, in writing: Writing) throws -> Int64? {
    guard let network = figure.network else { return nil }
    var person = Person()
    person.header.network = ID(network)
    person.handle = figure.handle
    person.name = figure.handle
    person.organization = figure.organization.map { ID($0) }
    person.duties = figure.duties
    person.hubRole = figure.hubRole
    let id = try writing.create(person).id
    let former: [Int64: MembershipRole] = figure.handle == "former-chair" ? [1: .chair] : [:]
    for (body, role) in figure.roles.merging(former, uniquingKeysWith: { first, _ in first }) {
      var membership = Membership()
      membership.body = ID(body)
      membership.person = id
      membership.role = role
      membership.startsOn = writing.today.adding(days: -100)
      if !former.isEmpty { membership.endsOn = writing.today.adding(days: -1) }
      try writing.create(membership)
    }
    return id.number
  }

  private static func exhibits<R: Stored>(
    of type: R.Type, _ people: [String: Int64], _ wholes: Wholes, in writing: Writing
  ) throws -> [Exhibit] {
    var exhibits: [Exhibit] = []
    // What belongs to something does so once more, to something that is for few.
    let kinds = R.table.belonging.isEmpty ? [wholes.open] : [wholes.open, wholes.hidden]
    for state in R.lifeCycle?.states ?? [""] {
      for visibility in Visibility.allCases {
        for (numbers, variants) in zip(kinds, [variants(of: R.self), [{ _ in }]]) {
          for variant in variants {
            var numbers = numbers
            if R.type.sharesNumberWithMeeting {
              numbers[.meeting] = try Wholes.meeting(like: numbers[.meeting], in: writing)
            }
            var record = Specimen.full(R.self, serial: 100 + exhibits.count) {
              $0 == .person ? people["assignee"] ?? 1 : numbers[$0] ?? 1
            }
            record.header.number = numbers[.meeting] ?? 1
            record.header.state = state
            record.header.visibility = visibility
            variant(&record)
            let belongs = try Wholes.of(record, people: people, in: writing)
            exhibits.append(
              Exhibit(try put(record, people, in: writing), people: people, wholes: belongs))
          }
        }
      }
    }
    return exhibits
  }

  private static func put<R: Stored>(
    _ record: R, _ people: [String: Int64], in writing: Writing
  ) throws -> R {
    var record = record
    record.header.author = people["author"].map { ID($0) }
    record.header.created = writing.now
    record.header.modified = writing.now
    if !R.type.sharesNumberWithMeeting {
      record.header.number = try Directory.nextNumber(of: R.type, writing.connection)
    }
    Mark.put(on: &record)
    return try writing.put(record, former: nil, Act(.create))
  }

  /// What the hub notes on a record and what decides who may see it: each the one way and the
  /// other.
  private static func variants<R: Stored>(of type: R.Type) -> [(inout R) -> Void] {
    var variants: [(inout R) -> Void] = [{ _ in }]
    for field in R.fields {
      switch field.kind {
      case .flag where field.traits.contains(.system):
        variants.append { load([.integer(0)], into: field, of: &$0) }
      case .choice(let words) where field.name == "beforeAnnouncement":
        for word in words.dropLast() {
          variants.append { load([.text(word)], into: field, of: &$0) }
        }
      default: break
      }
    }
    return variants
  }

  private static func load<R: Record>(_ cells: [Cell], into field: Field<R>, of record: inout R) {
    var source = CellReader(cells)
    field.load(&record, from: &source)
  }
}
