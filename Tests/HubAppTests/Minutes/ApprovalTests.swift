import Foundation
import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

/// How minutes are approved, and what becomes of what nobody took up.
@Suite struct ApprovalTests {
  private func circulated() throws -> MeetingStory {
    let story = try MinutesStoryTests.told()
    let file = MinutesStoryTests.minutes.replacingText("- Status: deferred", "- Status: planned")
      .replacingText("The farm will be called.", "").replacingText("On appellera la ferme.", "")
    #expect(story.test.sendFile("/minutes-files", file, as: "sam").status < 300)
    #expect(approve(story.test, ["to": "corrections"]) == [])
    return story
  }

  private func approve(_ test: TestHub, _ body: JSON) -> [String] {
    let answer = test.send(.post, "/minutes/MM-1/transitions", body, as: "farah")
    let errors = (try? answer.json["errors"]?.array) ?? []
    return errors.compactMap { $0["code"]?.string }
  }

  private func state(_ test: TestHub, _ path: String) throws -> String? {
    try test.send(.get, path, as: "farah").json["state"]?.string
  }

  @Test func `they are approved at a later item or with a reason, once corrections have ended`()
    throws
  {
    let story = try circulated()
    #expect(approve(story.test, ["to": "approved"]) == ["correctionsOpen"])
    let later = story.at("2019-07-15T16:00:00Z").test
    #expect(approve(later, ["to": "approved"]) == ["approvalNotSaid"])
    #expect(approve(later, ["to": "approved", "reason": " "]) == ["approvalNotSaid"])
    #expect(approve(later, ["to": "approved", "reason": "By e-mail / Par courriel"]) == [])
    #expect(try state(later, "/minutes/MM-1") == "approved")
  }

  @Test func `a reason tells why they are approved before corrections have ended`() throws {
    let story = try circulated()
    #expect(approve(story.test, ["to": "approved", "reason": "All agree / Tous d’accord"]) == [])
  }

  @Test func `what is still planned when they are approved was not reached, and comes back`() throws
  {
    let story = try circulated()
    #expect(try state(story.test, "/agenda-items/I-2") == "planned")
    #expect(approve(story.test, ["to": "approved", "reason": "All agree / Tous d’accord"]) == [])
    #expect(try state(story.test, "/agenda-items/I-2") == "notReached")
    let next = try story.test.send(.get, "/bodies/B-1/agenda-proposal", as: "farah").text
    #expect(next.contains("- Carried from: I-2"))
    // What was dealt with does not, though its action is open: the action does.
    #expect(!next.contains("- Carried from: I-3") && next.contains("A-1 Send R-1."))
  }

  @Test
  func `what a meeting that is called off had on its agenda comes back, and so what it carried`()
    throws
  {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    let file = try story.test.send(.get, "/bodies/B-1/agenda-proposal", as: "farah").text
    let made = try story.test.sendFile("/agenda-files", file, as: "farah").json
    let meeting = try #require(made["meeting"]?.string)
    let carried = try #require(made["items"]?.array).compactMap(\.string)
    let off: JSON = ["to": "cancelled", "reason": "A storm / Une tempête"]
    #expect(
      story.test.send(.post, "/meetings/\(meeting)/transitions", off, as: "farah").status == 200)
    let next = try story.test.send(.get, "/bodies/B-1/agenda-proposal", as: "farah").text
    for item in carried {
      let json = try story.test.send(.get, "/agenda-items/\(item)", as: "farah").json
      if json["carriedFrom"]?.string == "I-2" {
        #expect(next.contains("- Carried from: \(item)\n"))
      }
    }
    #expect(!next.contains("- Carried from: I-2\n"))
    // What every agenda begins with stands there once.
    #expect(next.components(separatedBy: "Approval of the minutes").count == 2)
    #expect(next.components(separatedBy: "A-1 Send R-1.").count == 2)
  }
}
