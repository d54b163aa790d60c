import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Who withdrew from an item, quorum that was lost, and what was decided without it.
@Suite struct QuorumLostTests {
  static let minutes = MinutesStoryTests.minutes.replacingText(
    "## 3. Housing visits / Visites de logement\n",
    """
    ## 3. Housing visits / Visites de logement

    - Recused: @chantal, @sam
    - Perte du quorum : 10 h 40

    """)

  private func codes(_ answer: JSON) -> [String] {
    (answer["notices"]?.array ?? []).compactMap { $0["code"]?.string }
  }

  @Test func `they are kept with the item, and its decision says that it had no quorum`() throws {
    let story = try MinutesStoryTests.told()
    let checked = try story.test.sendFile("/minutes-files/check", Self.minutes, as: "sam").json
    #expect(checked["faults"] == [] && codes(checked) == ["decidedAfterQuorumLost"])
    let saved = try story.test.sendFile("/minutes-files", Self.minutes, as: "sam").json
    #expect(codes(saved) == ["decidedAfterQuorumLost"])
    #expect(saved["notices"]?.array?.first?["line"] != nil)
    let decision = try story.test.send(.get, "/decisions/D-1", as: "sam").json
    #expect(decision["withoutQuorum"] == true)
    let file = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
    #expect(file.contains("- Recused: @chantal, @sam\n- Quorum lost: 10:40\n"))
    #expect(try story.test.sendFile("/minutes-files", file, as: "sam").json["changed"] == false)
    let without = file.replacingText("- Quorum lost: 10:40\n", "")
    _ = story.test.sendFile("/minutes-files", without, as: "sam")
    let after = try story.test.send(.get, "/decisions/D-1", as: "sam").json
    #expect(after["withoutQuorum"] == false)
  }

  @Test func `what too few decided says so, until more are recorded`() throws {
    let story = try MinutesStoryTests.told()
    let few = MinutesStoryTests.minutes.replacingText("@chantal for @denis, ", "")
    let saved = try story.test.sendFile("/minutes-files", few, as: "sam").json
    #expect(codes(saved) == ["decidedWithoutQuorum"])
    #expect(try story.test.send(.get, "/decisions/D-1", as: "sam").json["withoutQuorum"] == true)
    for person in ["P-3", "P-5"] {
      let added = story.test.send(
        .post, "/attendance", ["meeting": "M-1", "person": .string(person)], as: "sam")
      #expect(added.status == 201)
    }
    #expect(try story.test.send(.get, "/decisions/D-1", as: "sam").json["withoutQuorum"] == false)
  }

  @Test func `more votes than people are told and kept`() throws {
    let story = try MinutesStoryTests.told()
    let many = MinutesStoryTests.minutes.replacingText("(consensus)", "(vote: 40-1-0)")
    let saved = try story.test.sendFile("/minutes-files", many, as: "sam", language: "fr").json
    #expect(codes(saved) == ["moreVotesThanPresent"] && saved["changed"] == true)
  }

  @Test func `nobody is named for a recusal at a workers’ forum`() throws {
    var story = try MeetingStory()
    _ = story.test.sendFile("/agenda-files", WorkersForumTests.agenda, as: "felix")
    story = story.at("2019-05-15T16:00:00Z")
    var rows = WorkersForumTests.minutes.split(separator: "\n", omittingEmptySubsequences: false)
    let heading = try #require(rows.firstIndex { $0.hasPrefix("## ") })
    rows.insert("- Recused: @felix", at: heading + 1)
    let answer = story.test.sendFile("/minutes-files", rows.joined(separator: "\n"), as: "felix")
    let codes = try answer.json["errors"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(codes.contains("noRecusalsAtForum"))
  }

  @Test func `what went public of them is in the official minutes`() throws {
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
    let item = try story.test.send(.get, "/agenda-items/I-3", as: "noor").json
    #expect(item["quorumLost"] == true && item["recused"] == ["P-3", "P-2"])
  }
}
