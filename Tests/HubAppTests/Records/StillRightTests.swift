import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

/// Where one language of a text is mended and the other one is right as it stands, somebody says so;
/// nobody else makes it so.
@Suite struct StillRightTests {
  private let test: TestHub

  init() throws {
    test = try MinutesStoryTests.told().test
    #expect(test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam").status < 300)
  }

  private func patch(_ title: JSON) -> Response {
    test.send(.patch, "/action-items/A-1", ["title": title], as: "farah")
  }

  @Test func `a side that is left behind is marked, unless it is said to be still right`() throws {
    let sent = patch(["en": "Send R-1 now."])
    #expect(try sent.json["title"]?["stale"] == "fr")
    // A record that is sent back as it was read says nothing.
    let back: JSON = ["en": "Send R-1 today.", "fr": "Transmettre R-1.", "stale": .null]
    #expect(try patch(back).json["title"]?["stale"] == "fr")
    #expect(try patch(["stillRight": true]).json["title"]?["stale"] == nil)
    let mended = try patch(["en": "Send R-1 today!", "stillRight": true]).json["title"]
    #expect(mended?["stale"] == nil && mended?["stillRight"] == nil)
    #expect(mended?["fr"] == "Transmettre R-1.")
    #expect(try patch(["en": "Send it.", "stillRight": false]).json["title"]?["stale"] == "fr")
    #expect(patch(["en": "Send it!", "stillRight": "yes"]).status == 422)
  }

  @Test(arguments: [true, false])
  func `a file of minutes is saved with what is still right`(isRight: Bool) throws {
    let file = MinutesStoryTests.minutes
      .replacing("Nobody objects.", with: "Nobody objected.")
      .replacing("Adopt R-1.", with: "Adopt R-1 now.")
    let query: Query = isRight ? ["stillRight": "true"] : [:]
    #expect(test.sendFile("/minutes-files", file, as: "sam", query: query).status == 200)
    let decision = try test.send(.get, "/decisions/D-1", as: "farah").json["text"]
    #expect(decision?["en"] == "Adopt R-1 now.")
    #expect(decision?["stale"]?.string == (isRight ? nil : "fr"))
  }

  @Test(arguments: [true, false])
  func `an agenda is published with what is still right`(isRight: Bool) throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    let file = MeetingStory.agenda.replacing("Housing visits /", with: "Visits to housing /")
    var query: Query = ["note": "A word / Un mot"]
    if isRight { query.pairs.append(.init(name: "stillRight", value: "true")) }
    #expect(file != MeetingStory.agenda)
    let answer = story.test.sendFile("/agenda-files", file, as: "farah", query: query)
    #expect(answer.status == 200)
    let item = try story.test.send(.get, "/agenda-items/I-3", as: "farah").json["title"]
    #expect(item?["stale"]?.string == (isRight ? nil : "fr"))
  }
}
