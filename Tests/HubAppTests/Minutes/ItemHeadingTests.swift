import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What was said at one item never stands under another one.
@Suite struct ItemHeadingTests {
  private func file(_ body: String) -> String {
    "# Minutes: Spring plenary\n\n- Meeting: M-1\n\n" + body
  }

  private func codes(
    _ body: String, as handle: String = "sam", _ story: MeetingStory
  ) throws -> [String] {
    let answer = story.test.sendFile("/minutes-files/check", file(body), as: handle)
    return (try answer.json["faults"]?.array ?? []).compactMap { $0["code"]?.string }
  }

  static let headings: [(heading: String, item: String?, code: String?)] = [
    ("1. Welcome", "I-1", nil), ("1. Mot de bienvenue", "I-1", nil), ("1.", "I-1", nil),
    ("1. WELCOME / mot de bienvenue", "I-1", nil), ("Housing visits", "I-3", nil),
    ("Visites de logement", "I-3", nil), ("3. Housing visits.", "I-3", nil),
    ("A complaint", "I-2", nil), ("2. A complaint / Une plainte", "I-2", nil),
    ("2. Welcome", nil, "itemTitleIsOther"), ("1. A complaint", nil, "itemTitleIsOther"),
    ("1. Opening", nil, "itemTitleDiffers"), ("Opening", nil, "unknownItemTitle"),
    ("Housing visit", nil, "unknownItemTitleNear"), ("Wellcome", nil, "unknownItemTitleNear"),
    ("8. Welcome", nil, "unknownItemNumber"),
  ]

  @Test(arguments: headings)
  func `a heading is matched by number and title or by its title, never by its place`(
    heading: String, item: String?, code: String?
  ) throws {
    let story = try MinutesStoryTests.told()
    #expect(try codes("## \(heading)\n\nSaid.\n", story) == [code].compactMap(\.self))
    guard let item else { return }
    let saved = story.test.sendFile(
      "/minutes-files", file("## \(heading)\n\nSaid.\n"), as: "sam")
    #expect(saved.status == 200)
    for other in ["I-1", "I-2", "I-3"] {
      let state = try story.test.send(.get, "/agenda-items/\(other)", as: "sam").json["state"]
      #expect((state == "dealtWith") == (other == item), "\(other)")
    }
  }

  @Test func `of two items with one title the number says which`() throws {
    let story = try MinutesStoryTests.told()
    let renamed: JSON = ["title": ["en": "Welcome", "fr": "Mot de bienvenue"]]
    #expect(story.test.send(.patch, "/agenda-items/I-3", renamed, as: "farah").status == 200)
    #expect(try codes("## Welcome\n\nSaid.\n", story) == ["itemTitleTwice"])
    #expect(try codes("## 3. Welcome\n\nSaid.\n", story) == [])
  }

  @Test func `a passage is kept in both languages or in neither`() throws {
    let story = try MinutesStoryTests.told()
    let body = """
      ## 1. Welcome

      ### English

      The farm was named: ||Acme Farms||.

      ### Français

      La ferme a été nommée : %.
      """
    #expect(
      try codes(body.replacingText("%", "Acme Farms"), story) == ["passageInOneLanguage"])
    #expect(try codes(body.replacingText("%", "||Acme Farms||"), story) == [])
    let notes: JSON = [
      "item": "I-1", "notes": ["en": "||Acme||", "fr": "Acme"],
    ]
    let kept = story.test.send(.post, "/item-notes", notes, as: "sam")
    #expect(try kept.json["errors"]?.array?.first?["code"] == "passageInOneLanguage")
  }

  @Test func `a motion that was lost is nowhere a decision`() throws {
    let story = try MinutesStoryTests.told()
    let body = """
      ## 3. Housing visits

      - Motion: Buy a bus / Acheter un autobus (lost; vote: 2 for, 5 against)
      """
    #expect(story.test.sendFile("/minutes-files", file(body), as: "sam").status == 200)
    let motion = try story.test.send(.get, "/decisions/D-1", as: "sam").json
    #expect(motion["disposition"] == "lost" && motion["method"] == "vote")
    let names = try story.test.send(.get, "/agenda-items/I-3", as: "sam").json
    #expect(names["links"]?.array?.contains("D-1") == true)
    let trace = try story.test.send(.get, "/trace/D-1", as: "sam").text
    #expect(trace.contains("Buy a bus (lost)"))
    // What was carried by such votes cannot be.
    let changed = story.test.send(
      .patch, "/decisions/D-1", ["disposition": "carried"], as: "sam")
    #expect(try changed.json["errors"]?.array?.first?["code"] == "carriedAgainstVotes")
  }

  @Test func `of thousands of headings that mean no item the first get a title suggested`() throws {
    let story = try MinutesStoryTests.told()
    let body = String(repeating: "## Wellcome\n", count: 200)
    let found = try codes(body, story)
    #expect(found.count { $0 == "unknownItemTitleNear" } <= 50)
    #expect(found.contains("unknownItemTitleNear") && found.contains("unknownItemTitle"))
  }
}
