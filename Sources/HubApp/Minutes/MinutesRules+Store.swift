import HubModel
import HubSQL

extension MinutesRules {
  /// The condition that an outcome came from an item of a meeting.
  static func of(_ meeting: ID<Meeting>, field: String = "item") -> SQL {
    """
    t.\(raw: field) IN (SELECT i.number FROM agenda_items i WHERE i.meeting = \(meeting.number))
    """
  }
}
