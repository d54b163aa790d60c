import HubModel

extension Access {
  /// Whether the caller may keep a document with a record: whoever may change it, and a member of
  /// the body with an item that they proposed, until the agenda goes out.
  static func mayKeepDocuments<R: Record>(_ caller: Caller, with whole: R) -> Bool {
    if mayWrite(caller, whole) { return true }
    let roles = caller.roles(for: whole.header, whole.scope)
    let isProposed = (whole as? AgendaItem)?.onPublishedAgenda == false
    return isProposed && roles.contains(.author) && !roles.isDisjoint(with: .members)
  }
}
