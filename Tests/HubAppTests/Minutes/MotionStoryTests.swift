import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Motions as a secretary writes them: who moved, what amends what, what is settled together.
@Suite struct MotionStoryTests {
  private static let motions = """
    - Moved by @farah, seconded by Bob Example: Visit every camp. / Visiter chaque camp. \
    (carried; vote: 5-2-0)
    - Amendment: Strike “every”. / Biffer « chaque ». (lost; moved by @noor)
    - Resolution 2019-07: Adopt the rest together. / Adopter le reste ensemble. \
    (consensus; items: 1)
    - Decision: Adopt R-1.
    """

  private static func file(_ motions: String) -> String {
    MinutesStoryTests.minutes.replacingText("- Decision: Adopt R-1.", motions)
  }

  @Test func `motions are kept as they went, and written as they were`() throws {
    let story = try MinutesStoryTests.told()
    let file = Self.file(Self.motions)
    let saved = story.test.sendFile("/minutes-files", file, as: "sam")
    #expect(try saved.text.contains("D-4"))
    let motion = try story.test.send(.get, "/decisions/D-1", as: "sam").json
    #expect(motion["mover"] != .null && motion["seconderName"] == "Bob Example")
    let amendment = try story.test.send(.get, "/decisions/D-2", as: "sam").json
    #expect(amendment["amends"] == "D-1" && amendment["disposition"] == "lost")
    let consent = try story.test.send(.get, "/decisions/D-3", as: "sam").json
    #expect(consent["resolution"] == "2019-07" && consent["covers"] == ["I-1"])
    let written = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
    #expect(written.contains("moved by @farah; seconded by Bob Example"))
    #expect(written.contains("- Amendment D-2:") && written.contains("amends D-1"))
    // The file that comes out says what the one that went in said.
    for text in [written, file] {
      let again = try story.test.sendFile("/minutes-files", text, as: "sam").json
      #expect(again["changed"] == false)
    }
  }

  @Test func `outcomes stand in the order in which they are written`() throws {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", Self.file(Self.motions), as: "sam")
    let first = "- Decision: Thank the hosts. / Remercier les hôtes. (consensus)"
    let saved = story.test.sendFile(
      "/minutes-files", Self.file(first + "\n" + Self.motions), as: "sam")
    #expect(try saved.json["created"] == ["D-5"])
    let written = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
    let order = written.split(separator: "\n").compactMap { line -> String? in
      ["D-1", "D-2", "D-3", "D-4", "D-5"].first { line.hasPrefix("- ") && line.contains(" \($0):") }
    }
    #expect(order == ["D-5", "D-1", "D-2", "D-3", "D-4"])
  }

  @Test func `who was called by name is kept by reference, and hidden with the person`() throws {
    let story = try MinutesStoryTests.told()
    let file = Self.file(
      "- Decision: Go on. / Continuer. (roll call: @farah for, @noor against, Jean Exemple for)\n"
        + "- Decision: Adopt R-1.")
    #expect(story.test.sendFile("/minutes-files", file, as: "sam").status == 200)
    let decision = try story.test.send(.get, "/decisions/D-1", as: "sam").text
    #expect(!decision.contains("@farah") && decision.contains("Jean Exemple=inFavour"))
    let written = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
    #expect(written.contains("roll call: @farah for, @noor against, Jean Exemple for"))
    #expect(try story.test.sendFile("/minutes-files", written, as: "sam").json["changed"] == false)
    let unknown = story.test.send(
      .patch, "/decisions/D-1", ["rollCall": ["@nobodyhere=inFavour"]], as: "farah")
    let codes = try unknown.json["errors"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(!codes.isEmpty)
  }

  @Test func `what was said of actions stays among the members`() throws {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    let review = MinutesStoryTests.minutes.replacingText(
      "Nobody objects.", "Nobody objects.\n\n- A-1: ongoing")
    #expect(story.test.sendFile("/minutes-files", review, as: "farah").status == 200)
    for state in ["corrections", "approved", "published"] {
      _ = story.test.send(
        .post, "/minutes/MM-1/transitions", ["to": .string(state), "reason": "In writing"],
        as: "farah")
    }
    for path in ["/meetings/M-1/minutes-file", "/meetings/M-1/minutes-editions/1"] {
      let inside = try story.test.send(.get, path, as: "farah").text
      #expect(inside.contains("- A-1: ongoing"), "\(path)")
      let outside = try story.test.send(.get, path).text
      #expect(!outside.contains("A-1: ongoing"), "\(path)")
    }
  }

  private static func decision(_ members: [JSON.Member]) -> Asked {
    .post(
      "/decisions",
      .object(
        [
          .init(name: "item", value: "I-3"), .init(name: "text", value: ["en": "A", "fr": "B"]),
        ] + members), as: "farah")
  }

  private static let before = [Asked.file("/minutes-files", file(motions), as: "sam")]

  static let refusals: [Refused] = [
    Refused(
      "amendsElsewhere", at: "/amends", after: before,
      decision([.init(name: "amends", value: "D-2")])),
    Refused(
      "coversElsewhere", at: "/covers/0", after: before,
      decision([.init(name: "covers", value: ["I-3"])])),
    Refused(
      "oneMover", at: "/moverName", after: before,
      decision([
        .init(name: "mover", value: "@farah"), .init(name: "moverName", value: "Farah"),
      ])),
    Refused(
      "coversItself", at: "/items/2/outcomes/0/covers/0",
      .file(
        "/minutes-files",
        file("- Decision: Adopt R-1. / Adopter R-1. (consensus; items: 3)\n- Decision: Adopt it."),
        as: "sam")),
  ]

  @Test(arguments: refusals)
  func `what contradicts itself is refused`(_ refused: Refused) throws {
    try MinutesStoryTests.told().test.expect(refused)
  }

  @Test func `a motion does not amend itself`() throws {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", Self.file(Self.motions), as: "sam")
    let answer = story.test.send(
      .patch, "/decisions/D-1", ["amends": "D-1"], as: "farah")
    let codes = try answer.json["errors"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(codes.contains("amendsItself") || codes.contains("amendsElsewhere"))
  }

  @Test func `nobody is named for a motion at a workers’ forum`() throws {
    var story = try MeetingStory()
    _ = story.test.sendFile("/agenda-files", WorkersForumTests.agenda, as: "felix")
    story = story.at("2019-05-15T16:00:00Z")
    let file = WorkersForumTests.minutes.replacingText(
      "- Action: Tell", "- Decision: Go on. / Continuer. (moved by @wanda; carried)\n- Action: Tell"
    )
    let answer = story.test.sendFile("/minutes-files", file, as: "felix")
    #expect(try answer.json["errors"]?.array?.map { $0["code"] } == ["noMoversAtForum"])
  }
}
