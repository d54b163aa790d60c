import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What is due in words stays as it was said; the day after which it is late follows from it.
@Suite struct DueStoryTests {
  /// Minutes of May whose action is due in other words.
  private static func told(_ due: String) throws -> MeetingStory {
    let story = try MinutesStoryTests.told()
    let file = MinutesStoryTests.minutes.replacingText("@farah by Friday", "@farah \(due)")
    #expect(story.test.sendFile("/minutes-files", file, as: "sam").status == 200)
    return story
  }

  private func action(_ test: TestHub) throws -> JSON {
    try test.send(.get, "/action-items/A-1", as: "farah").json
  }

  private func change(_ test: TestHub, _ change: JSON, as handle: String = "farah") -> Response {
    test.send(.patch, "/action-items/A-1", change, as: handle)
  }

  @Test func `it waits for the next meeting, and is late once that was held`() throws {
    var story = try Self.told("by the next meeting")
    var found = try action(story.test)
    #expect(found["due"] == "nextMeeting" && found["dueOn"] == .null)
    #expect(
      try story.test.send(.get, "/action-items", as: "farah", query: ["overdue": "true"]).json[
        "items"] == [])
    let june = MeetingStory.agenda.replacingText("2019-05-14", "2019-06-11")
    #expect(story.test.sendFile("/agenda-files", june, as: "farah").status == 201)
    story = story.at("2019-06-12T16:00:00Z")
    #expect(try action(story.test)["dueOn"] == .null)
    let held = story.test.send(
      .post, "/meetings/M-2/transitions", ["to": "held"], as: "sam")
    #expect(held.status == 200)
    found = try action(story.test)
    #expect(found["due"] == "nextMeeting" && found["dueOn"] == "2019-06-11")
    #expect(found["firstDueOn"] == .null && found["firstDue"] == .null)
    let late = try story.test.send(.get, "/action-items", as: "farah", query: ["overdue": "true"])
      .json
    #expect(late["items"]?.array?.map { $0["ref"] } == ["A-1"])
    let file = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
    #expect(file.contains("@farah by the next meeting"))
    let before = try story.test.dump()
    let again = try story.test.sendFile("/minutes-files", file, as: "sam").json
    #expect(again["changed"] == false)
    #expect(try story.test.dump() == before)
  }

  @Test func `minutes of an earlier meeting that are written late know the next one`() throws {
    var story = try MinutesStoryTests.told()
    let june = MeetingStory.agenda.replacingText("2019-05-14", "2019-06-11")
    #expect(story.test.sendFile("/agenda-files", june, as: "farah").status == 201)
    story = story.at("2019-06-12T16:00:00Z")
    _ = story.test.send(.post, "/meetings/M-2/transitions", ["to": "held"], as: "sam")
    let file = MinutesStoryTests.minutes.replacingText("by Friday", "by the next meeting")
    #expect(story.test.sendFile("/minutes-files", file, as: "sam").status == 200)
    #expect(try action(story.test)["dueOn"] == "2019-06-11")
  }

  @Test func `what was said first is kept when it is moved, and approved minutes go on saying it`()
    throws
  {
    let story = try Self.told("by spring 2020")
    var found = try action(story.test)
    #expect(found["due"] == "2020-spring" && found["dueOn"] == "2020-06-20")
    #expect(change(story.test, ["due": "ongoing"], as: "sam").status == 403)
    for state in ["corrections", "approved", "published"] {
      let moved = story.test.send(
        .post, "/minutes/MM-1/transitions", ["to": .string(state), "reason": "as agreed"],
        as: "farah")
      #expect(moved.status == 200)
    }
    #expect(change(story.test, ["due": "en continu"]).status == 200)
    found = try action(story.test)
    #expect(found["due"] == "ongoing" && found["dueOn"] == .null)
    #expect(found["firstDue"] == "2020-spring" && found["firstDueOn"] == "2020-06-20")
    let file = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
    #expect(file.contains("@farah by spring 2020"))
    let history = try story.test.send(.get, "/action-items/A-1/history", as: "farah").text
    #expect(history.contains("2020-spring") && history.contains("ongoing"))
  }

  @Test func `a day takes the place of words, words that of a day, and nothing that of both`()
    throws
  {
    let story = try Self.told("by Friday")
    let steps: [(JSON, JSON, JSON)] = [
      (["due": "next meeting"], "nextMeeting", .null),
      (["dueOn": "2019-07-01"], .null, "2019-07-01"),
      (["due": "fin mars 2020"], "2020-03-end", "2020-03-31"), (["dueOn": .null], .null, .null),
      (["due": "ASAP"], "asSoonAsPossible", .null), (["due": .null], .null, .null),
      (["due": "2019-08-01"], .null, "2019-08-01"), (["due": "2020-Q1"], "2020-Q1", "2020-03-31"),
      (["due": .null], .null, .null),
    ]
    for (asked, due, day) in steps {
      #expect(change(story.test, asked).status == 200, "\(asked)")
      let found = try action(story.test)
      #expect(found["due"] == due && found["dueOn"] == day, "\(asked)")
    }
  }

  @Test func `what says no time, two times or one before the meeting is refused`() throws {
    let story = try Self.told("by Friday")
    let before = try story.test.dump()
    let refused: [(JSON, String)] = [
      (["due": "when we can"], "unknownDue"),
      (["due": "spring 2020", "dueOn": "2020-01-01"], "dueTwice"),
      (["due": "2018"], "dueBeforeMeeting"),
    ]
    for (asked, code) in refused {
      let answer = change(story.test, asked)
      #expect(answer.status == 422)
      #expect(try answer.json["errors"]?.array?.map { $0["code"] } == [.string(code)])
    }
    #expect(try story.test.dump() == before)
  }
}
