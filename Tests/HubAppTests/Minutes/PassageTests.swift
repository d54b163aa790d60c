import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

/// One text has one audience: a passage for insiders stands in the notes of an item, or nowhere.
@Suite struct PassageTests {
  private static let hidden: JSON = ["en": "Visit ||Acme Farms||", "fr": "Visiter ||Acme Farms||"]

  private func told() throws -> TestHub {
    let test = try MinutesStoryTests.told().test
    #expect(test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam").status < 300)
    return test
  }

  private func faults(_ answer: Response) throws -> [String] {
    try (answer.json["errors"]?.array ?? []).map {
      "\($0["code"]?.string ?? "") \($0["pointer"]?.string ?? "")"
    }
  }

  @Test(arguments: [
    ("/action-items/A-1", "title"), ("/action-items/A-1", "details"),
    ("/recommendations/R-2", "title"), ("/recommendations/R-2", "text"),
    ("/decisions/D-1", "text"), ("/decisions/D-1", "details"), ("/agenda-items/I-1", "title"),
    ("/agenda-items/I-1", "text"), ("/meetings/M-1", "title"), ("/meetings/M-1", "introduction"),
  ])
  func `what everybody reads whole has no passage for insiders`(path: String, field: String)
    throws
  {
    let answer = test(path, field, Self.hidden)
    #expect(try answer().status == 422)
    #expect(
      try faults(answer()) == ["en", "fr"].map { "passageOutsideNotes /\(field)/\($0)" })
    let open = test(path, field, ["en": "Visit ||Acme Farms", "fr": "Visiter"])
    #expect(try faults(open()) == ["passageOutsideNotes /\(field)/en"])
  }

  private func test(_ path: String, _ field: String, _ text: JSON) -> () throws -> Response {
    { try told().send(.patch, path, .object([.init(name: field, value: text)]), as: "farah") }
  }

  @Test func `a file is told so at its line`() throws {
    let test = try MinutesStoryTests.told().test
    let file = MinutesStoryTests.minutes + "- Action: Visit ||Acme Farms|| @farah\n"
    let answer = try test.sendFile("/minutes-files/check", file, as: "sam").json
    let found = try #require(
      answer["faults"]?.array?.first { $0["code"] == "passageOutsideNotes" })
    #expect(found["line"]?.integer.map { $0 > 10 } == true)
  }

  @Test func `an agenda has none, and is told so before it is published`() throws {
    let story = try MeetingStory()
    let file = MeetingStory.agenda.replacingText("The name of the farm.", "||Acme Farms||")
    let answer = try story.test.sendFile("/agenda-files/check", file, as: "farah").json
    let found = try #require(answer["faults"]?.array?.first)
    #expect(found["code"] == "passageOutsideNotes" && found["pointer"] == "/items/1/text/en")
    #expect(found["line"]?.integer == 13)
    #expect(story.test.sendFile("/agenda-files", file, as: "farah").status == 422)
  }

  @Test func `what an item only told closes its passages too`() throws {
    let test = try told()
    let notes = try test.send(.get, "/item-notes", as: "farah").json["items"]?[0]
    let path = "/item-notes/\(notes?["ref"]?.string ?? "")"
    let open: JSON = ["information": ["en": "- Who ||came", "fr": "- Qui"]]
    #expect(
      try faults(test.send(.patch, path, open, as: "farah")) == [
        "unclosedRedaction /information/en"
      ])
  }
}
