import HubModel

/// Somebody in the story that the access tests play through, with all that they are.
///
/// Everything is told in plain facts, so that what they may see can be worked out without asking
/// the code that decides it.
struct Figure: Sendable, CustomStringConvertible {
  let handle: String
  /// 1 or 2; nil for somebody who is not signed in.
  var network: Int64?
  /// The roles that they hold today, by body.
  var roles: [Int64: MembershipRole] = [:]
  var organization: Int64?
  var duties: [Duty] = []
  var hubRole = HubRole.none
  /// Named in every exhibit to do it.
  var isAssignee = false
  /// Wrote every exhibit.
  var isAuthor = false

  var description: String { handle }
  /// Who sends a request; nil for nobody.
  var principal: String? { network == nil ? nil : handle }

  static let all: [Figure] = [
    Figure(handle: "anonymous"),
    Figure(handle: "networker", network: 1),
    Figure(handle: "observer", network: 1, roles: [1: .observer]),
    Figure(handle: "member", network: 1, roles: [1: .member]),
    Figure(handle: "body-liaison", network: 1, roles: [1: .liaison]),
    Figure(handle: "secretary", network: 1, roles: [1: .secretary]),
    Figure(handle: "facilitator", network: 1, roles: [1: .facilitator]),
    Figure(handle: "chair", network: 1, roles: [1: .chair]),
    Figure(handle: "chair-elsewhere", network: 1, roles: [2: .chair]),
    Figure(handle: "former-chair", network: 1),
    Figure(handle: "liaison", network: 1, organization: 1, duties: [.liaison]),
    Figure(handle: "validator", network: 1, organization: 1, duties: [.validator]),
    Figure(handle: "decider", network: 1, organization: 1, duties: [.decisionMaker]),
    Figure(
      handle: "decider-elsewhere", network: 1, organization: 2,
      duties: [.liaison, .validator, .decisionMaker]),
    Figure(handle: "assignee", network: 1, isAssignee: true),
    Figure(handle: "author", network: 1, isAuthor: true),
    Figure(handle: "staff", network: 1, hubRole: .staff),
    Figure(handle: "admin", network: 1, hubRole: .admin),
    Figure(handle: "outsider", network: 2),
    Figure(handle: "chair-abroad", network: 2, roles: [3: .chair]),
    Figure(handle: "staff-abroad", network: 2, hubRole: .staff),
    Figure(
      handle: "decider-abroad", network: 2, organization: 3,
      duties: [.liaison, .validator, .decisionMaker]),
  ]

  /// Whether they may see a record, worked out from the product page.
  func sees(_ exhibit: Exhibit) -> Bool {
    if exhibit.sharedWith.contains(where: { shared in
      shared.type == .body ? roles[shared.number] != nil : shared == exhibit.reference(of: self)
    }) {
      return true
    }
    // Whom the record names to do it works on it, though not on all that it belongs to.
    let isNamed = exhibit.namesAssignee && isAssignee && exhibit.effective != .private
    return isNamed || seesByItself(exhibit) && exhibit.wholes.allSatisfy(sees)
  }

  /// Likewise, as if it belonged to nothing.
  private func seesByItself(_ exhibit: Exhibit) -> Bool {
    let isStaff = hubRole == .admin || hubRole == .staff && network == exhibit.network
    let role = exhibit.body.flatMap { roles[$0] }
    let wroteIt = exhibit.body == nil && isAuthor && exhibit.isByAuthor
    switch exhibit.effective {
    case .public: return true
    case .network: return hubRole == .admin || network == exhibit.network
    case .body: return isStaff || wroteIt || role != nil
    case .inCamera:
      let runsIt = role == .chair || role == .facilitator || role == .secretary
      return isStaff || wroteIt || runsIt
    case .private:
      guard let owner = exhibit.organization else { return isAuthor && exhibit.isByAuthor }
      return organization == owner && duties.contains(exhibit.duty)
    }
  }

  /// What they are to a record, worked out the same way.
  func roles(to exhibit: Exhibit) -> Set<String> {
    guard let network else { return [] }
    var names: Set<String> = []
    if hubRole == .admin { names.formUnion(["admin", "staff", "networkMember"]) }
    if network == exhibit.network {
      names.insert("networkMember")
      if hubRole == .staff { names.insert("staff") }
    }
    if let role = exhibit.body.flatMap({ roles[$0] }) { names.insert(role.rawValue) }
    if let owner = exhibit.organization, owner == organization {
      names.formUnion(duties.map(\.rawValue))
    }
    if exhibit.namesAssignee, isAssignee { names.formUnion(["assignee", "oneself"]) }
    if isAuthor { names.insert("author") }
    return names
  }
}
