import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What is taken up at a meeting without standing on its agenda.
@Suite struct AddedItemTests {
  private static let file =
    MinutesStoryTests.minutes + """

      ## A letter from the consulate / Une lettre du consulat

      - Added: discussion

      ### English

      It came this morning.

      ### Français

      Elle est arrivée ce matin.

      - Decision: Answer it. / Y répondre. (consensus)

      """

  @Test func `it is an item of the meeting from then on, and stood on no agenda`() throws {
    let story = try MinutesStoryTests.told()
    let agenda = try story.test.send(.get, "/meetings/M-1/agenda-editions/1", as: "sam").text
    let saved = story.test.sendFile("/minutes-files", Self.file, as: "sam")
    #expect(saved.status == 200)
    #expect(try saved.json["items"]?.array?.last?["added"] == true)
    let item = try story.test.send(.get, "/agenda-items/I-4", as: "sam").json
    #expect(item["addedAtMeeting"] == true && item["purpose"] == "discussion")
    #expect(item["state"] == "dealtWith")
    #expect(try story.test.send(.get, "/decisions/D-2", as: "sam").json["item"] == "I-4")
    let written = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
    #expect(written.contains("## 4. A letter") && written.contains("- Added: discussion"))
    for text in [written, Self.file] {
      #expect(try story.test.sendFile("/minutes-files", text, as: "sam").json["changed"] == false)
    }
    let after = try story.test.send(.get, "/meetings/M-1/agenda-editions/1", as: "sam").text
    #expect(after == agenda)
  }

  static let wrong: [(String, String, String)] = [
    (
      "## A letter from the consulate / Une lettre du consulat", "## Welcome / Mot de bienvenue",
      "addedIsPlanned"
    ),
    ("- Added: discussion", "- Added: perhaps", "unknownChoice"),
    (
      "It came this morning.",
      "It came.\n\n## A letter from the consulate / Une lettre du consulat\n\n- Added: decision",
      "addedTwice"
    ),
  ]

  @Test(arguments: wrong)
  func `what contradicts the agenda is refused`(from: String, to: String, code: String) throws {
    let story = try MinutesStoryTests.told()
    let before = try story.test.dump()
    let answer = story.test.sendFile(
      "/minutes-files", Self.file.replacingText(from, to), as: "sam")
    #expect(answer.status == 422)
    let codes = try answer.json["errors"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(codes.contains { $0.hasPrefix(code) || code == "unknownChoice" })
    #expect(try story.test.dump() == before)
  }

  @Test func `no agenda has it, and what is in camera never was for others`() throws {
    let story = try MinutesStoryTests.told()
    let file = Self.file.replacingText(
      "- Added: discussion", "- Added: discussion\n- Visibility: in camera")
    #expect(story.test.sendFile("/minutes-files", file, as: "sam").status == 200)
    for state in ["corrections", "approved", "published"] {
      _ = story.test.send(
        .post, "/minutes/MM-1/transitions", ["to": .string(state), "reason": "In writing"],
        as: "farah")
    }
    for path in ["/meetings/M-1/agenda-file", "/meetings/M-1/agenda"] {
      #expect(try !story.test.send(.get, path, as: "farah").text.contains("letter"), "\(path)")
    }
    let agenda = story.test.send(
      .get, "/exports/agenda", as: "farah", query: ["meeting": "M-1", "format": "json"])
    #expect(try !agenda.text.contains("letter"))
    let minutes = story.test.send(
      .get, "/exports/minutes", as: "farah", query: ["meeting": "M-1", "format": "json"])
    #expect(try minutes.text.contains("A letter from the consulate"))
    // maria is a member, and not one of those in camera.
    for path in ["/agenda-items/I-4", "/agenda-items/I-4/history"] {
      #expect(story.test.send(.get, path, as: "maria").status == 404, "\(path)")
    }
  }
}
