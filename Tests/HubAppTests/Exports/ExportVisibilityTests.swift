import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

@Suite struct ExportVisibilityTests {
  /// Who asks, which titles of the five items they get, whether the secret decision is there, and
  /// for whom their copy is.
  static let callers:
    [(caller: String?, items: [String?], decisions: [String], visibility: String)] = [
      (nil, ["Welcome", "Housing inspections", nil, nil, "Next steps"], ["D-1"], "public"),
      (
        "viktor",
        ["Welcome", "Housing inspections", "Budget of the group", nil, "Next steps"],
        ["D-1"], "network"
      ),
      (
        "luc", ["Welcome", "Housing inspections", "Budget of the group", nil, "Next steps"],
        ["D-1"], "network"
      ),
      (
        "amara",
        [
          "Welcome", "Housing inspections", "Budget of the group", "A complaint", "Next steps",
        ], ["D-1", "D-2"], "inCamera"
      ),
    ]

  @Test(arguments: callers)
  func `everybody gets what is for them, and hidden items keep their numbers`(
    caller: String?, items: [String?], decisions: [String], visibility: String
  ) throws {
    let json = try ExportStory().export("digest", "both", "json", as: caller).json
    let found = json["items"]?.array ?? []
    #expect(found.map { $0["title"]?["en"]?.string } == items)
    #expect(found.compactMap { $0["number"]?.integer } == [1, 2, 3, 4, 5])
    #expect(found.map { $0["inCamera"]?.bool } == items.map { $0 == nil })
    let outcomes = found.flatMap { $0["decisions"]?.array ?? [] }
    #expect(outcomes.compactMap { $0["ref"]?.string } == decisions)
    #expect(json["visibility"]?.string == visibility)
  }

  @Test(arguments: ["html", "markdown", "json"])
  func `what is hidden is nowhere in the file`(format: String) throws {
    let story = try ExportStory()
    let text = try story.export("digest", "both", format).text
    for secret in ["complaint", "plainte", "counsel", "Nobody may know", "Budget", "Amara"] {
      #expect(!text.contains(secret), "\(secret)")
    }
    #expect(text.contains("F-1"))
    #expect(try !story.export("digest", "both", format, as: "luc").text.contains("complaint"))
    #expect(try story.export("digest", "both", format, as: "amara").text.contains("complaint"))
  }

  @Test func `what waits for the minutes stays with the body, marked as provisional`() throws {
    let test = try TestHub(now: "2019-03-01T16:00:00Z")
    let story = try ExportStory(in: test, until: .held)
    let member = try story.export("digest", as: "luc").text
    #expect(member.contains("badge provisional"))
    #expect(member.contains("D-1"))
    #expect(!member.contains("no second exit"), "minutes that are being drafted")
    let anyone = try story.export("digest").text
    #expect(!anyone.contains("D-1") && !anyone.contains("R-1") && !anyone.contains("A-1"))
    #expect(try story.export("digest", as: "amara").text.contains("no second exit"))
  }

  @Test func `a hidden meeting is as absent as one that is not there`() throws {
    let story = try ExportStory()
    _ = try story.test.hub.write(as: .person("amara")) {
      try $0.edit(ExportStory.digest) { $0.header.visibility = .inCamera }
    }
    let hidden = story.export("digest", as: "viktor")
    let absent = story.export("digest", of: ID(99), as: "viktor")
    #expect(hidden.status == 404 && absent.status == 404)
  }
}
