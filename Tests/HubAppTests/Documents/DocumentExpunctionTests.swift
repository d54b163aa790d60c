import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What was sent by mistake is taken out for good; its digest and the reason stay.
@Suite struct DocumentExpunctionTests {
  private func expunge(
    _ story: DocumentStory, _ ref: String, _ body: JSON, as handle: String? = "admin"
  ) -> Response {
    story.test.send(.post, "/documents/\(ref)/expunctions", body, as: handle)
  }

  @Test func `the bytes are gone, and the history verifies`() throws {
    let story = try DocumentStory()
    let ref = try story.document()
    story.put(Array("the secret one".utf8), to: ref)
    story.put(Array("two".utf8), to: ref, after: 1)
    let done = expunge(story, ref, ["reason": "Sent by mistake", "edition": 1])
    #expect(done.status == 200)
    #expect(try done.json["editions"]?.array == [1])
    let gone = story.get(ref, edition: 1)
    #expect(gone.status == 410)
    #expect(try gone.json["code"] == "contentsExpunged")
    #expect(story.get(ref).status == 200)
    let found = try story.test.hub.verify()
    #expect(found.findings == [])
    let pieces = try story.test.hub.database.read {
      try $0.query("SELECT edition FROM document_pieces") { $0.int(0) }
    }
    #expect(pieces == [2])
    let again = expunge(story, ref, ["reason": "Twice", "edition": 1])
    #expect(again.status == 409)
    #expect(try again.json["code"] == "nothingToExpunge")
    #expect(expunge(story, ref, ["reason": "All of it"]).status == 200)
    #expect(story.get(ref).status == 410)
    // A new file can follow.
    #expect(story.put(Array("three".utf8), to: ref, after: 2).status == 200)
    #expect(try story.get(ref).collected() == Array("three".utf8))
    #expect(try story.test.hub.verify().isSound)
  }

  @Test func `what was only made to look so is damage`() throws {
    let story = try DocumentStory()
    let ref = try story.document()
    story.put(Array("one".utf8), to: ref)
    try story.test.hub.database.write { connection in
      try connection.execute("DELETE FROM document_pieces")
      try connection.execute("UPDATE document_contents SET expunged_by = 1")
    }
    #expect(
      try story.test.hub.verify().findings == [
        Fault("contentsDamaged", ["ref": ref, "edition": "1"])
      ])
  }

  @Test(
    arguments: [
      (["reason": "x"], nil, 401), (["reason": "x"], "facilitator", 403),
      (["reason": "x"], "staff-bc", 403), (["reason": " "], "admin", 422), ([:], "admin", 422),
      (["reason": "x", "edition": "1"], "admin", 422), (["reason": 1], "admin", 422),
      (["reason": "x", "all": true], "admin", 422), (["reason": "x", "edition": 9], "admin", 409),
    ] as [(JSON, String?, Int)])
  func `nobody but an admin does so, and says why`(
    body: JSON, handle: String?, status: Int
  ) throws {
    let story = try DocumentStory()
    let ref = try story.document()
    story.put([1], to: ref)
    #expect(expunge(story, ref, body, as: handle).status == status)
    #expect(story.get(ref).status == 200)
  }

  @Test func `a text that stands in a file is told with it, across its pieces too`() throws {
    let story = try DocumentStory()
    let (plain, split, packed) = (
      try story.document(), try story.document(), try story.document()
    )
    story.put(Array("Mr Zquine said".utf8), to: plain)
    let head = [UInt8](repeating: 65, count: DocumentContents.piece - 3)
    story.put(head + Array("Zquine".utf8), to: split)
    story.put(Array("%PDF-1.7 x".utf8), to: packed)
    let asked: JSON = ["text": "Zquine", "reason": "Asked", "dryRun": true]
    let report = try story.test.send(.post, "/expunctions", asked, as: "admin").json
    #expect(
      report["documents"]?.array == [
        ["ref": .string(plain), "edition": 1], ["ref": .string(split), "edition": 1],
      ])
    #expect(report["packed"]?.array == [.string(packed)])
    let done = story.test.send(
      .post, "/expunctions", ["text": "Zquine", "reason": "Asked", "places": 0], as: "admin")
    #expect(done.status == 200)
    let text = try done.text
    #expect(text.contains("\"erased\":false"), "\(text)")
    for ref in [plain, split] { #expect(expunge(story, ref, ["reason": "Asked"]).status == 200) }
    let after = try story.test.send(.post, "/expunctions", asked, as: "admin").json
    #expect(after["documents"]?.array == [])
  }

  @Test func `the same file elsewhere is told, and an edition that no entry names is damage`()
    throws
  {
    let story = try DocumentStory()
    let (one, other) = (try story.document(), try story.document())
    story.put(Array("the same".utf8), to: one)
    story.put(Array("two".utf8), to: one, after: 1)
    story.put(Array("the same".utf8), to: other)
    let done = try expunge(story, one, ["reason": "Asked", "edition": 1]).json
    #expect(done["alike"]?.array == [["ref": .string(other), "edition": 1]])
    let number = try #require(Int64(one.dropFirst(2)))
    try story.test.hub.database.write { connection in
      try connection.execute(
        "DELETE FROM document_pieces WHERE document = \(number) AND edition = 2")
      try connection.execute(
        """
        UPDATE document_contents SET expunged_by = (SELECT g.expunged_by FROM document_contents g \
        WHERE g.document = \(number) AND g.edition = 1) WHERE document = \(number) AND edition = 2
        """)
    }
    #expect(
      try story.test.hub.verify().findings == [
        Fault("contentsDamaged", ["ref": one, "edition": "2"])
      ])
  }
}
