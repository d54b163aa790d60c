import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

/// Minutes name nobody whom their reader may not see, and saving them takes away nobody who was
/// not shown.
@Suite struct HiddenPeopleTests {
  @Test func `somebody hidden who was there is not named, and stays`() throws {
    let story = try MinutesStoryTests.told()
    let test = story.test
    #expect(test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam").status == 200)
    try test.hub.write(as: .founder) { writing in
      _ = try writing.edit(ID<Person>(5)) { $0.header.visibility = .private }
    }
    #expect(test.send(.get, "/people/P-5", as: "sam").status == 404)
    let file = try test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
    #expect(!file.contains("denis"))
    let saved = test.sendFile(
      "/minutes-files", file.replacingText("Nobody objects.", "Nobody objected."), as: "sam")
    #expect(saved.status == 200)
    let there = try test.hub.read(as: .founder) { reading in
      try reading.loadAll(Attendance.self, where: "t.person = 5 AND t.state = 'recorded'")
    }
    #expect(there.count == 1)
  }
}

/// What is checked tells nothing of an agenda that is not for who asks.
@Suite struct CheckTests {
  private static func minutes(_ item: String) -> String {
    """
    # Minutes / Procès-verbal

    - Meeting: M-1

    ## \(item) Something / Quelque chose

    ### English

    Said.

    ### Français

    Dit.

    """
  }

  @Test func `the numbers and references of an agenda that is not published are told to nobody`()
    throws
  {
    let story = try MeetingStory()
    let meeting: JSON = [
      "body": "B-1", "title": ["en": "Spring plenary", "fr": "Plénière du printemps"],
      "startsAt": "2019-05-14T16:00:00Z", "endsAt": "2019-05-14T18:00:00Z",
    ]
    #expect(story.test.send(.post, "/meetings", meeting, as: "farah").status == 201)
    let item: JSON = ["meeting": "M-1", "title": ["en": "Secret", "fr": "Secret"]]
    #expect(story.test.send(.post, "/agenda-items", item, as: "farah").status == 201)
    let test = story.at("2019-05-15T16:00:00Z").test
    for reader in ["noor", "wanda"] {
      #expect(test.send(.get, "/meetings/M-1", as: reader).status == 200)
      func faults(_ path: String, _ file: String) throws -> String {
        try test.sendFile(path, file, as: reader).text
          .replacingText("I-1", "I-x").replacingText("I-9", "I-x")
      }
      let there = try faults("/minutes-files/check", Self.minutes("1."))
      let absent = try faults("/minutes-files/check", Self.minutes("7."))
      #expect(there == absent.replacingText("7", "1"))
      func named(_ reference: String) -> String {
        MeetingStory.agenda.replacingText("- Body: Plenary", "- Meeting: M-1")
          .replacingText("- Purpose: information", "- Item: \(reference)")
      }
      #expect(
        try faults("/agenda-files/check", named("I-1"))
          == faults("/agenda-files/check", named("I-9")))
      func minuted(_ reference: String) -> String {
        Self.minutes("1.").replacingText("### English", "- Item: \(reference)\n\n### English")
      }
      #expect(
        try faults("/minutes-files/check", minuted("I-1"))
          == faults("/minutes-files/check", minuted("I-9")))
    }
  }
}
