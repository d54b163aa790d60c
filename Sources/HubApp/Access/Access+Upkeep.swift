import HubModel

extension Access {
  /// Whether the caller may act on the database as a whole: expunge from it, write it all out.
  package static func mayMaintain(_ caller: Caller) -> Bool {
    caller.isAdmin || caller.isFounder
  }

  /// Whether the caller may read how the service fares: figures without a word of any record.
  static func mayReadFigures(_ caller: Caller) -> Bool {
    mayMaintain(caller) || !caller.staffOf.isEmpty
  }

  /// - Throws: `Refusal.signInRequired` or `notAllowed` for anybody but an admin.
  package static func requireAdmin(_ caller: Caller) throws {
    guard !mayMaintain(caller) else { return }
    guard caller.person != nil else { throw Refusal.signInRequired }
    throw Refusal.notAllowed(
      Fault("notAllowed", ["roles": Roles.admin.names.joined(separator: ", ")]))
  }
}
