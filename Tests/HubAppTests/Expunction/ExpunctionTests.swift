import Foundation
import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@Suite struct ExpunctionTests {
  let name = "Rosa Delgado-Peña"

  /// Every text of every table but the digests, to look for words in.
  func everything(_ hub: Hub) throws -> String {
    try hub.database.read { connection in
      let tables = try connection.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%'"
      ) { $0.string(0) }
      return try tables.map { table in
        try connection.query("SELECT * FROM \(raw: table)") { row in
          (0..<row.columnCount).map { row.string($0) }.joined(separator: "|")
        }.joined(separator: "\n")
      }.joined(separator: "\n")
    }
  }

  @Test func `a text is gone from every table and from the bytes of the file`() throws {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    #expect(try everything(story.hub).contains(name))
    #expect(try story.bytes().contains(Array(name.utf8)))
    let report = try story.hub.expunge(
      Expunction(.text(name), reason: "She asked for it"), as: .person("admin"))
    #expect(report.records.map { $0.reference?.description } == ["A-1", "P-3"])
    #expect(report.isErased)
    let left = try everything(story.hub)
    #expect(!left.contains(name) && !left.contains("delgado") && left.contains("n1:room"))
    let bytes = try story.bytes()
    for word in [name, "Delgado", "delgado", "peña", "Rosa"] {
      #expect(!bytes.contains(Array(word.utf8)), "\(word)")
    }
    #expect(try story.hub.verify().findings == [])
  }

  @Test func `the chain before an expunction stays the same`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let kept = try test.hub.headFile()
    _ = try test.hub.expunge(Expunction(.text(name), reason: "Asked"), as: .person("admin"))
    #expect(try test.hub.verify(against: kept.head).isSound)
    let digests = try test.hub.database.read {
      try $0.query("SELECT content, salt FROM history WHERE expunged_by IS NOT NULL") {
        ($0.isNull(0), $0.isNull(1))
      }
    }
    #expect(digests.count == 2)
    #expect(digests.allSatisfy { $0.0 && $0.1 })
  }

  @Test func `those who read the record see what was taken out and why`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    _ = try test.hub.expunge(Expunction(.text(name), reason: "Asked"), as: .person("admin"))
    let record = try test.send(.get, "/action-items/A-1", as: "staff").json
    #expect(record["title"]?["en"]?.string == "Call [expunged]")
    #expect(record["title"]?["fr"]?.string == "Appeler [retiré]")
    #expect(record["version"]?.integer == 4)
    let history = try test.send(.get, "/action-items/A-1/history", as: "staff").json
    let items = history["items"]?.array ?? []
    #expect(items.map { $0["act"]?.string } == ["create", "edit", "move", "expunge"])
    #expect(items[0]["content"]?["change"]?["title"]?["en"]?.string == "Call [expunged]")
    #expect(items[1]["content"]?["change"]?["dueOn"]?.string == "2019-07-23")
    #expect(items[3]["content"]?["reason"]?.string == "Asked")
    #expect(items[3]["content"]?["entries"] == nil)
    let found = try test.send(
      .get, "/search", as: "staff", query: Query([Query.Pair(name: "q", value: "delgado")])
    ).json
    #expect(found["items"]?.array?.count == 0)
  }

  @Test func `a dry run says what it would do and changes nothing`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let before = try everything(test.hub)
    let answer = try test.send(
      .post, "/expunctions",
      ["text": .string(name), "reason": "She asked for it", "dryRun": true], as: "admin"
    ).json
    #expect(
      answer.text
        == #"{"dryRun":true,"places":6,"entries":2,"common":false,"records":["#
        + #"{"ref":"A-1","places":4,"fields":2,"editions":[],"entries":[7]},"#
        + #"{"ref":"P-3","places":2,"fields":1,"editions":[],"entries":[4]}],"#
        + #""near":[],"erased":false,"left":null,"copies":[],"documents":[],"packed":[]}"#)
    #expect(try everything(test.hub) == before)
  }

  @Test(arguments: [
    ["person": "P-3", "reason": "Asked", "text": 0] as JSON,
    ["person": "P-3", "reason": "Asked", "text": nil],
    ["person": ["P-3"], "reason": "Asked", "text": "Delgado"],
    ["person": "P-3", "reason": 7], ["person": "P-3", "text": "Delgado", "reason": "Asked"],
  ])
  func `what is taken out is gone for good, so nothing that is sent along is passed over`(
    _ body: JSON
  ) throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let before = try everything(test.hub)
    #expect(test.send(.post, "/expunctions", body, as: "admin").status == 422)
    #expect(try everything(test.hub) == before)
  }

  @Test func `a person becomes a neutral name everywhere`() throws {
    let story = try TemporaryHub()
    try Story.tell(in: story.hub)
    _ = try story.hub.write(as: .person("staff")) { writing in
      try writing.edit(Story.actions[1], reason: "Ask @facilitator or facilitator@example.org") {
        $0.details = LocalizedText(en: "With @facilitator’s help", fr: "Avec @facilitator")
      }
    }
    _ = try story.hub.expunge(
      Expunction(.person(ID(3)), reason: "Asked"), as: .person("admin"))
    let words = try everything(story.hub)
    for word in [name, "@facilitator", "facilitator@example.org"] {
      #expect(!words.contains(word), "\(word)")
    }
    #expect(words.contains("Call expunged-3"))
    #expect(words.contains("With @expunged-3’s help"))
    let person = try story.hub.read(as: .founder) { try $0.load(ID<Person>(3)) }
    #expect(person?.name == "expunged-3")
    #expect(person?.handle == "expunged-3")
    #expect(person?.email == nil)
    #expect(person?.function == nil)
    #expect(try story.hub.verify().findings == [])
    let bytes = try story.bytes()
    for word in [name, "facilitator@example.org", "Delgado", "delgado"] {
      #expect(!bytes.contains(Array(word.utf8)), "\(word)")
    }
  }

  @Test func `a text in an earlier expunction is taken out with what that one kept`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    _ = try test.hub.expunge(
      Expunction(.text(name), reason: "Asked by Amrita Gill"), as: .person("admin"))
    _ = try test.hub.expunge(Expunction(.text("Call"), reason: "Wrong"), as: .person("admin"))
    _ = try test.hub.expunge(
      Expunction(.person(ID(2)), reason: "Left the network"), as: .person("admin"))
    let words = try everything(test.hub)
    for word in [name, "Call", "Amrita"] {
      let places = words.split(separator: "\n").filter { $0.contains(word) }
      #expect(places == [], "\(word)")
    }
    #expect(try test.hub.verify().findings == [])
    let history = try test.send(.get, "/action-items/A-1/history", as: "admin").json
    let first = history["items"]?[0]?["content"]?["change"]?["title"]?["en"]?.string
    #expect(first == "[expunged] [expunged]")
    #expect(history["items"]?[3]?["content"]?["reason"]?.string == "Asked by expunged-2")
  }

  @Test func `nobody signs in any more as an expunged person`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    try test.hub.database.withWriter {
      try $0.script(
        """
        INSERT INTO tokens (digest, person, name, scopes, created, expires) \
        VALUES (zeroblob(32), 3, 'mine', 'read', 1, 2); \
        INSERT INTO tokens (digest, person, name, scopes, created, expires) \
        VALUES (randomblob(32), 1, 'for \(name)', 'read', 1, 2); \
        INSERT INTO sessions VALUES (zeroblob(32), 3, 1, 1, 2)
        """)
    }
    _ = try test.hub.expunge(Expunction(.person(ID(3)), reason: "Asked"), as: .person("admin"))
    let left = try test.hub.database.read { connection in
      try (
        connection.query("SELECT name FROM tokens") { $0.string(0) },
        connection.first("SELECT COUNT(*) FROM sessions") { $0.int(0) }
      )
    }
    #expect(left.0 == ["for expunged-3"])
    #expect(left.1 == 0)
  }

  /// A new column of words has to be thought of here before it can keep some of them.
  @Test func `an expunction knows every column that can hold words`() throws {
    let test = try TestHub()
    var known: Set = [
      // Replaced, or removed.
      "records.label_en", "records.label_fr", "history.content", "editions.note_en",
      "editions.note_fr", "editions.text", "handles.handle", "tokens.name", "replies.caller",
      "replies.headers", "replies.body", "search_texts.en", "search_texts.fr",
      // Names of things in the hub, codes, digests.
      "settings.name", "settings.value", "audiences.keys", "audience_keys.key",
      "search_texts.keys", "records.type", "records.label_word", "migrations.digest",
      "records.state", "links.field", "history.act",
      "history.from_state", "history.to_state",
      "history.salt", "history.content_digest", "history.digest", "replies.key",
      "replies.fingerprint", "passwords.hash", "invitations.digest", "sessions.digest",
      "tokens.digest", "tokens.scopes", "migrations.name", "document_contents.media_type",
      "document_contents.digest",
      // Taken out as a whole, by an expunction of their own.
      "document_pieces.bytes",
    ]
    for kind in Kinds.all {
      let fields = kind.fieldSummaries.flatMap(\.columns)
      for column in fields + Header.columns { known.insert("\(kind.type.table).\(column)") }
    }
    let columns = try test.hub.database.read { connection in
      try connection.query(
        """
        SELECT s.name || '.' || c.name FROM sqlite_schema s, pragma_table_info(s.name) c \
        WHERE s.type = 'table' AND s.name NOT LIKE 'search_index%' AND s.name <> 'search_terms' AND s.name NOT LIKE 'sqlite%' \
        AND c.type IN ('TEXT', 'BLOB', 'ANY')
        """
      ) { $0.string(0) }
    }
    #expect(columns.count > 100)
    #expect(Set(columns).subtracting(known) == [])
  }

  @Test func `a namesake keeps the name`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    _ = try test.hub.write(as: .person("admin")) { writing in
      var person = Person()
      (person.handle, person.name) = ("rosa2", name)
      try writing.create(person)
    }
    _ = try test.hub.expunge(Expunction(.person(ID(3)), reason: "Asked"), as: .person("admin"))
    let names = try test.hub.read(as: .founder) { reading in
      try [3, 4].map { try reading.load(ID<Person>($0))?.name }
    }
    #expect(names == ["expunged-3", name])
    #expect(try test.hub.verify().isSound)
  }

  static let refusals: [(body: JSON, handle: String?, status: Int, code: String)] = [
    (["text": "Rosa", "reason": "x"], nil, 401, "signInRequired"),
    (["text": "Rosa", "reason": "x"], "staff", 403, "notAllowed"),
    (["text": "Rosa", "reason": "x"], "facilitator", 403, "notAllowed"),
    (["text": "Rosa"], "admin", 422, "required"),
    (["text": "Rosa", "reason": "x"], "admin", 422, "expunctionUnseen"),
    (["text": "Rosa", "reason": "x", "places": 1], "admin", 409, "expunctionDiffers"),
    (["text": "Rosa", "reason": "x", "places": "6"], "admin", 422, "wrongType"),
    (["text": "Rosa", "reason": "x", "also": "rosa"], "admin", 422, "wrongType"),
    (["text": "Rosa", "reason": "x", "also": ["…"]], "admin", 422, "textTooShort"),
    (
      ["text": "Rosa", "reason": "said by rosa", "also": ["rosa"]], "admin", 422, "reasonNamesText"
    ),
    (["text": "Rosa", "reason": "Rosa asked"], "admin", 422, "reasonNamesText"),
    (["text": "—", "reason": "x"], "admin", 422, "textTooShort"),
    (["reason": "x"], "admin", 422, "textOrPerson"),
    (["text": "Rosa", "person": "P-3", "reason": "x"], "admin", 422, "textOrPerson"),
    (["text": "Rosa", "reason": "x", "dryrun": true], "admin", 422, "unknownField"),
    (["text": "Rosa", "reason": "x", "dryRun": "yes"], "admin", 422, "wrongType"),
    (["person": "P-99", "reason": "x"], "admin", 404, "notFound"),
    (["person": "A-1", "reason": "x"], "admin", 404, "notFound"),
    (["person": "P-1", "reason": "x"], "admin", 409, "lastAdmin"),
  ]

  @Test(arguments: refusals)
  func `what is not allowed or not clear changes nothing`(
    _ body: JSON, _ handle: String?, _ status: Int, _ code: String
  ) throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let before = try test.hub.headFile()
    let answer = test.send(.post, "/expunctions", body, as: handle)
    let json = try answer.json
    #expect(answer.status == status)
    let codes = [json["code"]?.string] + (json["errors"]?.array ?? []).map { $0["code"]?.string }
    #expect(codes.contains(code), "\(json.text)")
    #expect(try test.hub.headFile() == before)
  }

  @Test func `an expunction stands alone`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let before = try test.hub.headFile()
    let answer = test.send(
      .post, "/expunctions", ["text": "Rosa", "reason": "x"], as: "admin",
      headers: ["Idempotency-Key": "k"])
    #expect(answer.status == 422)
    #expect(try test.hub.headFile() == before)
  }

  @Test func `answers that were kept for retries go too`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let answer = test.send(
      .post, "/action-items",
      ["body": "B-1", "title": ["en": "See Rosa Delgado-Peña", "fr": "Voir Rosa Delgado-Peña"]],
      as: "facilitator", headers: ["Idempotency-Key": "k"])
    #expect(answer.status == 201)
    _ = try test.hub.expunge(Expunction(.text(name), reason: "x"), as: .person("admin"))
    #expect(!(try everything(test.hub).contains(name)))
  }

  @Test func `the sample network verifies, also once much was taken out of it`() throws {
    let test = try TestHub.sample()
    let found = try test.hub.verify().findings.map { "\($0.code) \($0.arguments)" }
    #expect(found == [])
    let report = try test.hub.expunge(
      Expunction(.text("workers"), reason: "To see that all still agrees"), as: .person("admin"))
    #expect(report.records.count > 10)
    #expect(try test.hub.verify().findings == [])
    let again = try test.hub.expunge(
      Expunction(.text("workers"), reason: "Again"), as: .person("admin"), dryRun: true)
    #expect(again.places == 0)
  }
}
