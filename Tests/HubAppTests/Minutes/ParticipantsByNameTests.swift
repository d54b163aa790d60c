import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// People without an account at a meeting: recorded as they were written, told back, given back in the
/// file and in exports, and at a workers’ forum for nobody outside it.
@Suite struct ParticipantsByNameTests {
  private static let minutes = MinutesStoryTests.minutes.replacingText(
    "- Excused: @maria\n- Workers: 12 (Fraser Valley)",
    """
    - Guests: Jane Roe (Director, Ministry of Labour), Chantal Roy (remote)
    - Excused: Luis Vega (Consul)
    - Workers: about 12 (Fraser Valley / Vallée du Fraser), 3 (Okanagan)
    """)

  private static func saved() throws -> (story: MeetingStory, answer: JSON) {
    let story = try MinutesStoryTests.told()
    let answer = story.test.sendFile("/minutes-files", minutes, as: "sam")
    #expect(answer.status == 200)
    return (story, try answer.json)
  }

  @Test func `they are recorded as they were written, and told back`() throws {
    let (story, answer) = try Self.saved()
    let lines = try #require(answer["attendance"]?["lines"]?.array)
    let jane = try #require(
      lines.first { $0["said"] == "Jane Roe (Director, Ministry of Labour)" })
    #expect(jane["guest"] == true && jane["fate"] == "created" && jane["account"]?.isNull == true)
    #expect(
      lines.contains {
        $0["said"] == "approximately 12 worker (Fraser Valley / Vallée du Fraser)"
      })
    let list = try story.test.send(.get, "/attendance", as: "sam", query: ["meeting": "M-1"]).json[
      "items"]?.array
    let record = try #require(list?.first { $0["name"] == "Jane Roe" })
    #expect(record["function"] == "Director" && record["person"]?.isNull == true)
    #expect(record["organizationName"] == "Ministry of Labour")
    let count = try #require(list?.first { $0["count"] == 12 })
    #expect(count["approximate"] == true && count["region"]?.isNull == true)
    #expect(count["regionNames"]?["fr"] == "Vallée du Fraser")
    #expect(list?.first { $0["count"] == 3 }?["region"] == "Okanagan")
  }

  @Test
  func `saving what was written again changes nothing, and a mended function keeps the record`()
    throws
  {
    let (story, _) = try Self.saved()
    let file = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
    #expect(
      file.contains("- Guests: Jane Roe (Director, Ministry of Labour), Chantal Roy (remote)"))
    #expect(file.contains("- Excused: Luis Vega (Consul)"))
    let same = try story.test.sendFile("/minutes-files", file, as: "sam").json
    #expect(same["changed"] == false)
    let mended = file.replacingText("(Director, Ministry", "(Deputy Director, Ministry")
    let changed = try story.test.sendFile("/minutes-files", mended, as: "sam").json
    #expect(changed["attendance"]?["changed"] == 1 && changed["attendance"]?["added"] == 0)
    let taken = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
      .replacingText(", Chantal Roy (remote)", "")
    let removed = try story.test.sendFile("/minutes-files", taken, as: "sam").json
    #expect(removed["attendance"]?["removed"] == 1)
  }

  @Test func `somebody of the same name with an account is suggested, and not put in the place`()
    throws
  {
    let story = try MinutesStoryTests.told()
    try story.test.hub.write(as: .founder) { writing in
      _ = try writing.edit(try #require(try writing.people(withHandles: ["noor"])["noor"])) {
        $0.name = "Jane Roe"
      }
    }
    let checked = try story.test.sendFile("/minutes-files/check", Self.minutes, as: "sam").json
    let lines = try #require(checked["attendance"]?["lines"]?.array)
    let jane = try #require(lines.first { $0["said"]?.string?.hasPrefix("Jane Roe") == true })
    #expect(jane["account"] == "@noor")
    #expect(lines.filter { $0["account"]?.string != nil }.count == 1)
    #expect(checked["faults"]?.array?.isEmpty == true)
  }

  @Test func `official minutes and the digest list them, one on a line, and count no sum as exact`()
    throws
  {
    let (story, _) = try Self.saved()
    for (kind, language, texts) in [
      (
        "minutes", "en",
        [
          "**Guests (2)**", "- Jane Roe (Director), Ministry of Labour",
          "- Workers (Fraser Valley): about 12", "- Workers (Okanagan): 3",
        ]
      ),
      (
        "minutes", "fr",
        ["**Invitées et invités (2)**", "(Vallée du Fraser)\u{A0}: environ 12"]
      ),
      ("digest", "en", ["About 21 people", "- Jane Roe (Director), Ministry of Labour"]),
      ("digest", "fr", ["Environ 21 personnes"]),
    ] {
      let text = try story.test.send(
        .get, "/exports/\(kind)", as: "sam",
        query: ["meeting": "M-1", "format": "markdown", "lang": language]
      ).text
      for expected in texts { #expect(text.contains(expected), "\(kind) \(language): \(text)") }
      #expect(!text.contains("Luis Vega") || kind == "minutes")
    }
  }

  @Test func `they are for those who see who was there, and for nobody else`() throws {
    let (story, _) = try Self.saved()
    func file(_ handle: String) throws -> String {
      try story.test.send(.get, "/meetings/M-1/minutes-file", as: handle).text
    }
    #expect(try file("chantal").contains("Jane Roe") == (try file("chantal").contains("@farah")))
    for state in ["corrections", "approved", "published"] {
      let moved = story.test.send(
        .post, "/minutes/MM-1/transitions", ["to": .string(state), "reason": "By letter"],
        as: "farah")
      #expect(moved.status == 200)
    }
    #expect(try file("noor").contains("Jane Roe"))
    let edition = try story.test.send(.get, "/meetings/M-1/minutes-editions/1", as: "noor").text
    #expect(edition.contains("Jane Roe"))
  }

  @Test func `a form that is refused names its field`() throws {
    let (story, _) = try Self.saved()
    for (body, code, pointer) in [
      (["name": "Jane and Luis"], "severalNames", "/name"), (["name": "12"], "nameForm", "/name"),
      (["name": "Jane Roe", "person": "@farah"], "personOrName", "/name"),
      (["function": "Director", "stakeholderGroup": "worker"], "functionWithoutName", "/name"),
      (["name": "Jane Roe", "count": 2], "onePersonIsOne", "/count"),
      (["name": "Jane Roe", "approximate": true], "onePersonIsOne", "/approximate"),
      (
        ["name": "Jane Roe", "guest": true, "presence": "excused"], "guestIsSomebodyPresent",
        "/guest"
      ),
      (
        ["count": 9, "region": "North", "regionNames": ["en": "North"]], "oneRegion", "/regionNames"
      ),
      (
        ["person": "@farah", "presence": "proxy", "proxy": "@sam", "proxyName": "Jane Roe"],
        "oneProxy", "/proxyName"
      ),
    ] as [([String: JSON], String, String)] {
      var members = body.map { JSON.Member(name: $0.key, value: $0.value) }
      members.append(.init(name: "meeting", value: "M-1"))
      let answer = story.test.send(.post, "/attendance", .object(members), as: "sam")
      #expect(answer.status == 422)
      let errors = try answer.json["errors"]?.array ?? []
      #expect(errors.contains { $0["code"]?.string == code && $0["pointer"]?.string == pointer })
    }
  }

  @Test func `at a workers’ forum a name is in nothing wider than the body`() throws {
    var story = try MeetingStory()
    #expect(
      story.test.sendFile("/agenda-files", WorkersForumTests.agenda, as: "felix").status == 201)
    story = story.at("2019-05-15T16:00:00Z")
    let file = WorkersForumTests.minutes.replacingText(
      "- Workers:", "- Guests: Jane Roe (Director, Ministry of Labour)\n- Workers:")
    let saved = story.test.sendFile("/minutes-files", file, as: "felix")
    let told = try saved.text
    #expect(saved.status == 200, "\(told)")
    let list = try story.test.send(.get, "/attendance", as: "felix", query: ["meeting": "M-1"])
      .json["items"]?.array
    let jane = try #require(list?.first { $0["name"] == "Jane Roe" }?["ref"]?.string)
    // The record itself opens to nobody else, whatever its visibility, and is shared with nobody.
    let body: JSON = ["meeting": "M-1", "name": "Luis Vega", "visibility": "network"]
    _ = story.test.send(.post, "/attendance", body, as: "felix")
    #expect(
      story.test.send(.patch, "/attendance/\(jane)", ["visibility": "network"], as: "felix").status
        == 200)
    let unseen = try story.test.send(.get, "/attendance", as: "noor").text
    #expect(!unseen.contains("Luis Vega") && !unseen.contains("Jane Roe"))
    let shared = story.test.send(
      .patch, "/attendance/\(jane)", ["sharedWith": ["B-1"]], as: "felix")
    #expect(shared.status == 422)
    #expect(try shared.text.contains("nameStaysWithForum"))
    for state in ["corrections", "approved", "published"] {
      _ = story.test.send(
        .post, "/minutes/MM-1/transitions", ["to": .string(state), "reason": "By letter"],
        as: "felix")
    }
    #expect(
      story.test.send(.patch, "/minutes/MM-1", ["visibility": "network"], as: "felix").status == 200
    )
    let corrected = story.test.sendFile(
      "/minutes-files", file.replacingText("Roofs leak.", "Roofs leak in spring."), as: "felix",
      query: ["erratum": "Season / Saison"])
    #expect(corrected.status == 200)
    let paths =
      ["minutes-file", "minutes-editions/1", "minutes-editions/2"].map { "/meetings/M-1/\($0)" }
      + ["minutes", "digest", "highlights"].map { "/exports/\($0)" }
      + ["/attendance", "/search", "/attendance/\(jane)", "/attendance/\(jane)/history"]
    for path in paths {
      let export: Query = ["meeting": "M-1", "format": "markdown", "lang": "both"]
      let words: Query = ["q": "Roe"]
      let query = path.hasPrefix("/exports") ? export : path == "/search" ? words : Query()
      let outside = try story.test.send(.get, path, as: "noor", query: query).text
      #expect(!outside.contains("Roe") && !outside.contains("Ministry"), "\(path)")
    }
    #expect(
      try story.test.send(.get, "/meetings/M-1/minutes-file", as: "wanda").text.contains("Jane Roe")
    )
    // No official export names anybody of the forum, whoever asks.
    let minutes = try story.test.send(
      .get, "/exports/minutes", as: "felix",
      query: ["meeting": "M-1", "format": "markdown", "lang": "en"]
    ).text
    #expect(!minutes.contains("Jane Roe"))
  }

  @Test func `a body that becomes a workers’ forum keeps its names to itself`() throws {
    let (story, _) = try Self.saved()
    for state in ["corrections", "approved", "published"] {
      _ = story.test.send(
        .post, "/minutes/MM-1/transitions", ["to": .string(state), "reason": "By letter"],
        as: "farah")
    }
    #expect(try story.test.send(.get, "/attendance", as: "noor").text.contains("Jane Roe"))
    try story.test.hub.write(as: .founder) { writing in
      _ = try writing.edit(ID<Body>(1)) { $0.workersForum = true }
    }
    for path in ["/attendance", "/meetings/M-1/minutes-file", "/meetings/M-1/minutes-editions/1"] {
      #expect(try !story.test.send(.get, path, as: "noor").text.contains("Jane Roe"), "\(path)")
    }
  }
}
