import HubModel
import HubTestKit

@testable import HubApp

/// What the exhibits belong to: something of each kind that is for everybody, and something that is
/// for few.
struct Wholes {
  /// The numbers to which an exhibit refers, where it is not the first of the kind.
  let open: [RecordType: Int64]
  let hidden: [RecordType: Int64]

  init(in writing: Writing) throws {
    try Self.open(Body.self, in: writing)
    try Self.open(Meeting.self, in: writing)
    try Self.open(AgendaItem.self, in: writing)
    try Self.open(FundingDecision.self, state: "announced", in: writing)
    try Self.open(Agreement.self, state: "active", in: writing)
    open = [.meeting: 1]
    let meeting = try Self.hide(Meeting.self, .inCamera, in: writing)
    hidden = [
      .meeting: meeting,
      .body: try Self.hide(Body.self, .inCamera, in: writing),
      .agendaItem: try Self.hide(AgendaItem.self, .inCamera, in: writing) {
        $0.meeting = ID(meeting)
      },
      .fundingDecision: try Self.hide(FundingDecision.self, .private, in: writing),
      .agreement: try Self.hide(Agreement.self, .private, in: writing),
    ]
  }

  /// The first of a kind, made one for everybody.
  private static func open<R: Stored>(
    _ type: R.Type, state: String? = nil, in writing: Writing
  ) throws {
    let former = try writing.find(ID<R>(1))
    var record = former
    record.header.visibility = .public
    record.header.state = state ?? former.header.state
    _ = try writing.putRow(record, former: former)
  }

  @discardableResult
  private static func hide<R: Stored>(
    _ type: R.Type, _ visibility: Visibility, in writing: Writing,
    _ change: (inout R) -> Void = { _ in }
  ) throws -> Int64 {
    var record = Specimen.full(R.self)
    record.header.visibility = visibility
    record.header.author = ID(1)
    record.header.number = try Directory.nextNumber(of: R.type, writing.connection)
    change(&record)
    return try writing.put(record, former: nil, Act(.create)).header.number
  }

  /// Another meeting, for as many people as that one.
  static func meeting(like number: Int64?, in writing: Writing) throws -> Int64 {
    let like = try writing.find(ID<Meeting>(number ?? 1))
    return try hide(Meeting.self, like.header.visibility, in: writing)
  }

  /// What a record belongs to, and what that does.
  static func of<R: Stored>(
    _ record: R, people: [String: Int64], in writing: Writing
  ) throws -> [Exhibit] {
    try R.table.wholes(of: record).compactMap {
      try exhibit($0, of: $0.type.subject, people: people, in: writing)
    }
  }

  private static func exhibit<R: Stored>(
    _ reference: Reference, of type: R.Type, people: [String: Int64], in writing: Writing
  ) throws -> Exhibit? {
    guard let id = ID<R>(reference), let record = try writing.load(id) else { return nil }
    return Exhibit(
      record, people: people, wholes: try of(record, people: people, in: writing))
  }
}
