import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

@Suite struct LegibilityTests {
  private static func post(_ name: String) throws -> [String] {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let answer = test.send(
      .post, "/organizations", ["name": ["en": .string(name), "fr": "Nom"], "kind": "union"],
      as: "staff")
    if answer.status == 201 { return [] }
    return try (answer.json["errors"]?.array ?? []).flatMap {
      [$0["code"]?.string ?? "", $0["pointer"]?.string ?? ""]
    }
  }

  @Test(arguments: [
    "\u{1B}[2J", "a\u{7}b", "a\u{9B}31mb", "a\u{7F}", "abc\u{202E}fdp.exe", "\u{2066}a\u{2069}",
    "a\u{85}",
  ])
  func `what drives a terminal or turns a text is refused in a name`(_ name: String) throws {
    #expect(try Self.post(name) == ["hiddenCharacter", "/name/en"])
  }

  @Test(arguments: [
    "\u{200B}", "\u{200B}\u{2060} ", "\u{3164}", "\u{2800}", "\u{301}", "\u{AD}",
    "\u{E0041}",
  ])
  func `a name of which nothing is seen is refused`(_ name: String) throws {
    #expect(try Self.post(name) == ["nothingVisible", "/name/en"])
  }

  @Test(arguments: [
    "Écoute", "日本語", "e\u{301}", "👩‍👩‍👧", "می‌خواهم", "…", "Two\nlines", "50 %", "שלום",
  ])
  func `what people write is taken`(_ name: String) throws {
    #expect(try Self.post(name) == [])
  }
}
