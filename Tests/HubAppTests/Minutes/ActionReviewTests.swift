import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp
@testable import HubModel

/// A later meeting says what became of the actions of an earlier one.
@Suite struct ActionReviewTests {
  static let read: [(String, String)] = [
    ("- A-31: done", "A-31=done"), ("- A-31 : réalisée", "A-31=done"),
    ("- A-31: ongoing", "A-31=ongoing"), ("- A-31 : en cours", "A-31=ongoing"),
    ("- A-31: extended to 2027-01-15", "A-31=extended/2027-01-15/"),
    ("- A-31 : reportée au 15 janvier 2027", "A-31=extended/2027-01-15/"),
    (
      "- A-31: postponed until 15 January 2027 (late report)",
      "A-31=extended/2027-01-15/late report"
    ),
    ("- A-31: extended to the next meeting", "A-31=extended/nextMeeting/"),
    ("- A-31 : reportée à la prochaine réunion", "A-31=extended/nextMeeting/"),
    ("- A-31 : reportée jusqu’à la prochaine séance", "A-31=extended/nextMeeting/"),
    ("- A-31: extended to spring 2027 (late)", "A-31=extended/2027-spring/late"),
    ("- A-31 : reportée au printemps 2027", "A-31=extended/2027-spring/"),
    ("- A-31 : reportée à l’automne 2027", "A-31=extended/2027-fall/"),
    ("- A-31 : reportée à la fin de mars", "A-31=extended/2027-03-end/"),
    ("- A-31: postponed to Q2 2027", "A-31=extended/2027-Q2/"),
    ("- A-31 : reportée en 2028", "A-31=extended/2028/"),
    ("- A-31: deferred to March", "A-31=extended/2027-03/"),
    ("- A-31: dropped (no money, no time)", "A-31=dropped//no money%2C no time"),
    ("- A-31 : abandonnée (faute de moyens)", "A-31=dropped//faute de moyens"),
  ]

  @Test(arguments: read)
  func `every form of a review is read, and read again as it is written`(line: String, word: String)
    throws
  {
    let text = "# Minutes: M\n\n- Meeting: M-1\n\n## 1. A\n\n\(line)\n"
    let day = try #require(Day("2026-12-01"))
    let (document, faults) = MinutesDocument.parse(Array(text.utf8), meetingDay: day)
    #expect(faults == [])
    #expect(document.items.first?.reviews.map(\.review.word) == [word])
    #expect(
      document.items.first?.reviews.first.map { ActionReview(word: $0.review.word[...]) } != nil)
    for language in Language.allCases {
      let written = document.written(in: language)
      let again = MinutesDocument.parse(Array(written.utf8), meetingDay: day)
      #expect(again.faults == [])
      #expect(again.document.items.first?.reviews == document.items.first?.reviews)
    }
  }

  static let unread: [(String, String)] = [
    ("- A-31: we talked about it", "reviewNotRead"), ("- A-31: extended", "reviewNeedsDay"),
    ("- A-31: extended to whenever", "reviewNeedsDay"),
    ("- A-31: extended to ongoing", "reviewNeedsDay"),
    ("- A-31: extended before March 2027", "reviewNeedsDay"),
    ("- A-31: extended to spring 2019", "dueBeforeMeeting"),
    ("- A-31: dropped", "reviewNeedsReason"),
    ("- A-31: done\n- A-31: ongoing", "reviewTwice"), ("- A-31 done", "reviewNotMarked"),
    ("A-31: done", "reviewNotMarked"), ("• A-31 – réalisée", "reviewNotMarked"),
    ("- A-31, A-32: done", "reviewNotMarked"), ("1. A-31: done", "reviewNotMarked"),
    ("- A-31: extended to 2019-01-01", "dueBeforeMeeting"),
  ]

  @Test(arguments: unread)
  func `what cannot be read of a review is a fault`(line: String, code: String) {
    let text = "# Minutes: M\n\n- Meeting: M-1\n\n## 1. A\n\n\(line)\n"
    let (_, faults) = MinutesDocument.parse(Array(text.utf8), meetingDay: Day(number: 20000))
    #expect(faults.map(\.code) == [code])
  }

  @Test func `a text that speaks of an action is no review`() {
    for line in ["A-31 was discussed.", "- See A-31, done in May.", "\\- A-31: done"] {
      let text = "# Minutes: M\n\n- Meeting: M-1\n\n## 1. A\n\n\(line)\n"
      let (document, faults) = MinutesDocument.parse(
        Array(text.utf8), meetingDay: Day(number: 20000))
      #expect(faults == [] && document.items.first?.reviews == [], "\(line)")
    }
  }

  @Test func `a review that is taken out is told, and undoes nothing`() throws {
    let story = try Self.told()
    let file = Self.second("- A-1: done (sent on 3 May)")
    #expect(story.test.sendFile("/minutes-files", file, as: "farah").status == 200)
    let history = try story.test.send(.get, "/action-items/A-1/history", as: "farah").text
    #expect(history.contains("sent on 3 May"))
    let silent = Self.second("- Information: Nothing. / Rien.")
    let saved = try story.test.sendFile("/minutes-files", silent, as: "farah").json
    let reviews = (saved["items"]?.array ?? []).flatMap { $0["reviews"]?.array ?? [] }
    #expect(reviews.map { $0["action"] } == ["A-1"] && reviews[0]["isDropped"] == true)
    let action = try story.test.send(.get, "/action-items/A-1", as: "farah").json
    #expect(action["state"] == "done")
  }

  private static func second(_ review: String) -> String {
    MinutesStoryTests.minutes.replacingText("Meeting: M-1", "Meeting: M-2")
      .replacingText("- Decision: Adopt R-1. / Adopter R-1. (consensus)\n", "")
      .replacingText(
        "- Recommendation: Pay interpreters. / Payer des interprètes. to O-1 (funding)\n", ""
      )
      .replacingText("- Action: Send R-1. / Transmettre R-1. @farah by Friday", review)
  }

  /// The meeting of May left A-1 open; another one is held in June.
  private static func told() throws -> MeetingStory {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    let june = MeetingStory.agenda.replacingText("2019-05-14", "2019-06-11")
    #expect(story.test.sendFile("/agenda-files", june, as: "farah").status == 201)
    return story.at("2019-06-12T16:00:00Z")
  }

  @Test func `a review moves the action, is shown at both meetings and happens once`() throws {
    let story = try Self.told()
    let file = Self.second("- A-1: extended to 2019-07-05 (the printer is late)")
    let saved = story.test.sendFile("/minutes-files", file, as: "farah")
    #expect(saved.status == 200)
    let items = try saved.json["items"]?.array ?? []
    #expect(items.contains { $0["reviews"]?[0]?["action"] == "A-1" })
    var action = try story.test.send(.get, "/action-items/A-1", as: "farah").json
    #expect(action["dueOn"] == "2019-07-05" && action["firstDueOn"] == "2019-05-17")
    #expect(action["reviewedAt"]?.array?.count == 1)
    let again = try story.test.sendFile("/minutes-files", file, as: "farah").json
    #expect(again["changed"] == false)
    let written = try story.test.send(.get, "/meetings/M-2/minutes-file", as: "farah").text
    #expect(written.contains("- A-1: extended to 2019-07-05 (the printer is late)"))
    let done = written.replacingText("extended to 2019-07-05 (the printer is late)", "done")
    #expect(story.test.sendFile("/minutes-files", done, as: "farah").status == 200)
    action = try story.test.send(.get, "/action-items/A-1", as: "farah").json
    #expect(action["state"] == "done")
  }

  static let refusals: [(String, String)] = [
    ("- A-99: done", "unknownReference"), ("- A-1: done\n- A-99: done", "unknownReference"),
  ]

  @Test(arguments: refusals)
  func `a review that cannot be changes nothing`(review: String, code: String) throws {
    let story = try Self.told()
    let before = try story.test.dump()
    let answer = story.test.sendFile("/minutes-files", Self.second(review), as: "farah")
    #expect(answer.status == 422)
    #expect(try answer.json["errors"]?.array?.map { $0["code"] } == [.string(code)])
    #expect(try story.test.dump() == before)
  }

  @Test func `what was dropped does not go on, and what is for fewer is not reviewed before all`()
    throws
  {
    let story = try Self.told()
    let dropped = Self.second("- A-1: dropped (no money)")
    #expect(story.test.sendFile("/minutes-files", dropped, as: "farah").status == 200)
    let goesOn = dropped.replacingText("dropped (no money)", "ongoing")
    let answer = story.test.sendFile("/minutes-files", goesOn, as: "farah")
    #expect(try answer.json["errors"]?.array?.map { $0["code"] } == ["reviewImpossible"])

    let other = try Self.told()
    _ = other.test.send(.patch, "/action-items/A-1", ["visibility": "inCamera"], as: "farah")
    let wide = other.test.sendFile("/minutes-files", Self.second("- A-1: done"), as: "farah")
    #expect(try wide.json["errors"]?.array?.map { $0["code"] } == ["reviewTooWide"])
  }
}
