import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Who came after the beginning of a meeting and who left before its end.
@Suite struct ComingAndGoingTests {
  static let minutes = MinutesTimesTests.minutes.replacingText(
    "@farah, @sam (remote), @chantal for @denis",
    "@farah (arrived at 9:20), @sam (remote, arrived 9:30 and left 10 am), "
      + "@chantal (départ à 10 h 45) for @denis")

  @Test func `it is kept with their attendance and comes back in both languages`() throws {
    let story = try MinutesStoryTests.told()
    let saved = try story.test.sendFile("/minutes-files", Self.minutes, as: "sam").json
    #expect(saved["changed"] == true)
    let people = try story.test.send(.get, "/attendance", as: "sam").json["items"]?.array ?? []
    let sam = people.first { $0["remote"] == true }
    #expect(sam?["arrivedAt"] == "2019-05-14T16:30:00Z")
    #expect(sam?["leftAt"] == "2019-05-14T17:00:00Z")
    let french = try story.test.send(
      .get, "/meetings/M-1/minutes-file", as: "sam", query: ["lang": "fr"]
    ).text
    #expect(french.contains("@farah (arrivée à 9\u{A0}h\u{A0}20)"))
    #expect(french.contains("@chantal (départ à 10\u{A0}h\u{A0}45) pour @denis"))
    for language in ["en", "fr"] {
      let file = try story.test.send(
        .get, "/meetings/M-1/minutes-file", as: "sam", query: ["lang": language]
      ).text
      #expect(try story.test.sendFile("/minutes-files", file, as: "sam").json["changed"] == false)
    }
  }

  @Test(
    arguments: [
      (["leftAt": "2019-05-14T16:10:00Z"], "leftBeforeArrived", "/leftAt"),
      (["presence": "excused"], "onlyPresentCome", "/arrivedAt"),
      (["arrivedAt": "2019-05-13T16:10:00Z"], "beforeMeetingDay", "/arrivedAt"),
    ] as [(JSON, String, String)])
  func `what cannot be is refused at its member`(body: JSON, code: String, pointer: String) throws {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", Self.minutes, as: "sam")
    let people = try story.test.send(.get, "/attendance", as: "sam").json["items"]?.array ?? []
    let farah = try #require(people.first { $0["arrivedAt"] == "2019-05-14T16:20:00Z" })
    let ref = try #require(farah["ref"]?.string)
    try story.test.expect(Refused(code, at: pointer, .patch("/attendance/\(ref)", body, as: "sam")))
  }
}
