import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What is refused of an agenda's file and of its items in the light of what is there already.
@Suite struct AgendaRefusalTests {
  static let publish = Asked.file("/agenda-files", MeetingStory.agenda, as: "farah")
  static let other = Asked.file(
    "/agenda-files", MeetingStory.agenda.replacingText("2019-05-14", "2019-06-11"), as: "farah")

  private static let third =
    MeetingStory.agenda.firstRange(of: "## 3.")?.lowerBound ?? MeetingStory.agenda.endIndex

  /// The story's file once it has been published, with a change that the note explains.
  static func revise(_ from: String, _ to: String) -> Asked {
    .file(
      "/agenda-files",
      MeetingStory.agenda.replacingText("- Body: Plenary", "- Meeting: M-1\n- Body: Plenary")
        .replacingText(from, to), as: "farah", ["note": "Corrected / Corrigé"])
  }

  static let requests: [Refused] = [
    Refused(
      "tooLong", at: "/items/0/title/en",
      .file(
        "/agenda-files",
        MeetingStory.agenda.replacingText("Welcome", String(repeating: "W", count: 501)),
        as: "farah")),
    Refused(
      "bodyOfOtherMeeting", at: "/body", after: [publish],
      .file(
        "/agenda-files",
        // Felix facilitates the other body, and cannot see the paper.
        MeetingStory.agenda.replacingText("- Body: Plenary", "- Meeting: M-1\n- Body: B-2")
          .replacingText("- Papers: R-1 (decision, decides)\n", ""), as: "felix")),
    Refused(
      "itemTwice", at: "/items/2/item", after: [publish],
      .file(
        "/agenda-files",
        MeetingStory.agenda.replacingText("- Body: Plenary", "- Meeting: M-1\n- Body: Plenary")
          .replacingText("- Purpose: discussion", "- Item: I-1\n- Purpose: discussion")
          .replacingText("- Purpose: decision", "- Item: I-1\n- Purpose: decision"), as: "farah",
        ["note": "Corrected / Corrigé"])),
    Refused(
      "itemOfOtherMeeting", at: "/items/0/item", after: [publish, other],
      revise("- Purpose: information", "- Item: I-4\n- Purpose: information")),
    Refused(
      "itemDealtWith", status: 409,
      after: [publish, .move("/agenda-items/I-3", to: "dealtWith", as: "farah")],
      revise(String(MeetingStory.agenda.suffix(from: third)), "")),
    Refused(
      "meetingCancelled", status: 409,
      after: [publish, .move("/meetings/M-1", to: "cancelled", as: "farah")],
      revise("45 min", "40 min")),
    Refused(
      "meetingPostponed", status: 409,
      after: [publish, .move("/meetings/M-1", to: "postponed", as: "farah")],
      revise("45 min", "40 min")),
    Refused(
      "agendaIsPublished", after: [publish],
      .post(
        "/agenda-items", ["meeting": "M-1", "title": ["en": "More", "fr": "Plus"]], as: "maria")),
  ]

  @Test(arguments: requests)
  func `what contradicts a meeting is refused`(_ refused: Refused) throws {
    let story = try MeetingStory()
    try story.test.expect(refused)
    guard let file = refused.asked.file, refused.status == 422 else { return }
    // Whoever only asks is told the same.
    let check = Asked.file("/agenda-files/check", file, as: refused.asked.handle)
    // The revision that it would be sent with is another matter.
    let faults = try (check.answer(story.test).json["faults"]?.array ?? []).filter {
      $0["code"]?.string != "agendaRevisionRequired"
    }
    #expect(faults.map { $0["code"]?.string } == [refused.code])
    #expect(faults.map { $0["pointer"]?.string } == [refused.pointer])
  }

  @Test func `an agenda whose minutes are open is closed`() throws {
    let story = try MinutesStoryTests.told()
    try story.test.expect(
      Refused(
        "agendaClosed", status: 409,
        after: [.file("/minutes-files", MinutesStoryTests.minutes, as: "sam")],
        Self.revise("45 min", "40 min")))
  }

  @Test func `of two bodies with one name a file says which`() throws {
    let story = try MeetingStory()
    try story.test.hub.write(as: .founder) { writing in
      var body = Body()
      body.header.network = ID(1)
      body.name = LocalizedText(en: "Plenary", fr: "Autre plénière")
      try writing.create(body)
    }
    try story.test.expect(Refused("ambiguousBody", at: "/body", Self.publish))
  }
}
