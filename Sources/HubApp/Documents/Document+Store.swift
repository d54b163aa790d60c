package import HubModel
import HubSQL

extension Document: Stored {
  package static let table = RecordTable<Document>()

  package mutating func settle(from former: Document?, on occasion: Occasion, in writing: Writing)
    throws -> [Fault]
  {
    guard let type = Subjects.of(subject.type) else { return [] }
    try stand(with: type, in: writing, isNew: former == nil)
    // What the body approved is what it had before it; later papers go with what came of it.
    guard let meeting, Self.partsOfMinutes.contains(subject.type) else { return [] }
    return try writing.lockFaults(meeting, on: occasion)
  }

  private static let partsOfMinutes: Set<RecordType> = [.minutes, .agendaItem, .decision]

  /// Takes from the record that it is kept with whose it is, and among the papers of which meeting.
  private mutating func stand<R: Stored>(
    with type: R.Type, in writing: Writing, isNew: Bool
  ) throws {
    guard let whole = try writing.load(ID<R>(subject.number)) else { return }
    if R.belongsToNetwork { header.network = whole.header.network }
    // A paper of what was made up was made up.
    if isNew, whole.header.illustrative { header.illustrative = true }
    body = whole.scope.body
    organization = whole.scope.organization
    meeting = try Self.meeting(of: whole, in: writing)
  }

  private static func meeting<R: Stored>(of whole: R, in writing: Writing) throws -> ID<Meeting>? {
    let item: ID<AgendaItem>?
    switch whole {
    case let meeting as Meeting: return meeting.id
    case let minutes as Minutes: return minutes.meeting
    case let record as AgendaItem: return record.meeting
    case let record as Decision: item = record.item
    case let record as ActionItem: item = record.item
    case let record as Recommendation: item = record.item
    default: item = nil
    }
    return try item.flatMap { try writing.load($0) }?.meeting
  }

  /// A paper is for those whom the record is for that it is kept with.
  package func usualVisibility(in writing: Writing) throws -> Visibility { .public }

  /// Whoever may change a record keeps documents with it, and a member with what they proposed, as
  /// long as that stands: not whoever once could.
  package func mayBeChanged(in writing: Writing) throws -> Bool? {
    guard let type = Subjects.of(subject.type) else { return false }
    return try mayBeChanged(with: type, in: writing)
  }

  private func mayBeChanged<R: Stored>(with type: R.Type, in writing: Writing) throws -> Bool {
    if writing.caller.isFounder { return true }
    guard let whole = try writing.load(ID<R>(subject.number)), try writing.maySee(whole) else {
      return false
    }
    return try whole.mayBeChanged(in: writing)
      ?? Access.mayKeepDocuments(writing.caller, with: whole)
  }

  /// What goes public is called by its title in every language, whenever that which it is kept with
  /// goes out.
  package func follow(_ former: Document?, on occasion: Occasion, in writing: Writing) throws {
    guard header.visibility == .public, header.state == State.kept.rawValue else { return }
    let missing = title.missing(of: try writing.languages(of: header.network))
    guard missing.isEmpty else {
      throw Refusal.invalid(
        missing.map {
          Fault(
            "missingTranslation", at: "/title/\($0.rawValue)",
            ["field": "title", "language": $0.rawValue, "ref": subject.description])
        })
    }
  }
}

extension Reading {
  /// The documents of a meeting, of its items and minutes and of what they concluded, as far as the
  /// caller may see them, without those that were withdrawn; in the order of what they are kept
  /// with. One statement, however many there are.
  ///
  /// - Parameter others: further ones, such as a paper of an earlier meeting.
  package func documents(
    of meeting: ID<Meeting>, and others: [ID<Document>] = []
  ) throws -> [Document] {
    try all(
      where: """
        (t.meeting = \(meeting.number) OR t.number IN (\(list: others.map(\.number)))) \
        AND t.state = 'kept'
        """, orderedBy: "t.subject_type, t.subject_number, t.number")
  }
}
