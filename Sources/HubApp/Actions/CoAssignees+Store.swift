import HubModel
import HubSQL

/// Which actions somebody does beside others, as rows of their own: what the caller has to do is
/// found by keys, however many actions there are.
enum CoAssignees {
  /// The actions that somebody does, alone or with others.
  static func condition(person: Int64) -> SQL {
    """
    t.number IN (SELECT number FROM action_items WHERE assignee = \(person) \
    UNION ALL SELECT action FROM co_assignees WHERE person = \(person))
    """
  }

  /// Keeps these instead of those that are kept.
  static func keep(
    _ people: [ID<Person>], of action: ID<ActionItem>, _ connection: Connection
  ) throws {
    try connection.execute("DELETE FROM co_assignees WHERE action = \(action.number)")
    for person in people {
      try connection.execute(
        "INSERT INTO co_assignees (person, action) VALUES (\(person.number), \(action.number))")
    }
  }
}
