import HubApp
import HubModel
import HubSQL
import HubTestKit
import Testing

/// Whoever can write to the file can change it past the hub; what they change is found and named.
@Suite struct TamperingTests {
  struct Tampering: Sendable, CustomTestStringConvertible {
    let what: String
    let sql: String
    let code: String
    let named: [String: String]
    var testDescription: String { what }

    init(_ what: String, _ sql: String, _ code: String, _ named: [String: String]) {
      (self.what, self.sql, self.code, self.named) = (what, sql, code, named)
    }
  }

  static let entry7 = ["entry": "7", "ref": "A-1", "date": "2019-05-01T16:00:00.001Z"]

  static let tamperings: [Tampering] = [
    Tampering(
      "one byte of an entry's content",
      "UPDATE history SET content = replace(content, 'Call', 'Cull') WHERE id = 7",
      "historyContentChanged", entry7),
    Tampering(
      "the salt of an entry", "UPDATE history SET salt = zeroblob(16) WHERE id = 7",
      "historyContentChanged", entry7),
    Tampering(
      "a byte moved from the content to the salt",
      """
      UPDATE history SET salt = CAST(salt || CAST(substr(content, 1, 1) AS BLOB) AS BLOB), \
      content = substr(content, 2) WHERE id = 7
      """,
      "historyContentChanged", entry7),
    Tampering("an actor", "UPDATE history SET actor = 1 WHERE id = 7", "historyChanged", entry7),
    Tampering(
      "a moment", "UPDATE history SET at = at + 1 WHERE id = 7", "historyChanged",
      ["entry": "7", "ref": "A-1", "date": "2019-05-01T16:00:00.002Z"]),
    Tampering(
      "a state", "UPDATE history SET to_state = 'verified' WHERE id = 10", "historyChanged",
      ["entry": "10"]),
    Tampering(
      "the record that an entry is of",
      "UPDATE history SET record = 8 WHERE id = 7", "historyChanged",
      ["entry": "7", "ref": "A-2"]),
    Tampering(
      "the audience of an entry", "UPDATE history SET audience = 1 WHERE id = 7", "historyChanged",
      entry7),
    Tampering(
      "a version", "UPDATE history SET version = 9 WHERE id = 7", "historyChanged", entry7),
    Tampering(
      "an act", "UPDATE history SET act = 'edit' WHERE id = 7", "historyChanged", entry7),
    Tampering(
      "a digest", "UPDATE history SET digest = zeroblob(32) WHERE id = 7", "historyChanged",
      entry7),
    Tampering(
      "two entries that changed places",
      """
      UPDATE history SET id = 100 WHERE id = 3; UPDATE history SET id = 3 WHERE id = 7; \
      UPDATE history SET id = 7 WHERE id = 100
      """,
      "historyChanged", ["entry": "3", "ref": "A-1"]),
    Tampering(
      "an entry removed from the middle", "DELETE FROM history WHERE id = 7", "historyMissing",
      ["entry": "7", "last": "7", "date": "2019-05-01T16:00:00Z"]),
    Tampering(
      "an entry removed and the others moved up",
      """
      DELETE FROM history WHERE id = 7; UPDATE history SET id = -id WHERE id > 7; \
      UPDATE history SET id = -id - 1 WHERE id < 0
      """,
      "historyChanged", ["entry": "7", "ref": "A-2"]),
    Tampering(
      "an entry put in",
      """
      INSERT INTO history SELECT 11, at, actor, record, audience, act, version + 1, from_state, \
      to_state, content, salt, content_digest, digest, NULL FROM history WHERE id = 10
      """,
      "historyChanged", ["entry": "11"]),
    Tampering(
      "content blanked in the name of an entry that is no expunction",
      "UPDATE history SET content = NULL, salt = NULL, expunged_by = 9 WHERE id = 7",
      "historyBlanked", entry7),
    Tampering(
      "a version in a table", "UPDATE action_items SET version = 9 WHERE number = 1",
      "versionDiffers", ["ref": "A-1", "version": "9", "history": "3"]),
    Tampering(
      "a field in a table", "UPDATE action_items SET due_on = 18000 WHERE number = 1",
      "recordDiffers", ["ref": "A-1", "parts": "dueOn"]),
    Tampering(
      "a field that was empty", "UPDATE action_items SET assignee = 2 WHERE number = 2",
      "recordDiffers", ["ref": "A-2", "parts": "assignee"]),
    Tampering(
      "an author", "UPDATE action_items SET author = 1 WHERE number = 2", "recordDiffers",
      ["ref": "A-2", "parts": "author"]),
    Tampering(
      "when something was made", "UPDATE action_items SET created = created - 1 WHERE number = 2",
      "recordDiffers", ["ref": "A-2", "parts": "created"]),
    Tampering(
      "when something was changed",
      """
      UPDATE action_items SET modified = modified + 1 WHERE number = 2; \
      UPDATE records SET modified = modified + 1 WHERE id = 8
      """,
      "recordDiffers", ["ref": "A-2", "parts": "modified"]),
    Tampering(
      "a trigger", "CREATE TRIGGER planted AFTER INSERT ON history BEGIN SELECT 1; END",
      "schemaDiffers", ["part": "trigger planted"]),
    Tampering(
      "a view", "CREATE VIEW planted AS SELECT * FROM people", "schemaDiffers",
      ["part": "view planted"]),
    Tampering(
      "a table", "CREATE TABLE planted (x INTEGER)", "schemaDiffers", ["part": "table planted"]),
    Tampering(
      "an index that is gone", "DROP INDEX links_by_owner", "schemaDiffers",
      ["part": "index links_by_owner"]),
    Tampering(
      "a state in a table and in the directory",
      """
      UPDATE action_items SET state = 'open' WHERE number = 1; \
      UPDATE records SET state = 'open' WHERE id = 7
      """,
      "recordDiffers", ["ref": "A-1", "parts": "state"]),
    Tampering(
      "a state in a table", "UPDATE action_items SET state = 'open' WHERE number = 1",
      "directoryDiffers", ["ref": "A-1", "parts": "state"]),
    Tampering(
      "a label in the directory", "UPDATE records SET label_en = 'x' WHERE id = 8",
      "directoryDiffers", ["ref": "A-2", "parts": "label"]),
    Tampering(
      "an audience in the directory", "UPDATE records SET audience = 1 WHERE id = 8",
      "directoryDiffers", ["ref": "A-2", "parts": "audience"]),
    Tampering(
      "an audience everywhere",
      """
      UPDATE records SET audience = 1 WHERE id = 8; \
      UPDATE action_items SET audience = 1 WHERE number = 2
      """,
      "audienceDiffers", ["ref": "A-2"]),
    Tampering(
      "the keys of an audience", "DELETE FROM audience_keys WHERE audience = 1",
      "audienceKeysDiffer", ["keys": "w"]),
    Tampering(
      "the keys in the search", "UPDATE search_texts SET keys = 'w' WHERE record = 8",
      "searchDiffers", ["ref": "A-2"]),
    Tampering(
      "the text in the search", "UPDATE search_texts SET en = 'x' WHERE record = 8",
      "searchDiffers", ["ref": "A-2"]),
    Tampering(
      "a record that search has lost", "DELETE FROM search_texts WHERE record = 8",
      "searchDiffers", ["ref": "A-2"]),
    Tampering(
      "a word that opens a record to others",
      "INSERT INTO search_index (rowid, words) VALUES (8, 'w:room')", "searchIndexDiffers", [:]),
    Tampering(
      "a word that search has lost",
      "INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', 8, 'n1:room')",
      "searchIndexDiffers", [:]),
    Tampering(
      "whose a handle is", "UPDATE handles SET person = 1 WHERE handle = 'staff'",
      "handleDiffers", ["handle": "staff"]),
    Tampering(
      "a handle that is nobody's", "INSERT INTO handles (handle, person) VALUES ('rosa', 1)",
      "handleDiffers", ["handle": "rosa"]),
    Tampering(
      "a link that no field says",
      "INSERT INTO links (owner, field, earlier, later) VALUES (8, 'item', 7, 8)", "linksDiffer",
      ["ref": "A-2"]),
    Tampering(
      "a record without its row", "DELETE FROM action_items WHERE number = 2", "recordMissing",
      ["ref": "A-2"]),
  ]

  @Test(arguments: tamperings)
  func `every tampering is found and named`(_ tampering: Tampering) throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    #expect(try test.hub.verify().findings == [])
    #expect(try test.hub.verify().isUpToDate)
    try test.hub.database.withWriter { try $0.script(tampering.sql) }
    let found = try test.hub.verify()
    let all = found.findings + found.outdated
    let finding = all.first { $0.code == tampering.code }
    #expect(finding != nil, "\(all.map { "\($0.code) \($0.arguments)" })")
    for (name, value) in tampering.named { #expect(finding?.arguments[name] == value, "\(name)") }
  }

  @Test(arguments: ["actor = 1", "digest = zeroblob(32)", "content = '{}'"])
  func `a change of one entry is not blamed on those after it`(_ change: String) throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    try test.hub.database.withWriter {
      try $0.script("UPDATE history SET \(change) WHERE id = 7")
    }
    let named = try test.hub.verify().findings.compactMap { $0.arguments["entry"] }
    #expect(named == ["7"])
  }

  @Test func `only a head kept elsewhere shows a tail that was cut`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let kept = try test.hub.headFile()
    try test.hub.database.withWriter {
      try $0.script(
        """
        DELETE FROM history WHERE id > 8; \
        UPDATE action_items SET version = 1, state = 'open' WHERE number = 1; \
        UPDATE records SET state = 'open', day = NULL WHERE id = 7; \
        UPDATE action_items SET due_on = NULL, done_on = NULL, first_due_on = NULL
        """)
    }
    #expect(try test.hub.verify().isSound)
    let found = try test.hub.verify(against: kept.head)
    #expect(found.findings.map(\.code) == ["historyCut"])
    #expect(found.findings.first?.arguments["entry"] == "8")
    #expect(found.findings.first?.arguments["kept"] == "10")
  }

  @Test func `only a head kept elsewhere shows a chain that was rebuilt with right digests`()
    throws
  {
    let story = try TestHub()
    try Story.tell(in: story.hub)
    let kept = try HeadFile(text: story.hub.headFile().text)
    // The same story by somebody who had it otherwise: whole, and with right digests.
    let forged = try TestHub(now: "2019-05-01T16:00:01Z")
    try Story.tell(in: forged.hub)
    #expect(try forged.hub.verify().isSound)
    let found = try forged.hub.verify(against: kept.head)
    #expect(found.findings.map(\.code) == ["historyRebuilt"])
    #expect(found.findings.first?.arguments["entry"] == "10")
    #expect(try story.hub.verify(against: kept.head).isSound)
  }
}
