import HubModel
import HubSQL

extension Hub {
  /// Takes the bytes of a document out of the file, leaving their digest and the reason: an admin's
  /// act, which reaches what they may not see.
  ///
  /// - Parameter edition: which of them; nil for all.
  /// - Returns: how many editions were taken out, and why their bytes may still be in the file.
  /// - Throws: `Refusal`: `notAllowed`, `notFound`, `invalid` without a reason, `conflict` where there
  ///   is nothing to take out.
  func expungeContents(
    of document: ID<Document>, edition: Int?, reason: String, as identity: Identity
  ) throws -> (editions: [Int], left: Fault?) {
    // Inside a larger transaction the bytes could not be wiped from the file.
    guard joined == nil else { throw Refusal.fault("expunctionAlone") }
    let editions = try write(as: identity) {
      try $0.expungeContents(of: document, edition: edition, reason: reason)
    }
    return (editions, try finishExpunction())
  }
}

extension Writing {
  fileprivate func expungeContents(
    of id: ID<Document>, edition: Int?, reason: String
  ) throws -> [Int] {
    try Access.requireAdmin(caller)
    guard let document = try load(id) else { throw Refusal.notFound(id.description) }
    guard !reason.allSatisfy(\.isWhitespace) else {
      throw Refusal.fault("required", at: "/reason", ["field": "reason"])
    }
    let editions = try DocumentContents.all(of: id, connection).filter {
      !$0.isExpunged && (edition == nil || $0.edition == edition)
    }.map(\.edition)
    guard !editions.isEmpty else {
      throw Refusal.conflict(Fault("nothingToExpunge", ["ref": id.description]))
    }
    _ = try put(document, former: document, Act(.expunge, reason: reason))
    let entry = try History.head(connection).entry
    for edition in editions {
      try connection.execute(
        """
        DELETE FROM document_pieces WHERE document = \(id.number) AND edition = \(edition)
        """)
      try connection.execute(
        """
        UPDATE document_contents SET expunged_by = \(entry) \
        WHERE document = \(id.number) AND edition = \(edition)
        """)
    }
    // Until the bytes are gone too: whoever is cut short here goes on there.
    try Settings.set(.expunctionLeft, 1, connection)
    return editions
  }
}
