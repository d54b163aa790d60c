import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// When a meeting was called to order and adjourned, and when the next one is.
@Suite struct MinutesTimesTests {
  static let minutes = MinutesStoryTests.minutes.replacingText(
    "- Workers: 12 (Fraser Valley)\n",
    """
    - Workers: 12 (Fraser Valley)
    - Called to order: 9:05
    - Adjourned: 11 h 10
    - Next meeting: 14 January 2020, 13:00

    """)

  @Test func `they are kept, told back, written into the file and taken back`() throws {
    let story = try MinutesStoryTests.told()
    let saved = try story.test.sendFile("/minutes-files", Self.minutes, as: "sam").json
    #expect(
      saved["times"] == [
        ["field": "calledToOrderAt", "before": nil, "after": "9:05\u{A0}a.m."],
        ["field": "adjournedAt", "before": nil, "after": "11:10\u{A0}a.m."],
        ["field": "nextMeetingOn", "before": nil, "after": "Jan. 14, 2020, 1:00\u{A0}p.m."],
      ])
    let record = try story.test.send(.get, "/minutes/MM-1", as: "sam").json
    #expect(record["calledToOrderAt"] == "2019-05-14T16:05:00Z")
    #expect(record["adjournedAt"] == "2019-05-14T18:10:00Z")
    #expect(record["nextMeetingOn"] == "2020-01-14" && record["nextMeetingHour"] == "13:00")
    let file = try story.test.send(
      .get, "/meetings/M-1/minutes-file", as: "sam", query: ["lang": "fr"]
    ).text
    #expect(file.contains("- Ouverture de la séance\u{A0}: 9\u{A0}h\u{A0}05\n"))
    let again = try story.test.sendFile("/minutes-files", file, as: "sam").json
    #expect(again["changed"] == false)
    let without = file.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("- Prochaine réunion") }.joined(separator: "\n")
    let changed = try story.test.sendFile("/minutes-files", without, as: "sam").json
    #expect(
      changed["times"] == [
        ["field": "nextMeetingOn", "before": "Jan. 14, 2020, 1:00\u{A0}p.m.", "after": nil]
      ])
    let after = try story.test.send(.get, "/minutes/MM-1", as: "sam").json
    #expect(after["nextMeetingOn"] == nil || after["nextMeetingOn"] == .null)
    #expect(after["calledToOrderAt"] == "2019-05-14T16:05:00Z")
  }

  @Test(
    arguments: [
      (["adjournedAt": "2019-05-14T15:00:00Z"], "adjournedBeforeCalled", "/adjournedAt"),
      (["calledToOrderAt": "2019-05-01T16:00:00Z"], "beforeMeetingDay", "/calledToOrderAt"),
      (["nextMeetingOn": "2019-05-14"], "nextMeetingNotLater", "/nextMeetingOn"),
      (["nextMeetingOn": nil], "hourWithoutDay", "/nextMeetingHour"),
      (["nextMeetingHour": "soon"], "unreadableHour", "/nextMeetingHour"),
    ] as [(JSON, String, String)])
  func `what cannot be is refused at its member`(body: JSON, code: String, pointer: String) throws {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", Self.minutes, as: "sam")
    try story.test.expect(
      Refused(code, at: pointer, .patch("/minutes/MM-1", body, as: "sam")))
  }

  @Test func `approved minutes keep them, and an erratum corrects them`() throws {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", Self.minutes, as: "sam")
    for (to, time) in [
      ("corrections", "2019-05-16T16:00:00Z"), ("approved", "2019-06-16T16:00:00Z"),
      ("published", "2019-06-16T16:00:00Z"),
    ] {
      let moved = story.at(time).test.send(
        .post, "/minutes/MM-1/transitions", ["to": .string(to), "reason": "In writing"],
        as: "farah")
      #expect(moved.status == 200)
    }
    let later = story.at("2019-06-17T16:00:00Z")
    try later.test.expect(
      Refused(
        "minutesLocked",
        .patch("/minutes/MM-1", ["adjournedAt": "2019-05-14T18:20:00Z"], as: "farah")))
    let corrected = later.test.sendFile(
      "/minutes-files", Self.minutes.replacingText("11 h 10", "11:20"), as: "farah",
      query: ["erratum_en": "Hour", "erratum_fr": "Heure"])
    #expect(try corrected.json["state"] == "corrected")
    let out = try later.test.send(.get, "/meetings/M-1/minutes-file", as: "noor").text
    #expect(out.contains("- Adjourned: 11:20\n"))
  }
}
