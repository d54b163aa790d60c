import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What is refused of a minutes file in the light of what is there already.
@Suite struct MinutesRefusalTests {
  static func minutes(_ from: String, _ to: String) -> Asked {
    .file("/minutes-files", MinutesStoryTests.minutes.replacingText(from, to), as: "sam")
  }

  static let requests: [Refused] = [
    Refused(
      "itemTwice", at: "/items/2",
      minutes("Visites de logement\n", "Visites de logement\n\n- Item: I-1\n")),
    Refused(
      "itemOfOtherMeeting", at: "/items/2/item",
      after: [
        .file(
          "/agenda-files", MeetingStory.agenda.replacingText("2019-05-14", "2019-06-11"),
          as: "farah")
      ], minutes("Visites de logement\n", "Visites de logement\n\n- Item: I-4\n")),
    Refused(
      "meetingNotHeld", status: 409, after: [.move("/meetings/M-1", to: "cancelled", as: "farah")],
      minutes("", "")),
    Refused(
      "minutesLocked", status: 409,
      after: [
        minutes("", ""), .move("/minutes/MM-1", to: "corrections", as: "farah"),
        .move("/minutes/MM-1", to: "approved", as: "farah"),
      ], minutes("Nobody objects.", "Nobody objected.")),
  ]

  @Test(arguments: requests)
  func `what contradicts a meeting is refused`(_ refused: Refused) throws {
    try MinutesStoryTests.told().test.expect(refused)
  }
}
