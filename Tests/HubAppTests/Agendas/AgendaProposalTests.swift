import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

@Suite struct AgendaProposalTests {
  @Test func `the next agenda begins with what waits for the body`() throws {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    let file = try story.test.send(
      .get, "/bodies/B-1/agenda-proposal", as: "farah", query: ["date": "2019-09-17"]
    ).text
    #expect(file.contains("# Plenary, Tuesday, September 17, 2019 / Plénière, le mardi 17 sept"))
    #expect(file.contains("- Date: 2019-09-17, 9:00 to 11:00, America/Vancouver"))
    #expect(file.contains("Approval of the minutes: Spring plenary / Approbation du procès-verbal"))
    #expect(file.contains("- Papers: MM-1 (decision, decides)"))
    #expect(file.contains("- A-1 Send R-1. (@farah, was due May 17, 2019)"))
    #expect(file.contains("- Carried from: I-2") && file.contains("Deferred once."))
    #expect(file.contains("Ce point a commencé sous I-2"))
    let published = story.test.sendFile("/agenda-files", file, as: "farah")
    #expect(published.status == 201)
    let again = try story.test.sendFile("/agenda-files", file, as: "farah").json
    #expect(again["changed"] == false)
    let carried = try #require(try published.json["items"]?[2]?.string)
    let lineage = try story.test.send(.get, "/agenda-items/\(carried)/lineage", as: "farah").json
    #expect(lineage["timesDeferred"] == 1)
    #expect(lineage["items"]?[0]?["ref"] == "I-2" && lineage["items"]?[0]?["meeting"] == "M-1")
  }

  @Test func `what is for the body only is not told to the network by its next agenda`() throws {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    let file = try story.test.send(.get, "/bodies/B-1/agenda-proposal", as: "farah").text
    #expect(story.test.sendFile("/agenda-files", file, as: "farah").status == 201)
    let seen = try story.test.send(.get, "/meetings/M-2/agenda-file", as: "noor").text
    #expect(!seen.contains("Send R-1") && !seen.contains("complaint"))
    #expect(seen.contains("## 2. In camera / À huis clos"))
  }

  @Test func `a body that has never met gets an agenda in two weeks`() throws {
    let story = try MeetingStory()
    let file = try story.test.send(
      .get, "/bodies/B-1/agenda-proposal", as: "farah", query: ["lang": "fr"]
    ).text
    #expect(file.contains("- Instance\u{A0}: Plénière"))
    #expect(file.contains("2019-05-15, 9\u{A0}h à 11\u{A0}h, America/Vancouver"))
  }
}
