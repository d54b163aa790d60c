import HubCrypto
import HubModel
import HubSQL

/// Compares what is kept of documents with the checksums that their records, and thereby the
/// history, have of it. No file is held whole.
struct DocumentsVerification {
  let connection: Connection
  let findings: Findings

  func run() throws {
    var documents: [ID<Document>: (digests: [String], expunged: Set<Int>)] = [:]
    try connection.forEach(
      "SELECT number, digests, expunged FROM documents WHERE digests <> ''"
    ) { row in
      let expunged = row.string(2).split(separator: ",").compactMap { Int($0) }
      documents[ID(row.int64(0))] = (
        row.string(1).split(separator: ",").map(String.init), Set(expunged)
      )
      return true
    }
    for (document, (digests, expunged)) in documents.sorted(by: { $0.key < $1.key }) {
      let kept = try DocumentContents.all(of: document, connection)
      for (index, digest) in digests.enumerated() {
        let contents = kept.first { $0.edition == index + 1 }
        if contents == nil {
          add("contentsMissing", document, index + 1)
        } else if let contents, Digest.hex(contents.digest) != digest {
          add("contentsDamaged", document, index + 1)
        } else if let contents,
          contents.isExpunged != expunged.contains(index + 1)
            || ContentType(rawValue: contents.mediaType) == nil
        {
          add("contentsDamaged", document, index + 1)
        } else if let contents, try !contents.isSound(connection) || !isTakenOut(contents) {
          add("contentsDamaged", document, index + 1)
        }
      }
      for contents in kept where contents.edition > digests.count {
        add("contentsPlanted", document, contents.edition)
      }
    }
    try connection.forEach(
      """
      SELECT document, edition FROM document_contents c WHERE NOT EXISTS \
      (SELECT 1 FROM documents d WHERE d.number = c.document AND d.digests <> '') \
      ORDER BY document, edition
      """
    ) { row in
      add("contentsPlanted", ID(row.int64(0)), row.int(1))
      return true
    }
  }

  /// Whether what was taken out was so by an entry of the history, by which an admin did it; true of
  /// what is there.
  private func isTakenOut(_ contents: DocumentContents) throws -> Bool {
    guard contents.isExpunged else { return true }
    return try connection.first(
      """
      SELECT 1 FROM document_contents c JOIN history h ON h.id = c.expunged_by \
      JOIN records r ON r.id = h.record WHERE c.document = \(contents.document.number) \
      AND c.edition = \(contents.edition) AND h.act = 'expunge' AND r.type = 'document' \
      AND r.number = c.document
      """
    ) { _ in true } ?? false
  }

  private func add(_ code: String, _ document: ID<Document>, _ edition: Int) {
    findings.add(Fault(code, ["ref": document.description, "edition": String(edition)]))
  }
}
