import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

@Suite struct SortKeyTests {
  @Test(arguments: [
    (Language.fr, ["Ça", "eau", "Écoute", "Zèbre"]), (.en, ["Ça", "eau", "Écoute", "Zèbre"]),
    (.fr, ["cote", "côte", "coté", "côté"]), (.en, ["cote", "coté", "côte", "côté"]),
    (.fr, ["odeur", "oeil", "œuf", "offre"]), (.fr, ["pêche", "Pêche", "pécheur"]),
    (.fr, ["a", "A", "à", "À", "ab"]), (.fr, ["« Eau »", "L’école", "l’écoute", "Les amis"]),
    (.en, ["Group 1", "group 1a", "Groups"]), (.fr, ["", "a"]),
  ])
  func `texts stand as the language has them`(_ language: Language, _ texts: [String]) {
    let keys = texts.map { SortKey.of($0, in: language) }
    for (former, next) in zip(keys, keys.dropFirst()) {
      #expect(Array(former.utf8).lexicographicallyPrecedes(Array(next.utf8)), "\(texts)")
    }
  }

  @Test func `an accent is the same as a character of its own`() {
    #expect(SortKey.of("E\u{301}cole", in: .fr) == SortKey.of("École", in: .fr))
  }

  // MARK: Lists

  private static let names = [
    ("Zebra", "Zèbre"), ("Water", "eau"), ("Listening", "Écoute"), ("That", "Ça"),
    ("Only English", ""), ("apple", "pomme"),
  ]

  private func hub() throws -> TestHub {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    try test.hub.write(as: .founder) { writing in
      for (en, fr) in Self.names {
        var organization = Organization()
        organization.header.network = ID(1)
        organization.name = LocalizedText(en: en, fr: fr)
        try writing.create(organization, visibility: .public)
      }
    }
    return test
  }

  private func list(
    _ test: TestHub, sort: String, _ language: Language, limit: Int
  ) throws -> [String] {
    var names: [String] = []
    var query = ListQuery(sort: sort, limit: limit, language: language)
    try test.hub.read(as: .anonymous) { reading in
      repeat {
        let page = try reading.list(Organization.self, query)
        names += page.records.map { $0.name.best(language) }
        query.cursor = page.next
      } while query.cursor != nil
    }
    return names
  }

  @Test(arguments: [1, 2, 50])
  func `a list stands as its reader sees it, page by page`(limit: Int) throws {
    let test = try hub()
    let french = ["Ça", "eau", "Écoute", "Only English", "pomme", "Zèbre"]
    #expect(try list(test, sort: "name", .fr, limit: limit) == french)
    #expect(try list(test, sort: "-name", .fr, limit: limit) == french.reversed())
    let english = ["apple", "Listening", "Only English", "That", "Water", "Zebra"]
    #expect(try list(test, sort: "name", .en, limit: limit) == english)
  }

  @Test func `the cursor of one language is refused by the other`() throws {
    let test = try hub()
    try test.hub.read(as: .anonymous) { reading in
      var query = ListQuery(sort: "name", limit: 2, language: .fr)
      query.cursor = try reading.list(Organization.self, query).next
      query.language = .en
      #expect(throws: Refusal.self) { try reading.list(Organization.self, query) }
    }
  }

  @Test func `a page far in takes no more steps than the first`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    try test.hub.write(as: .founder) { writing in
      for number in 1...300 {
        var organization = Organization()
        organization.header.network = ID(1)
        organization.name = LocalizedText(en: "Éa \(number * 7919 % 1000)", fr: "")
        try writing.create(organization, visibility: .public)
      }
    }
    try test.hub.read(as: .anonymous) { reading in
      var query = ListQuery(sort: "name", limit: 20)
      _ = try reading.list(Organization.self, query)
      var before = reading.connection.work
      var page = try reading.list(Organization.self, query)
      let first = reading.connection.work - before
      for _ in 0..<13 {
        query.cursor = page.next
        page = try reading.list(Organization.self, query)
      }
      before = reading.connection.work
      query.cursor = page.next
      page = try reading.list(Organization.self, query)
      let last = reading.connection.work - before
      #expect(page.next == nil)
      #expect(last.steps < first.steps * 3 / 2, "\(first) \(last)")
    }
  }
}
