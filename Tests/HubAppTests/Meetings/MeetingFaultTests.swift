import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What is refused around meetings, who came to them, and what they decided.
@Suite struct MeetingFaultTests {
  static let staff = "specimen-1"

  static func decision(_ method: JSON, _ votes: JSON) -> Asked {
    .post(
      "/decisions",
      [
        "item": "I-1", "text": ["en": "Agreed.", "fr": "D’accord."], "method": method,
        "votes": votes,
      ], as: staff)
  }

  static let requests: [Refused] = [
    Refused(
      "endsBeforeStart", at: "/endsAt",
      .patch(
        "/meetings/M-1",
        ["startsAt": "2019-06-03T16:00:00Z", "endsAt": "2019-06-03T16:00:00Z"], as: staff)),
    Refused(
      "attendanceOfNobody", at: "/person", .post("/attendance", ["meeting": "M-1"], as: staff)),
    Refused(
      "onePersonIsOne", at: "/count",
      .post("/attendance", ["meeting": "M-1", "person": "P-2", "count": 2], as: staff)),
    Refused(
      "proxyNamesHolder", at: "/proxy",
      .post("/attendance", ["meeting": "M-1", "person": "P-2", "presence": "proxy"], as: staff)),
    Refused(
      "proxyNamesHolder", at: "/proxy",
      .post("/attendance", ["meeting": "M-1", "person": "P-2", "proxy": "P-1"], as: staff)),
    Refused("voteNeedsCount", at: "/votes", decision("vote", [])),
    Refused(
      "consensusHasNoVote", at: "/votes",
      decision("consensus", [["inFavour": 5, "against": 0, "abstained": 1]])),
    Refused(
      "meetingNotHeld", at: "/meeting",
      after: [
        .post(
          "/meetings",
          [
            "body": "B-1", "title": ["en": "Summer", "fr": "Été"],
            "startsAt": "2019-07-02T16:00:00Z", "endsAt": "2019-07-02T18:00:00Z",
          ], as: staff)
      ], .post("/minutes", ["meeting": "M-3"], as: staff)),
    Refused(
      "alreadyThere", status: 409,
      .post("/item-notes", ["item": "I-1", "notes": ["en": "More", "fr": "Plus"]], as: staff)),
  ]

  @Test(arguments: requests)
  func `what cannot be said of a meeting is refused`(_ refused: Refused) throws {
    try World().test.expect(refused)
  }
}
