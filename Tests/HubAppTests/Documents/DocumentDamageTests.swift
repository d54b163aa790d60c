import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

/// What was done to the contents of a document past the hub is found, and named by reference.
@Suite struct DocumentDamageTests {
  @Test(arguments: [
    ("UPDATE document_pieces SET bytes = x'41' WHERE edition = 1", "contentsDamaged", "1"),
    ("DELETE FROM document_pieces WHERE edition = 2", "contentsDamaged", "2"),
    (
      "UPDATE document_contents SET digest = zeroblob(32) WHERE edition = 1", "contentsDamaged", "1"
    ),
    ("UPDATE document_contents SET size = 9 WHERE edition = 2", "contentsDamaged", "2"),
    (
      """
      DELETE FROM document_pieces WHERE edition = 1; DELETE FROM document_contents WHERE edition = 1
      """, "contentsMissing", "1"
    ),
    (
      """
      INSERT INTO document_contents SELECT document, 3, at, media_type, size, digest, NULL \
      FROM document_contents WHERE edition = 2
      """, "contentsPlanted", "3"
    ),
  ])
  func `damage is told with its document`(sql: String, code: String, edition: String) throws {
    let story = try DocumentStory()
    let ref = try story.document()
    story.put(Array("one".utf8), to: ref)
    story.put(Array("two".utf8), to: ref, after: 1)
    #expect(try story.test.hub.verify().isSound)
    try story.test.hub.database.write { connection in
      for statement in sql.split(separator: ";") {
        try connection.execute(SQL(raw: String(statement), bindings: []))
      }
    }
    let findings = try story.test.hub.verify().findings
    #expect(findings.contains(Fault(code, ["ref": ref, "edition": edition])), "\(findings)")
  }
}
