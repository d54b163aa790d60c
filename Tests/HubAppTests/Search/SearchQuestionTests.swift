import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// References as what is looked for, words as other programs write them, and what narrows a search.
@Suite struct SearchQuestionTests {
  private let test: TestHub

  init() throws {
    test = try TestHub()
    try Story.tell(in: test.hub)
    try test.hub.write(as: .founder) { writing in
      // the first is mentioned by the second; the third has its letters and digits.
      for (number, text) in [
        "Inspect the dwellings.", "As R-1 asks, and R-11 too.",
        "Radio R, channel 1, of R\u{2011}12.",
        "L\u{2019}e\u{301}cole of\u{FB01}cielle, hé\u{AD}ber\u{AD}ge\u{AD}ment, la main-d’œuvre\u{A0}: oui",
      ].enumerated() {
        var record = Recommendation()
        record.header.network = ID(1)
        record.title = LocalizedText(en: "Title \(number + 1)", fr: "Titre \(number + 1)")
        record.text = LocalizedText(en: text, fr: text)
        record.body = ID(1)
        record.kind = number == 1 ? .funding : .policy
        record.themes = number == 2 ? ["housing", "rights"] : ["rights"]
        try writing.create(record, visibility: .public)
      }
    }
  }

  private func found(
    _ wanted: String, _ query: [(String, String)] = [], as handle: String? = "staff"
  ) throws -> [String] {
    let pairs = ([("q", wanted)] + query).map { Query.Pair(name: $0.0, value: $0.1) }
    let answer = test.send(.get, "/search", as: handle, query: Query(pairs))
    let text = try answer.text
    #expect(answer.status == 200, "\(text)")
    return try (answer.json["items"]?.array ?? []).compactMap { $0["ref"]?.string }
  }

  @Test(arguments: ["R-1", "r-1", " R-1 ", "R\u{2011}1"])
  func `a reference finds its record, then those that mention it`(_ text: String) throws {
    #expect(try found(text).prefix(2).contains("R-2"))
    if Reference(text) != nil { #expect(try found(text) == ["R-1", "R-2"]) }
  }

  @Test func `a reference stands among other words`() throws {
    #expect(try found("asks R-1") == ["R-2"])
    #expect(try found("R-12") == ["R-3"])
    #expect(try found("asks R-12") == [])
  }

  @Test func `the named one stands on the first page only, whatever that holds`() throws {
    var pages: [[String]] = []
    var cursor: String?
    repeat {
      let pairs = [("q", "R-1"), ("limit", "1")] + (cursor.map { [("cursor", $0)] } ?? [])
      let answer = try test.send(
        .get, "/search", as: "staff",
        query: Query(pairs.map { Query.Pair(name: $0.0, value: $0.1) })
      ).json
      pages.append((answer["items"]?.array ?? []).compactMap { $0["ref"]?.string })
      cursor = answer["next"]?.string
    } while cursor != nil
    #expect(pages == [["R-1"], ["R-2"]])
  }

  @Test func `a record that is hidden is not found by its reference`() throws {
    #expect(try found("A-1", as: nil) == [])
    #expect(try found("A-1").first == "A-1")
  }

  @Test(arguments: [
    "officielle", "école", "hébergement", "heberg", "œuvre", "oeuvre", "l'école", "oui",
  ])
  func `words are found as other programs write them`(_ text: String) throws {
    #expect(try found(text) == ["R-4"])
  }

  @Test(arguments: [
    ([("kind", "funding")], ["R-2"]), ([("theme", "housing")], ["R-3"]),
    ([("theme", "housing"), ("theme", "rights")], ["R-4", "R-3", "R-2", "R-1"]),
    ([("state", "draft"), ("kind", "policy")], ["R-4", "R-3", "R-1"]), ([("state", "adopted")], []),
    ([("type", "person")], []), ([("since", "2019-05-01")], ["R-4", "R-3", "R-2", "R-1"]),
    ([("since", "2019-05-02")], []), ([("sort", "created"), ("limit", "2")], ["R-1", "R-2"]),
    ([("sort", "-created"), ("limit", "2")], ["R-4", "R-3"]),
  ])
  func `a search is narrowed and ordered`(_ query: [(String, String)], _ refs: [String]) throws {
    #expect(try found("title", query) == refs)
  }

  @Test(arguments: [
    ("kind", "purple", "unknownChoice"), ("state", "purple", "unknownChoice"),
    ("since", "soon", "unreadableDay"), ("sort", "title", "unknownSort"),
  ])
  func `what no record can have is refused`(_ name: String, _ value: String, _ code: String) throws
  {
    let answer = test.send(.get, "/search", as: "staff", query: ["q": "title", name: value])
    #expect(answer.status == 400)
    #expect(try answer.text.contains(code))
  }
}
