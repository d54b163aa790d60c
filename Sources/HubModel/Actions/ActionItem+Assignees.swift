extension ActionItem {
  /// The people who do it, in the order in which they were named.
  public var people: [ID<Person>] {
    get { Self.each([assignee].compactMap(\.self) + coAssignees) }
    set {
      let each = Self.each(newValue)
      (assignee, coAssignees) = (each.first, Array(each.dropFirst()))
    }
  }

  private static func each(_ people: [ID<Person>]) -> [ID<Person>] {
    var seen: Set<ID<Person>> = []
    return people.filter { seen.insert($0).inserted }
  }

  /// Everybody who does it.
  public struct Assignment: Sendable, Hashable {
    public let people: [ID<Person>]
    public let organization: ID<Organization>?
    public let name: NamedParticipant?
  }

  public var assignment: Assignment {
    Assignment(people: people, organization: organization, name: assigneeName)
  }

  /// Names each person once, wherever one was left out or two of them have become one.
  public mutating func nameOnce() { people = people }
}
