import Foundation
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

@Suite struct AgendaPublishingTests {
  @Test func `publishing a file creates the meeting, and the same file again changes nothing`()
    throws
  {
    let story = try MeetingStory()
    let first = story.test.sendFile("/agenda-files", MeetingStory.agenda, as: "farah")
    #expect(first.status == 201)
    #expect(first.headers["Location"] == "/api/v1/meetings/M-1")
    let json = try first.json
    #expect(json["meeting"] == "M-1" && json["agenda"] == "MA-1" && json["edition"] == 1)
    #expect(json["changed"] == true && json["addLines"] == ["- Meeting: M-1"])
    #expect(json["items"] == ["I-1", "I-2", "I-3"])
    let before = try story.test.dump()
    let again = story.test.sendFile("/agenda-files", MeetingStory.agenda, as: "farah")
    #expect(again.status == 200)
    #expect(try again.json["changed"] == false)
    #expect(try again.json["revision"] == json["revision"])
    #expect(try story.test.dump() == before)
    let meeting = try story.test.send(.get, "/meetings/M-1", as: "noor").json
    #expect(meeting["state"] == "convened" && meeting["startsAt"] == "2019-05-14T16:00:00Z")
  }

  @Test func `the file comes back whole, in both languages, and changes nothing when published`()
    throws
  {
    let story = try MeetingStory()
    try story.publishAgenda()
    let before = try story.test.dump()
    for language in ["en", "fr"] {
      let answer = story.test.send(
        .get, "/meetings/M-1/agenda-file", as: "farah", query: ["lang": language])
      #expect(answer.status == 200)
      let file = try answer.text
      #expect(file.contains(language == "en" ? "- Body: Plenary" : "- Instance\u{A0}: Plénière"))
      let published = story.test.sendFile("/agenda-files", file, as: "farah")
      #expect(try published.json["changed"] == false)
    }
    #expect(try story.test.dump() == before)
  }

  @Test func `who may not see an item sees its number and that it is in camera, and nothing else`()
    throws
  {
    let story = try MeetingStory()
    try story.publishAgenda()
    let file = try story.test.send(.get, "/meetings/M-1/agenda-file", as: "noor").text
    #expect(file.contains("## 2. In camera / À huis clos\n\n\n## 3. Housing visits"))
    for secret in ["complaint", "plainte", "farm", "I-2", "20 min", "R-1"] {
      #expect(!file.contains(secret), "\(secret)")
    }
    #expect(story.test.send(.get, "/meetings/M-1/agenda-file").status == 404)
  }

  @Test func `a revision needs a note in both languages, and keeps what was removed`() throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    var file = try story.test.send(.get, "/meetings/M-1/agenda-file", as: "farah").text
    let start = try #require(file.range(of: "## 1. Welcome")?.lowerBound)
    let end = try #require(file.range(of: "## 2. A complaint")?.lowerBound)
    file.removeSubrange(start..<end)
    file = file.replacingText("## 2. A complaint", "## 1. A complaint")
      .replacingText("## 3. Housing", "## 2. Housing").replacingText("45 min", "30 min")
    let before = try story.test.dump()
    let refused = story.test.sendFile("/agenda-files", file, as: "farah")
    #expect(refused.status == 422)
    #expect(try refused.json["errors"]?[0]?["code"] == "changeNoteRequired")
    #expect(try refused.text.contains("item 1 “Welcome” is gone"))
    #expect(try story.test.dump() == before)
    let half = story.test.sendFile(
      "/agenda-files", file, as: "farah", query: ["note_en": "Less time"])
    #expect(half.status == 422)
    #expect(try story.test.dump() == before)
    let revised = story.test.sendFile(
      "/agenda-files", file, as: "farah", query: ["note": "Less time / Moins de temps"])
    #expect(revised.status == 200)
    #expect(try revised.json["edition"] == 2)
    #expect(try revised.json["items"] == ["I-2", "I-3"])
    let welcome = try story.test.send(.get, "/agenda-items/I-1", as: "farah").json
    #expect(welcome["state"] == "withdrawn")
    let history = try story.test.send(.get, "/agenda-items/I-1/history", as: "farah").text
    #expect(history.contains("Less time / Moins de temps"))
    let stale = story.test.sendFile(
      "/agenda-files", file.replacingText("30 min", "35 min"), as: "farah",
      query: ["note": "More / Plus"])
    #expect(stale.status == 412)
  }
}

extension String {
  func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  /// This text with every place of another one replaced.
  func replacingText(_ text: String, _ other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
