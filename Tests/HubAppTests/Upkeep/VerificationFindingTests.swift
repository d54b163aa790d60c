import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import HubWords
import Testing

@testable import HubApp

/// What a check of the whole file finds beside what `TamperingTests` change, each in a sentence of
/// both languages.
@Suite struct VerificationFindingTests {
  struct Finding: Sendable, CustomTestStringConvertible {
    let fault: Fault
    let sql: String
    var testDescription: String { fault.code }

    init(_ fault: Fault, _ sql: String) { (self.fault, self.sql) = (fault, sql) }
  }

  static let findings: [Finding] = [
    Finding(
      Fault("danglingReference", ["table": "action_items", "row": "2"]),
      "UPDATE action_items SET assignee = 99 WHERE number = 2"),
    Finding(
      Fault(
        "historyUnlinked", ["entry": "8", "ref": "A-2", "date": "2019-05-01T16:00:00.001Z"]),
      "UPDATE history SET actor = 1 WHERE id IN (7, 8)"),
    Finding(
      Fault("recordNotInDirectory", ["ref": "A-2"]), "DELETE FROM records WHERE id = 8"),
    Finding(
      Fault("recordWithoutHistory", ["ref": "A-2"]), "DELETE FROM history WHERE record = 8"),
    Finding(
      Fault("rowNotUnderstood", ["ref": "A-2", "parts": "shared_with"]),
      "UPDATE action_items SET shared_with = 'everybody' WHERE number = 2"),
    Finding(
      Fault("searchOrphan", ["row": "999"]),
      "INSERT INTO search_texts (record, en, fr, keys) VALUES (999, 'x', 'x', 'w')"),
    Finding(
      Fault("searchIndexDiffers"),
      "INSERT INTO search_index (search_index) VALUES ('delete-all')"),
  ]

  @Test(arguments: findings)
  func `what does not belong together is found and told`(_ finding: Finding) throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    try expect(finding.fault, in: test, after: finding.sql)
  }

  @Test func `an agenda has the number of its meeting`() throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    try expect(
      Fault("numberNotOfMeeting", ["ref": "MA-9", "meeting": "M-1"]), in: story.test,
      after: """
        UPDATE agendas SET number = 9 WHERE number = 1; \
        UPDATE records SET number = 9 WHERE type = 'agenda' AND number = 1
        """)
  }

  private func expect(_ fault: Fault, in test: TestHub, after sql: String) throws {
    #expect(try test.hub.verify().findings == [])
    #expect(try test.hub.verify().outdated == [])
    try test.hub.database.withWriter {
      // Whoever changes a file past the hub is not held by its foreign keys.
      try $0.script("PRAGMA foreign_keys = OFF; \(sql); PRAGMA foreign_keys = ON")
    }
    let verification = try test.hub.verify()
    let found = verification.findings + verification.outdated
    #expect(found.contains(fault), "\(found.map { "\($0.code) \($0.arguments)" })")
    for language in Language.allCases {
      let sentence = Words(language).sentence(fault)
      #expect(Sentence.isWhole(sentence), "\(sentence)")
    }
  }
}

@Suite struct StorageRefusalTests {
  @Test func `a file that takes no writes says so, and is read all the same`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    try test.hub.database.withWriter { try $0.execute("PRAGMA query_only = ON") }
    try test.expect(
      Refused(
        "databaseReadOnly", status: 503,
        .patch("/action-items/A-2", ["dueOn": "2019-06-30"], as: "facilitator")))
    #expect(test.send(.get, "/action-items/A-2", as: "facilitator").status == 200)
  }
}
