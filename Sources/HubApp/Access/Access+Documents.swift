import HubModel

extension Access {
  /// Whether the caller may keep a document with a record: whoever may change it, and a member of
  /// the body with an item that they proposed.
  static func mayKeepDocuments<R: Record>(_ caller: Caller, with whole: R) -> Bool {
    if mayWrite(caller, whole) { return true }
    let roles = caller.roles(for: whole.header, whole.scope)
    return R.type == .agendaItem && roles.contains(.author) && !roles.isDisjoint(with: .members)
  }
}
