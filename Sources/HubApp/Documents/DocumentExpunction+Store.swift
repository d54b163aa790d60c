import HubModel
import HubSQL

extension Hub {
  /// Takes the bytes of a document out of the file, leaving their digest and the reason: an admin's
  /// act, which reaches what they may not see.
  ///
  /// - Parameter edition: which of them; nil for all.
  /// - Returns: which editions were taken out, which others have the same bytes, and why bytes may
  ///   still be in the file.
  /// - Throws: `Refusal`: `notAllowed`, `notFound`, `invalid` without a reason, `conflict` where there
  ///   is nothing to take out.
  func expungeContents(
    of document: ID<Document>, edition: Int?, reason: String, as identity: Identity
  ) throws -> (editions: [Int], alike: [Expunction.InDocument], left: Fault?) {
    // Inside a larger transaction the bytes could not be wiped from the file.
    guard joined == nil else { throw Refusal.fault("expunctionAlone") }
    let editions = try write(as: identity) {
      try $0.expungeContents(of: document, edition: edition, reason: reason)
    }
    let left = try finishExpunction()
    let alike = try read(as: .founder) { try $0.contents(like: document, editions) }
    return (editions, alike, left)
  }
}

extension Reading {
  /// The editions that are kept of any document with the bytes that these had.
  fileprivate func contents(
    like document: ID<Document>, _ editions: [Int]
  ) throws -> [Expunction.InDocument] {
    try connection.query(
      """
      SELECT c.document, c.edition FROM document_contents c WHERE c.expunged_by IS NULL AND \
      c.digest IN (SELECT g.digest FROM document_contents g WHERE g.document = \(document.number) \
      AND g.edition IN (\(list: editions.map(Int64.init)))) ORDER BY c.document, c.edition
      """
    ) { .init(document: Reference(.document, $0.int64(0)), edition: $0.int(1)) }
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
    var record = document
    let gone = Set(document.expunged.compactMap { Int($0) }).union(editions)
    record.expunged = gone.sorted().map { String($0) }
    _ = try put(record, former: document, Act(.expunge, reason: reason))
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
