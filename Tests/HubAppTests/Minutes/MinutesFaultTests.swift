import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

@Suite struct MinutesFaultTests {
  /// What somebody does to the story's minutes, and the faults that follow.
  static let faults: [(from: String, to: String, codes: [String])] = [
    ("@noor", "@norr", ["unknownHandleNear"]),
    ("Excused: @maria", "Excused: @nobody-here", ["unknownHandle"]),
    ("- Meeting: M-1", "- Meeting: M-9", ["unknownReference"]),
    ("## 3. Housing", "## 7. Housing", ["unknownItemNumber"]),
    ("@farah by Friday", "@farah by 2019-05-01", ["dueBeforeMeeting"]),
    ("@farah by Friday", "@farrah by Friday", ["unknownHandleNear"]),
    ("to O-1", "to O-1, O-9", ["unknownReference"]),
    ("- Action: Send", "- Action A-9: Send", ["unknownReference"]),
    ("- Recommendation: Pay", "- Recommendation R-1: Pay", ["outcomeElsewhere"]),
    ("Somebody came late.||", "Somebody came late.", ["unclosedRedaction"]),
    ("- Status: deferred", "- Status: defered", ["unknownWordNear"]),
    ("- Status: deferred", "- Visibility: private", ["noPrivateAgenda"]),
  ]

  @Test(arguments: faults)
  func `a check tells every fault with its place, and saving refuses for the same`(
    from: String, to: String, codes: [String]
  ) throws {
    let story = try MinutesStoryTests.told()
    let file = MinutesStoryTests.minutes.replacingText(from, to)
    let before = try story.test.dump()
    for language in ["en", "fr"] {
      let answer = story.test.sendFile("/minutes-files/check", file, as: "sam", language: language)
      let found = try answer.json["faults"]?.array ?? []
      #expect(found.compactMap { $0["code"]?.string } == codes)
      #expect(found.allSatisfy { $0["line"]?.integer != nil })
      #expect(found.allSatisfy { !($0["detail"]?.string ?? "fault.").hasPrefix("fault.") })
    }
    let refused = story.test.sendFile("/minutes-files", file, as: "sam")
    #expect(refused.status == 422)
    #expect(try refused.json["errors"]?.array?.compactMap { $0["code"]?.string } == codes)
    #expect(try story.test.dump() == before)
  }

  @Test(arguments: [("maria", 403), ("noor", 403), (nil, 401), ("chantal", 403), ("sam", 200)])
  func `only a body’s facilitators, its secretary and staff write minutes`(
    handle: String?, status: Int
  ) throws {
    let story = try MinutesStoryTests.told()
    let before = try story.test.dump()
    let answer = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: handle)
    #expect(answer.status == status || handle == nil && answer.status == 401)
    if status != 200 { #expect(try story.test.dump() == before) }
  }

  @Test func `there are no minutes before the meeting begins, nor of one that is cancelled`() throws
  {
    let early = try MinutesStoryTests.told("2019-05-13T16:00:00Z")
    let answer = early.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    #expect(try answer.json["errors"]?[0]?["code"] == "meetingNotBegun")
    _ = early.test.send(
      .post, "/meetings/M-1/transitions", ["to": "cancelled", "reason": "Snow"], as: "farah")
    let late = early.at("2019-05-15T16:00:00Z")
    let refused = late.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    #expect(refused.status == 409)
  }

  @Test func `minutes that are written while the meeting goes on open its session`() throws {
    let story = try MinutesStoryTests.told("2019-05-14T17:00:00Z")
    #expect(
      story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam").status == 200)
    #expect(try story.test.send(.get, "/meetings/M-1", as: "noor").json["state"] == "inSession")
    let after = story.at("2019-05-14T19:00:00Z")
    let file = MinutesStoryTests.minutes.replacingText("Nobody objects.", "Nobody objected.")
    #expect(after.test.sendFile("/minutes-files", file, as: "sam").status == 200)
    #expect(try after.test.send(.get, "/meetings/M-1", as: "noor").json["state"] == "held")
  }

  @Test func `minutes in one language are kept and do not go out`() throws {
    let story = try MinutesStoryTests.told()
    let file = MinutesStoryTests.minutes
      .replacingText("### Français\n\nPersonne ne s’oppose.\n\n", "")
      .replacingText("Send R-1. / Transmettre R-1.", "Send R-1.")
    #expect(story.test.sendFile("/minutes-files", file, as: "sam").status == 200)
    for state in ["corrections", "approved"] {
      let moved = story.test.send(
        .post, "/minutes/MM-1/transitions", ["to": .string(state), "reason": "By letter"],
        as: "farah")
      #expect(moved.status == 200)
    }
    let before = try story.test.dump()
    let refused = story.test.send(
      .post, "/minutes/MM-1/transitions", ["to": "published"], as: "farah")
    #expect(refused.status == 422)
    let pointers = try refused.json["errors"]?.array?.compactMap { $0["pointer"]?.string }
    #expect(pointers == ["/I-3/notes/fr", "/A-1/title/fr"])
    #expect(try story.test.dump() == before)
    let skipped = story.test.send(
      .post, "/minutes/MM-1/transitions", ["to": "drafting"], as: "farah")
    #expect(skipped.status == 409)
    #expect(try story.test.dump() == before)
  }

  @Test func `what leaves a file is taken back, and a corrected line is the same outcome`() throws {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    let corrected = MinutesStoryTests.minutes.replacingText("Send R-1.", "Send R-1 now.")
      .replacingText("- Decision: Adopt R-1. / Adopter R-1. (consensus)\n", "")
    let saved = try story.test.sendFile("/minutes-files", corrected, as: "sam").json
    #expect(saved["updated"] == ["A-1"] && saved["created"] == [] && saved["removed"] == ["D-1"])
    let decision = try story.test.send(.get, "/decisions/D-1", as: "sam").json
    #expect(decision["state"] == "withdrawn")
    let now = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
    #expect(!now.contains("D-1"))
  }

  @Test func `an item that is put in camera takes what was said of it along`() throws {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    _ = story.test.send(.post, "/minutes/MM-1/transitions", ["to": "corrections"], as: "farah")
    #expect(try story.test.send(.get, "/item-notes", as: "maria").json["items"]?.array?.count == 2)
    #expect(story.test.send(.get, "/decisions/D-1", as: "maria").status == 200)
    let closed = story.test.send(
      .patch, "/agenda-items/I-3", ["visibility": "inCamera"], as: "farah")
    #expect(closed.status == 200)
    #expect(try story.test.send(.get, "/item-notes", as: "maria").json["items"]?.array?.count == 1)
    for path in ["/decisions/D-1", "/action-items/A-1", "/considerations/IC-1"] {
      #expect(story.test.send(.get, path, as: "denis").status == 404)
    }
  }
}

extension MinutesFaultTests {
  @Test func `a file can put an item in camera and say something else of it at once`() throws {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    let file = MinutesStoryTests.minutes
      .replacingText("Visites de logement\n", "Visites de logement\n\n- Visibility: in camera\n")
      .replacingText("Nobody objects.", "Nobody objected.")
      .replacingText("Send R-1.", "Send R-1 now.")
    let saved = story.test.sendFile("/minutes-files", file, as: "sam")
    #expect(saved.status == 200)
    #expect(try saved.json["updated"] == ["A-1"])
    let notes = try story.test.send(.get, "/item-notes", as: "sam").json["items"]?.array ?? []
    #expect(notes.last?["visibility"] == "inCamera" && notes.last?["version"] == 3)
    #expect(try story.test.sendFile("/minutes-files", file, as: "sam").json["changed"] == false)
  }

  @Test func `an agenda’s file can put an item and its papers in camera`() throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    let file = MeetingStory.agenda
      .replacingText("R-1 (decision, decides)", "R-1 (hearing)\n- Visibility: in camera")
    let answer = story.test.sendFile("/agenda-files", file, as: "farah", query: ["note": "a / b"])
    #expect(answer.status == 200)
    let paper = try story.test.send(.get, "/considerations/IC-1", as: "farah").json
    #expect(paper["visibility"] == "inCamera" && paper["role"] == "hearing")
    #expect(paper["version"] == 2)
  }

  @Test func `reading minutes asks as much of the database however long they are`() throws {
    let story = try MinutesStoryTests.told()
    func count(_ path: String) throws -> Int {
      // The first time, the hub learns who is meant by an audience that it meets.
      _ = story.test.send(.get, path, as: "sam")
      return try story.test.statements {
        #expect(story.test.send(.get, path, as: "sam").status == 200)
      }
    }
    _ = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    let before = try count("/meetings/M-1/minutes-file")
    let more = (1...8).map { "- Action: Task \($0) of many. / Tâche \($0). @denis by Friday" }
    let file = MinutesStoryTests.minutes + more.joined(separator: "\n") + "\n"
    #expect(try story.test.sendFile("/minutes-files", file, as: "sam").json["changed"] == true)
    #expect(try count("/meetings/M-1/minutes-file") == before)
    #expect((10...30).contains(before))
  }
}
