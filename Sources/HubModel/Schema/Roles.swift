/// What a person is to a record. Rules name the roles that may; a person usually has several.
public struct Roles: OptionSet, Sendable, Hashable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let admin = Roles(rawValue: 1 << 0)
  public static let staff = Roles(rawValue: 1 << 1)
  /// In the record's body.
  public static let chair = Roles(rawValue: 1 << 2)
  public static let facilitator = Roles(rawValue: 1 << 3)
  public static let secretary = Roles(rawValue: 1 << 4)
  public static let member = Roles(rawValue: 1 << 5)
  public static let observer = Roles(rawValue: 1 << 6)
  /// Of the record's organization.
  public static let liaison = Roles(rawValue: 1 << 7)
  public static let validator = Roles(rawValue: 1 << 8)
  public static let decisionMaker = Roles(rawValue: 1 << 9)
  /// Named in the record to do it.
  public static let assignee = Roles(rawValue: 1 << 10)
  /// Wrote the record.
  public static let author = Roles(rawValue: 1 << 11)
  /// Any signed-in person of the record's network.
  public static let network = Roles(rawValue: 1 << 12)
  /// The person whom the record is about.
  public static let oneself = Roles(rawValue: 1 << 13)

  /// Those who run a body: its chair, facilitator and secretary, and the network's staff.
  public static let officers: Roles = [.chair, .facilitator, .secretary, .staff]
  /// A body's facilitators, and staff.
  public static let facilitators: Roles = [.facilitator, .staff]
  /// Those who belong to a body in any role.
  public static let members: Roles = [.chair, .facilitator, .secretary, .member, .liaison, .staff]

  /// Every single role, with the word for it that translations and documents use.
  public static let named: [(role: Roles, name: String)] = [
    (.admin, "admin"), (.staff, "staff"), (.chair, "chair"), (.facilitator, "facilitator"),
    (.secretary, "secretary"), (.member, "member"), (.observer, "observer"),
    (.liaison, "liaison"), (.validator, "validator"), (.decisionMaker, "decisionMaker"),
    (.assignee, "assignee"), (.author, "author"), (.network, "networkMember"),
    (.oneself, "oneself"),
  ]

  /// The words for the roles in this set.
  public var names: [String] { Self.named.filter { contains($0.role) }.map(\.name) }
}
