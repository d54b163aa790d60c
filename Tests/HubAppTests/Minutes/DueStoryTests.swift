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

  @Test func `an erratum of its text does not move it back to what was said first`() throws {
    let story = try Self.told("by spring 2020")
    for state in ["corrections", "approved", "published"] {
      _ = story.test.send(
        .post, "/minutes/MM-1/transitions", ["to": .string(state), "reason": "as agreed"],
        as: "farah")
    }
    #expect(change(story.test, ["due": "next meeting"]).status == 200)
    let former = try action(story.test)
    let file = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "farah").text
      .replacingText("Send R-1.", "Send out R-1.")
    let saved = story.test.sendFile(
      "/minutes-files", file, as: "farah", query: ["erratum_en": "Words", "erratum_fr": "Mots"])
    #expect(saved.status == 200)
    let found = try action(story.test)
    #expect(found["title"]?["en"] == "Send out R-1.")
    for name in ["due", "dueOn", "dueSaidOn", "firstDue", "firstDueOn"] {
      #expect(found[name] == former[name], "\(name)")
    }
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

  /// The meeting of June, held.
  private static func june(_ story: MeetingStory, on day: String = "2019-06-11") -> MeetingStory {
    let june = MeetingStory.agenda.replacingText("2019-05-14", day)
    #expect(story.test.sendFile("/agenda-files", june, as: "farah").status == 201)
    let later = story.at("2019-06-20T16:00:00Z")
    let held = later.test.send(.post, "/meetings/M-2/transitions", ["to": "held"], as: "sam")
    #expect(held.status == 200)
    return later
  }

  private func overdue(_ test: TestHub) throws -> Int? {
    try test.send(.get, "/action-items", as: "farah", query: ["overdue": "true"]).json["items"]?
      .array?.count
  }

  @Test func `the next meeting can be said again, and counts from then`() throws {
    let story = Self.june(try Self.told("by the next meeting"))
    #expect(try overdue(story.test) == 1)
    // What is sent back as it was read says nothing anew.
    let read = try action(story.test)
    #expect(
      change(story.test, ["due": read["due"] ?? .null, "dueOn": read["dueOn"] ?? .null]).status
        == 200)
    #expect(try action(story.test)["version"] == read["version"])
    #expect(change(story.test, ["due": "next meeting"]).status == 200)
    var found = try action(story.test)
    #expect(found["due"] == "nextMeeting" && found["dueOn"] == .null)
    #expect(found["dueSaidOn"] == "2019-06-20")
    #expect(found["firstDue"] == "nextMeeting" && found["firstDueOn"] == "2019-06-11")
    #expect(try overdue(story.test) == 0)
    for said in ["spring 2027", "next meeting"] as [JSON] {
      #expect(change(story.test, ["due": said]).status == 200)
    }
    found = try action(story.test)
    #expect(found["due"] == "nextMeeting" && found["dueOn"] == .null)
    let july = MeetingStory.agenda.replacingText("2019-05-14", "2019-07-09")
    #expect(story.test.sendFile("/agenda-files", july, as: "farah").status == 201)
    let later = story.at("2019-07-10T16:00:00Z")
    _ = later.test.send(.post, "/meetings/M-3/transitions", ["to": "held"], as: "sam")
    #expect(try action(later.test)["dueOn"] == "2019-07-09")
  }

  @Test func `a day follows the meeting whose day is put right`() throws {
    let story = Self.june(try Self.told("by the next meeting"))
    let moved: JSON = ["startsAt": "2019-06-13T13:00:00Z", "endsAt": "2019-06-13T15:00:00Z"]
    #expect(story.test.send(.patch, "/meetings/M-2", moved, as: "farah").status == 200)
    let found = try action(story.test)
    #expect(found["dueOn"] == "2019-06-13" && found["firstDueOn"] == .null)
  }

  @Test(arguments: [
    ("extended to the next meeting", "nextMeeting", nil),
    ("extended to spring 2027", "2027-spring", "2027-06-20"),
  ])
  func `a later meeting gives it until another time in words`(
    said: String, due: String, day: String?
  ) throws {
    let story = Self.june(try Self.told("by the next meeting"))
    let file = MinutesStoryTests.minutes.replacingText("Meeting: M-1", "Meeting: M-2")
      .replacingText("- Decision: Adopt R-1. / Adopter R-1. (consensus)\n", "")
      .replacingText(
        "- Recommendation: Pay interpreters. / Payer des interprètes. to O-1 (funding)\n", ""
      )
      .replacingText(
        "- Action: Send R-1. / Transmettre R-1. @farah by Friday", "- A-1: \(said) (late)")
    let saved = story.test.sendFile("/minutes-files", file, as: "farah")
    #expect(saved.status == 200)
    let found = try action(story.test)
    #expect(found["due"]?.string == due && found["dueOn"]?.string == day)
    #expect(found["firstDue"] == "nextMeeting" && found["firstDueOn"] == "2019-06-11")
    if day == nil { #expect(found["dueSaidOn"] == "2019-06-11") }
    let written = try story.test.send(.get, "/meetings/M-2/minutes-file", as: "farah").text
    #expect(written.contains("- A-1: \(said) (late)"))
    let before = try story.test.dump()
    let again = try story.test.sendFile("/minutes-files", written, as: "farah").json
    #expect(again["changed"] == false)
    #expect(try story.test.dump() == before)
  }

  @Test func `a day that is sent is kept, the one that words had as well`() throws {
    let story = try Self.told("by spring 2027")
    let steps: [(JSON, JSON, JSON)] = [
      (["due": .null, "dueOn": "2027-06-20"], .null, "2027-06-20"),
      (["due": "fall 2027"], "2027-fall", "2027-12-20"),
      (["dueOn": "2027-12-20"], .null, "2027-12-20"),
      (["due": "fall 2027", "dueOn": "2027-12-20"], "2027-fall", "2027-12-20"),
      (["due": "2027-12-20"], .null, "2027-12-20"), (["due": "ongoing"], "ongoing", .null),
      (["dueOn": .null], .null, .null),
      (
        ["due": "spring 2027", "dueOn": .null], "2027-spring",
        "2027-06-20"
      ), (["due": .null, "dueOn": .null], .null, .null),
    ]
    for (asked, due, day) in steps {
      #expect(change(story.test, asked).status == 200, "\(asked)")
      let found = try action(story.test)
      #expect(found["due"] == due && found["dueOn"] == day, "\(asked)")
    }
  }

  @Test func `a new action is refused as one that is changed`() throws {
    let story = try Self.told("by Friday")
    let draft: [JSON.Member] = [
      .init(name: "body", value: "B-1"), .init(name: "title", value: ["en": "A", "fr": "B"]),
    ]
    let refused: [([JSON.Member], String)] = [
      (
        [.init(name: "due", value: "nextMeeting"), .init(name: "dueOn", value: "2027-05-01")],
        "dueTwice"
      ),
      ([.init(name: "due", value: "before March 2027")], "dueBeforePeriod"),
      ([.init(name: "due", value: "soon")], "unknownDue"),
    ]
    for (members, code) in refused {
      let answer = story.test.send(.post, "/action-items", .object(draft + members), as: "farah")
      #expect(answer.status == 422)
      #expect(try answer.json["errors"]?.array?.map { $0["code"] } == [.string(code)])
    }
  }

  @Test func `what says no time, two times or one before the meeting is refused`() throws {
    let story = try Self.told("by Friday")
    let before = try story.test.dump()
    let refused: [(JSON, String)] = [
      (["due": "when we can"], "unknownDue"),
      (["due": "spring 2020", "dueOn": "2020-01-01"], "dueTwice"),
      (["due": "2018"], "dueBeforeMeeting"),
      (["due": "nextMeeting", "dueOn": "2019-05-17"], "dueTwice"),
      (["due": "ongoing", "dueOn": "2019-06-01"], "dueTwice"),
      (["due": "before March 2027"], "dueBeforePeriod"), (["due": "avant mars"], "dueBeforePeriod"),
      (["due": "5000"], "unknownDue"), (["due": "2060"], "unknownDue"),
    ]
    for (asked, code) in refused {
      let answer = change(story.test, asked)
      #expect(answer.status == 422)
      #expect(try answer.json["errors"]?.array?.map { $0["code"] } == [.string(code)])
    }
    #expect(try story.test.dump() == before)
  }
}
