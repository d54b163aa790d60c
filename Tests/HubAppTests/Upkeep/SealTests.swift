import Foundation
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What stands beside the records has its seal in the history: whatever is put in, changed or taken
/// out past the hub is found and named.
@Suite struct SealTests {
  struct Planting: Sendable, CustomTestStringConvertible {
    let what: String
    let sql: String
    let fault: Fault
    var testDescription: String { what }

    init(_ what: String, _ code: String, _ arguments: [String: String], _ sql: String) {
      (self.what, self.sql, fault) = (what, sql, Fault(code, arguments))
    }
  }

  static let credentials: [Planting] = [
    Planting(
      "a token that nobody made", "tokenPlanted", ["ref": "P-1", "number": "9"],
      """
      INSERT INTO tokens (number, digest, person, name, scopes, created, expires) \
      VALUES (9, zeroblob(32), 1, 'x', 'read write admin', 1, 9000000000000)
      """),
    Planting(
      "another secret for a token", "tokenPlanted", ["ref": "P-3", "number": "1"],
      "UPDATE tokens SET digest = zeroblob(32) WHERE number = 1"),
    Planting(
      "a token that may more", "tokenPlanted", ["ref": "P-3", "number": "1"],
      "UPDATE tokens SET scopes = 'read write admin' WHERE number = 1"),
    Planting(
      "a token for longer", "tokenPlanted", ["ref": "P-3", "number": "1"],
      "UPDATE tokens SET expires = expires + 1 WHERE number = 1"),
    Planting(
      "a token of somebody else", "tokenPlanted", ["ref": "P-1", "number": "1"],
      "UPDATE tokens SET person = 1 WHERE number = 1"),
    Planting(
      "a token that was revoked", "tokenRevived", ["ref": "P-3", "number": "2"],
      "UPDATE tokens SET revoked = NULL WHERE number = 2"),
    Planting(
      "a password that nobody chose", "passwordPlanted", ["ref": "P-1"],
      "INSERT INTO passwords VALUES (1, '$argon2id$x', 1)"),
    Planting(
      "another password", "passwordPlanted", ["ref": "P-3"],
      "UPDATE passwords SET hash = '$argon2id$x' WHERE person = 3"),
    Planting(
      "an invitation that nobody made", "invitationPlanted", ["ref": "P-1"],
      "INSERT INTO invitations VALUES (zeroblob(32), 1, 1, 1, 2, NULL)"),
    Planting(
      "a session that nobody began", "sessionPlanted", ["ref": "P-1"],
      "INSERT INTO sessions VALUES (zeroblob(32), 1, 1, 1, 9000000000000)"),
    Planting(
      "a session of somebody else", "sessionPlanted", ["ref": "P-1"],
      "UPDATE sessions SET person = 1 WHERE digest = (SELECT MIN(digest) FROM sessions)"),
  ]

  /// Somebody with a password, a session, two tokens and a used invitation; one with an invitation.
  private func door() throws -> Door {
    let door = try Door()
    try door.invite("facilitator")
    #expect(door.signIn("facilitator").status == 201)
    _ = try door.token("facilitator")
    _ = try door.token("facilitator")
    try door.locally(.delete, "/tokens/2", as: "facilitator")
    try door.locally(.post, "/people/@staff/invitations", as: "admin")
    return door
  }

  @Test(arguments: credentials)
  func `what lets in and was not made by the hub is found`(_ planting: Planting) throws {
    let door = try door()
    #expect(try door.hub.verify().findings == [])
    try door.hub.database.withWriter { try $0.script(planting.sql) }
    #expect(try door.hub.verify().findings == [planting.fault])
  }

  @Test func `what ended does not let in again`() throws {
    let door = try door()
    func rows() throws -> [[SQLValue]] {
      try door.hub.database.read {
        try $0.query("SELECT * FROM sessions") { row in
          (0..<row.columnCount).map { row.value($0) }
        }
      }
    }
    let former = try rows()
    try door.locally(.post, "/people/P-3/sign-out", ["password": true], as: "admin")
    #expect(try door.hub.verify().findings == [])
    try door.hub.database.withWriter { connection in
      for values in former {
        try connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?)", values)
      }
      try connection.execute("UPDATE tokens SET revoked = NULL WHERE number = 1")
    }
    let found = Set(try door.hub.verify().findings.map(\.code))
    #expect(found == ["sessionPlanted", "tokenRevived"])
  }

  static let editions: [Planting] = [
    Planting(
      "a word of an edition", "editionChanged", ["ref": "MA-1", "edition": "1"],
      "UPDATE editions SET text = replace(text, 'Welcome', 'Farewell')"),
    Planting(
      "when an edition was published", "editionChanged", ["ref": "MA-1", "edition": "1"],
      "UPDATE editions SET at = at + 1"),
    Planting(
      "who published an edition", "editionChanged", ["ref": "MA-1", "edition": "1"],
      "UPDATE editions SET actor = 2"),
    Planting(
      "an edition that is gone", "editionMissing", ["ref": "MA-1", "edition": "1"],
      "DELETE FROM editions"),
    Planting(
      "an edition that was never published", "editionPlanted", ["ref": "MA-1", "edition": "2"],
      "INSERT INTO editions SELECT record, 2, at, actor, note_en, note_fr, text FROM editions"),
  ]

  @Test(arguments: editions)
  func `an edition is what was published`(_ planting: Planting) throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    #expect(try story.test.hub.verify().findings == [])
    try story.test.hub.database.withWriter { try $0.script(planting.sql) }
    #expect(try story.test.hub.verify().findings == [planting.fault])
  }

  @Test func `an edition is sealed anew when words are taken out of it, and no former seal stays`()
    throws
  {
    let story = try MeetingStory()
    try story.publishAgenda()
    let hub = story.test.hub
    for (word, seals) in [("Welcome", 1), ("Surrey", 1), ("Nobody at all", 1)] {
      _ = try hub.expunge(Expunction(.text(word), reason: "Asked"), as: .founder)
      #expect(try hub.verify().findings == [], "\(word)")
      let kept = try hub.database.read { connection in
        try connection.query("SELECT content FROM history WHERE content IS NOT NULL") {
          $0.string(0)
        }
      }
      #expect(kept.joined().components(separatedBy: #""salt""#).count - 1 == seals)
    }
    try hub.database.withWriter { try $0.script("UPDATE editions SET text = text || ' '") }
    #expect(try hub.verify().findings.map(\.code) == ["editionChanged"])
  }

  @Test func `a record stays in its network`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    try test.hub.write(as: .founder) { writing in
      var network = Network()
      network.name = LocalizedText(en: "Other", fr: "Autre")
      network.jurisdiction = network.name
      try writing.create(network)
    }
    #expect(try test.hub.verify().findings == [])
    try test.hub.database.withWriter {
      try $0.script(
        """
        UPDATE action_items SET network = 2 WHERE number = 2; \
        UPDATE records SET network = 2 WHERE id = 8
        """)
    }
    #expect(
      try test.hub.verify().findings.contains(
        Fault("recordDiffers", ["ref": "A-2", "parts": "network"])))
    let history = try test.send(.get, "/action-items/A-1/history", as: "staff").json
    #expect(history["items"]?[0]?["content"]?.object?.map(\.name) == ["change"])
  }

  /// Whoever can write to the file can also write entries with right digests.
  private func forge(
    _ content: String, of record: Int64?, by actor: Int64, blanking entry: Int64, in hub: Hub
  ) throws {
    try hub.write(as: .founder) { writing in
      try History.append(
        Act(.expunge), record: record, version: 4, content: Array(content.utf8),
        at: writing.moment(), by: ID(actor), in: writing)
      try writing.connection.execute(
        """
        UPDATE history SET content = NULL, salt = NULL, \
        expunged_by = (SELECT MAX(id) FROM history) WHERE id = \(entry)
        """)
      if let record {
        try writing.connection.execute(
          "UPDATE action_items SET version = 4 WHERE number = \(record - 6)")
      }
    }
  }

  @Test(arguments: [
    // Nothing is taken out of what it says instead.
    (#"{"reason":"x","entries":[{"entry":9,"content":{"change":{"dueOn":"2019-07-23"}}}]}"#, 7, 1),
    // It is of another record.
    (#"{"reason":"x","entries":[{"entry":9,"content":{"change":{"dueOn":null}}}]}"#, 8, 1),
    // Nobody but an admin takes anything out.
    (#"{"reason":"x","entries":[{"entry":9,"content":{"change":{"dueOn":null}}}]}"#, 7, 2),
    // It names an entry that it has not taken out.
    (
      #"{"reason":"x","entries":[{"entry":9,"content":{"change":{"dueOn":null}}},"#
        + #"{"entry":7,"content":{"change":{"title":null}}}]}"#, 7, 1
    ),
  ])
  func `an expunction that the hub did not make is found`(
    _ content: String, _ record: Int, _ actor: Int
  ) throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let kept = try test.hub.headFile().head
    try forge(content, of: Int64(record), by: Int64(actor), blanking: 9, in: test.hub)
    let found = try test.hub.verify(against: kept).findings
    #expect(found.map(\.code).contains("expunctionForged"), "\(found)")
  }

  @Test func `what came before seals were kept is sealed by the update`() throws {
    let place = try TemporaryHub()
    let door = try Door(path: place.path("old.db"))
    try door.invite("facilitator")
    _ = try door.token("facilitator")
    door.hub.close()
    // As the version before left it, with a token that somebody planted.
    let former = try Connection(path: place.path("old.db"), mode: .readWrite)
    try former.script(
      """
      DELETE FROM settings WHERE name LIKE 'dataStep%'; DELETE FROM sessions; \
      INSERT INTO tokens (number, digest, person, name, scopes, created, expires) \
      VALUES (9, zeroblob(32), 1, 'x', 'read', 1, 9000000000000)
      """)
    let hub = try Hub.open(place.path("old.db"))
    defer { hub.close() }
    #expect(
      try hub.verify().findings == [Fault("tokenPlanted", ["ref": "P-1", "number": "9"])])
  }

  @Test(arguments: [
    "CREATE TRIGGER planted AFTER INSERT ON history BEGIN DELETE FROM tokens; END",
    "CREATE VIEW planted AS SELECT * FROM people",
  ])
  func `a backup with something in it that the hub did not make is not restored`(sql: String) throws
  {
    let place = try TemporaryHub()
    try Story.tell(in: place.hub)
    let backup = place.path("backup.db")
    try Backup.write(place.hub, to: backup)
    try Connection(path: backup, mode: .readWrite).script(sql)
    do {
      try Backup.restore(backup, to: place.path("new.db"))
      Issue.record("restored")
    } catch Refusal.invalid(let faults) {
      #expect(faults.map(\.code) == ["backupNotSound", "schemaDiffers"])
    }
    #expect(!FileManager.default.fileExists(atPath: place.path("new.db")))
  }
}
