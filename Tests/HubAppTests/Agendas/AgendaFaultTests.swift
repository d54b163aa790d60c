import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

@Suite struct AgendaFaultTests {
  /// What somebody does to the story's file, and the faults that follow.
  static let faults: [(from: String, to: String, codes: [String])] = [
    ("- Body: Plenary", "- Body: Plenery", ["unknownBodyNear"]),
    ("- Body: Plenary", "- Body: Parliament", ["unknownBody"]),
    ("@maria", "@mariaa", ["unknownHandleNear"]),
    ("R-1 (decision, decides)", "R-99, R-1, R-1", ["unknownReference", "paperTwice"]),
    ("2019-05-14", "2019-04-14", ["meetingInPast"]),
    ("- Place: Surrey / Surrey", "- Status: held", ["heldInFuture"]),
    ("45 min", "4 h", ["itemsExceedMeeting"]),
    ("- Time: 10 min", "- Session: panel", ["noSessionsForKind"]),
    ("Welcome / Mot de bienvenue", "Welcome", ["notInFrench"]),
    ("- Presenter: @chantal", "- Item: I-7", ["unknownReference"]),
    ("Visibility: in camera", "Visibility: private", ["noPrivateAgenda"]),
    ("- Purpose: decision", "- Purpos: decision", ["missingPurpose", "unknownKeywordNear"]),
    ("- Place", "- Meeting: M-9\n- Place", ["unknownReference"]),
  ]

  @Test(arguments: faults)
  func `a check tells every fault with its place, and publishing refuses for the same`(
    from: String, to: String, codes: [String]
  ) throws {
    let story = try MeetingStory()
    let file = MeetingStory.agenda.replacingText(from, to)
    let before = try story.test.dump()
    for language in ["en", "fr"] {
      let answer = story.test.sendFile(
        "/agenda-files/check", file, as: "farah", language: language)
      #expect(answer.status == 200)
      let found = try answer.json["faults"]?.array ?? []
      #expect(found.compactMap { $0["code"]?.string } == codes)
      #expect(found.allSatisfy { $0["line"]?.integer != nil && $0["column"]?.integer != nil })
      #expect(found.allSatisfy { !($0["detail"]?.string ?? "fault.").hasPrefix("fault.") })
    }
    let refused = story.test.sendFile("/agenda-files", file, as: "farah")
    #expect(refused.status == 422)
    #expect(try refused.json["errors"]?.array?.compactMap { $0["code"]?.string } == codes)
    #expect(try refused.json["positions"]?.array?.count == codes.count)
    #expect(try story.test.dump() == before)
  }

  @Test(arguments: [("maria", 403), ("noor", 403), ("sam", 403), (nil, 401), ("farah", 201)])
  func `only a body’s facilitators and staff publish`(handle: String?, status: Int) throws {
    let story = try MeetingStory()
    let answer = story.test.sendFile("/agenda-files", MeetingStory.agenda, as: handle)
    #expect(answer.status == status)
  }

  @Test func `a body that the caller may not see is unknown, and so is its name`() throws {
    let story = try MeetingStory()
    let file = MeetingStory.agenda.replacingText("- Body: Plenary", "- Body: Plenery")
    let found = try story.test.sendFile("/agenda-files/check", file).json["faults"]?.array ?? []
    #expect(found.contains { $0["code"] == "unknownBody" })
    #expect(found.contains { $0["code"] == "unknownHandle" })
  }

  @Test func `a meeting of the past is recorded as held`() throws {
    let story = try MeetingStory(now: "2019-06-01T16:00:00Z")
    #expect(story.test.sendFile("/agenda-files", MeetingStory.agenda, as: "farah").status == 422)
    let file = MeetingStory.agenda.replacingText("- Place", "- Status: held\n- Place")
    #expect(story.test.sendFile("/agenda-files", file, as: "farah").status == 201)
    let meeting = try story.test.send(.get, "/meetings/M-1", as: "noor").json
    #expect(meeting["state"] == "held")
    #expect(try story.test.sendFile("/agenda-files", file, as: "farah").json["changed"] == false)
  }

  @Test func `papers that are taken off are withdrawn, and nothing is deleted`() throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    let file = MeetingStory.agenda.replacingText("- Papers: R-1 (decision, decides)\n", "")
    let answer = story.test.sendFile("/agenda-files", file, as: "farah", query: ["note": "a / b"])
    #expect(answer.status == 200)
    let paper = try story.test.send(.get, "/considerations/IC-1", as: "farah").json
    #expect(paper["state"] == "withdrawn" && paper["paper"] == "R-1")
  }
}

extension AgendaFaultTests {
  @Test func `a member can check a file whose agenda is still a draft`() throws {
    let story = try MeetingStory()
    let created = story.test.send(
      .post, "/meetings",
      [
        "body": "B-1", "title": ["en": "Spring plenary", "fr": "Plénière du printemps"],
        "startsAt": "2019-05-14T16:00:00Z", "endsAt": "2019-05-14T18:00:00Z",
        "timeZone": "America/Vancouver",
      ], as: "farah")
    #expect(created.status == 201)
    let answer = story.test.sendFile("/agenda-files/check", MeetingStory.agenda, as: "maria")
    #expect(answer.status == 200)
    #expect(try answer.json["faults"] == [] && answer.json["meeting"] == "M-1")
    let published = story.test.sendFile("/agenda-files", MeetingStory.agenda, as: "farah")
    #expect(published.status == 200)
    #expect(try published.json["edition"] == 1)
  }
}
