import HubModel

/// The keys of which an audience is made: one word per set of people.
///
/// They are single tokens of letters and digits, so that the full-text index can filter by them.
enum AudienceKey {
  static let world = "w"
  static func network(_ id: ID<Network>) -> String { "n\(id.number)" }
  static func staff(_ id: ID<Network>) -> String { "s\(id.number)" }
  static func members(of id: ID<Body>) -> String { "b\(id.number)" }
  static func officers(of id: ID<Body>) -> String { "c\(id.number)" }
  static func person(_ id: ID<Person>) -> String { "p\(id.number)" }
  static func duty(_ duty: Duty, at id: ID<Organization>) -> String {
    switch duty {
    case .liaison: "l\(id.number)"
    case .validator: "v\(id.number)"
    case .decisionMaker: "d\(id.number)"
    }
  }
}
