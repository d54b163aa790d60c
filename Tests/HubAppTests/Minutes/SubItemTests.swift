import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Items with labels of their own, and parts of items, through agenda and minutes.
@Suite struct SubItemTests {
  private static let agenda = MeetingStory.agenda.replacingText("## 3. ", "## 2.1 ")

  @Test func `a part of an item has minutes and outcomes of its own, found by its label`() throws {
    var story = try MeetingStory()
    #expect(story.test.sendFile("/agenda-files", Self.agenda, as: "farah").status == 201)
    #expect(try story.test.send(.get, "/agenda-items/I-3", as: "sam").json["printedLabel"] == "2.1")
    story = story.at("2019-05-15T16:00:00Z")
    let minutes = MinutesStoryTests.minutes.replacingText("## 3. ", "## 2.1 ")
    let saved = story.test.sendFile("/minutes-files", minutes, as: "sam")
    #expect(saved.status == 200)
    let items = try #require(try saved.json["items"]?.array)
    #expect(items.map { $0["label"] } == ["1", "2", "2.1"])
    let decision = try story.test.send(.get, "/decisions/D-1", as: "sam").json
    #expect(decision["item"] == "I-3")
    for path in ["minutes-file", "agenda-file"] {
      let file = try story.test.send(.get, "/meetings/M-1/\(path)", as: "sam").text
      #expect(file.contains("## 2.1 Housing visits"))
    }
    // Whoever writes the place instead of the label is told.
    let wrong = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    #expect(try wrong.json["errors"]?.array?.map { $0["code"] } == ["unknownItemNumber"])
  }

  @Test func `a label in camera is told to everybody, and nothing else`() throws {
    let story = try MeetingStory()
    let hidden = Self.agenda.replacingText("- Purpose: decision", "- Purpose: decision")
      .replacingText("## 2. ", "## IV. ")
    #expect(story.test.sendFile("/agenda-files", hidden, as: "farah").status == 201)
    let file = try story.test.send(.get, "/meetings/M-1/agenda-file", as: "noor").text
    #expect(file.contains("## IV. In camera"))
  }
}
