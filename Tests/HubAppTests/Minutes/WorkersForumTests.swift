import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

@Suite struct WorkersForumTests {
  static let agenda = """
    # Spring forum / Forum du printemps

    - Body: Workers’ forum
    - Date: 2019-05-14, 9:00 to 11:00, America/Vancouver

    ## 1. Housing / Logement

    - Purpose: discussion
    - Time: 60 min

    """

  static let minutes = """
    # Minutes / Procès-verbal

    - Meeting: M-1
    - Present: @felix, @wanda
    - Workers: 12 (Fraser Valley)

    ## 1. Housing / Logement

    ### English

    Roofs leak.

    ### Français

    Les toits coulent.

    - Action: Tell the plenary. / Le dire à la plénière. @wanda by 2019-06-01

    """

  @Test func `minutes of a workers’ forum stay with it, and never name anybody outside`() throws {
    var story = try MeetingStory()
    #expect(story.test.sendFile("/agenda-files", Self.agenda, as: "felix").status == 201)
    story = story.at("2019-05-15T16:00:00Z")
    #expect(story.test.sendFile("/minutes-files", Self.minutes, as: "felix").status == 200)
    let record = try story.test.send(.get, "/minutes/MM-1", as: "felix").json
    #expect(record["visibility"] == "body")
    func move(_ state: String) {
      let answer = story.test.send(
        .post, "/minutes/MM-1/transitions", ["to": .string(state), "reason": "By letter"],
        as: "felix")
      #expect(answer.status == 200)
    }
    ["corrections", "approved", "published"].forEach(move)
    #expect(story.test.send(.get, "/meetings/M-1/minutes-file", as: "noor").status == 404)
    let opened = story.test.send(.patch, "/minutes/MM-1", ["visibility": "network"], as: "felix")
    #expect(opened.status == 200)
    let correction = Self.minutes.replacingText("Roofs leak.", "Roofs leak in spring.")
    let corrected = story.test.sendFile(
      "/minutes-files", correction, as: "felix",
      query: ["erratum": "Season / Saison"])
    #expect(corrected.status == 200)
    for path in ["minutes-file", "minutes-editions/1", "minutes-editions/2"] {
      let outside = try story.test.send(.get, "/meetings/M-1/\(path)", as: "noor").text
      #expect(!outside.contains("@wanda") && !outside.contains("@felix"), "\(path)")
      #expect(outside.contains("Roofs leak"))
      let inside = try story.test.send(.get, "/meetings/M-1/\(path)", as: "wanda").text
      #expect(inside.contains("@wanda"))
    }
    let now = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "noor").text
    #expect(now.contains("- Workers: 12 (Fraser Valley)"))
  }
}
