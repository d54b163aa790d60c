import HubApp
import HubHTTP
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// How much a record, a page and an answer hold at most.
@Suite struct TextLimitTests {
  private static func item(_ title: String, details: String = "") -> JSON {
    ["body": "B-1", "title": ["en": .string(title)], "details": ["en": .string(details)]]
  }

  private static func letters(_ count: Int) -> String { String(repeating: "é", count: count) }

  @Test func `a line and a text are as long as they may be, and no longer`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    func create(_ item: JSON) throws -> (Int, JSON?) {
      let answer = test.send(.post, "/action-items", item, as: "facilitator")
      return (answer.status, try answer.json["errors"]?[0])
    }
    #expect(try create(Self.item(Self.letters(500))).0 == 201)
    #expect(try create(Self.item("A", details: Self.letters(100_000))).0 == 201)
    let line = try create(Self.item(Self.letters(501)))
    #expect(line.0 == 422)
    #expect(line.1?["code"] == "lineTooLong")
    #expect(line.1?["pointer"] == "/title/en")
    let text = try create(Self.item("A", details: Self.letters(100_001)))
    #expect(text.0 == 422)
    #expect(text.1?["code"] == "textTooLong")
    #expect(text.1?["pointer"] == "/details/en")
  }

  @Test func `what was longer before stays as it is until it is changed`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let made = test.send(.post, "/action-items", Self.item("A"), as: "facilitator")
    let ref = try #require(try made.json["ref"]?.string)
    let long = Self.letters(600)
    try test.hub.database.write { connection in
      try connection.execute("UPDATE action_items SET title_en = \(long)")
    }
    let shown = try test.send(.get, "/action-items/\(ref)", as: "facilitator").json
    #expect(shown["title"]?["en"]?.string == long)
    func patch(_ change: JSON) -> Int {
      test.send(.patch, "/action-items/\(ref)", change, as: "facilitator").status
    }
    #expect(patch(["details": ["en": "More"]]) == 200)
    #expect(patch(["title": ["en": .string(long)], "details": ["en": "More still"]]) == 200)
    #expect(patch(["title": ["en": .string(long + "a")]]) == 422)
    #expect(patch(["title": ["en": "Short"]]) == 200)
  }

  @Test func `a page of long records ends early, and the next one goes on`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let details = String(repeating: "x", count: 200_000)
    let before = try test.send(.get, "/action-items", as: "facilitator").json["items"]?.array?.count
    for number in 0..<25 {
      let answer = test.send(
        .post, "/action-items", Self.item("\(number)", details: details), as: "facilitator")
      #expect(answer.status == 201)
    }
    var seen: [String] = []
    var query: Query = ["limit": "500"]
    var pages = 0
    while true {
      let answer = test.send(.get, "/action-items", as: "facilitator", query: query)
      let page = try answer.json
      let refs = (page["items"]?.array ?? []).compactMap { $0["ref"]?.string }
      #expect(try answer.collected().count < 5_000_000)
      seen += refs
      pages += 1
      guard let next = page["next"]?.string else { break }
      query = ["limit": "500", "cursor": next]
    }
    #expect(pages == 2)
    #expect(Set(seen).count == seen.count)
    #expect(seen.count == 25 + (before ?? 0))
  }

  @Test func `the first faults are told, few of them to strangers, and how many there are`() throws
  {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let file =
      "# T / T\n- Meeting: M-9\n" + String(repeating: "- Colour: blue\n", count: 1500)
    func told(_ handle: String?) throws -> [JSON] {
      try test.sendFile("/agenda-files/check", file, as: handle).json["faults"]?.array ?? []
    }
    let strangers = try told(nil)
    #expect(strangers.count == 51)
    #expect(strangers.last?["code"] == "moreFaults")
    #expect(strangers.last?["detail"]?.string?.contains("1500") == true)
    #expect(try told("facilitator").count == 1001)
    let members = (0..<1200).map { JSON.Member(name: "colour\($0)", value: 1) }
    let refused = try test.send(.post, "/action-items", .object(members), as: "facilitator").json
    #expect(refused["errors"]?.array?.count == 1001)
    #expect(refused["errors"]?.array?.last?["code"] == "moreFaults")
    #expect(refused["errors"]?.array?.last?["detail"]?.string?.contains("12") == true)
  }
}
