import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

@Suite struct SearchTests {
  let hub: Hub

  /// Twelve public organizations, and after them more hidden ones than are asked one by one.
  init() throws {
    hub = try TestHub().hub
    try hub.write(as: .founder) { writing in
      var network = Network()
      network.name = LocalizedText(en: "Network", fr: "Réseau")
      network.jurisdiction = network.name
      try writing.create(network)
      var person = Person()
      person.header.network = ID(1)
      (person.handle, person.name) = ("member", "Member")
      try writing.create(person)
      for number in 1...312 {
        var organization = Organization()
        organization.header.network = ID(1)
        organization.name = LocalizedText(
          en: "Harvest hands begun\(number)", fr: "Mains d’œuvre, hébergement \(number)")
        try writing.create(organization, visibility: number <= 12 ? .public : .network)
      }
    }
  }

  /// All pages, as numbers of organizations.
  private func pages(_ text: String, as identity: Identity, limit: Int) throws -> [[Int64]] {
    try hub.read(as: identity) { reading in
      var pages: [[Int64]] = []
      var before: Int64?
      repeat {
        let (hits, next) = try Search.find(text, before: before, limit: limit, in: reading)
        pages.append(hits.map(\.entry.reference.number))
        before = next
      } while before != nil
      return pages
    }
  }

  @Test func `what stands behind many hidden records is found, page by page`() throws {
    #expect(
      try pages("harvest", as: .anonymous, limit: 5)
        == [[12, 11, 10, 9, 8], [7, 6, 5, 4, 3], [2, 1]])
  }

  @Test func `pages go on where the newest have been asked one by one`() throws {
    let found = try pages("harvest", as: .person("member"), limit: 90)
    #expect(found.map(\.count) == [90, 90, 90, 42])
    #expect(found.flatMap(\.self) == (1...312).reversed().map(Int64.init))
  }

  @Test(arguments: ["héberg", "HEBERG", "hands héber", "begun", "begun31"])
  func `the last word is a beginning, with or without its accents`(_ text: String) throws {
    let found = try pages(text, as: .person("member"), limit: 100).flatMap(\.self)
    let expected = text == "begun31" ? [312, 311, 310, 31] : (1...312).reversed().map(Int64.init)
    #expect(found == expected)
  }

  @Test func `whoever sees all finds also what nobody else may see`() throws {
    try hub.write(as: .founder) { writing in
      var body = Body()
      body.header.network = ID(1)
      body.name = LocalizedText(en: "Body", fr: "Instance")
      try writing.create(body)
      var action = ActionItem()
      action.body = ID(1)
      action.title = LocalizedText(en: "Harvest for nobody", fr: "Pour personne")
      try writing.create(action, visibility: .private)
    }
    #expect(try hub.read(as: .founder) { try $0.find(ID<ActionItem>(1)) }.header.author == nil)
    #expect(try pages("for nobody", as: .founder, limit: 5) == [[1]])
    #expect(try pages("nobody", as: .founder, limit: 5) == [[1]])
    #expect(try pages("nobody", as: .person("member"), limit: 5) == [[]])
    #expect(try pages("harvest", as: .founder, limit: 200).map(\.count) == [200, 113])
  }

  @Test func `a record is found by its new words and for those who may see it now`() throws {
    func change(_ name: String, _ visibility: Visibility) throws {
      try hub.write(as: .founder) { writing in
        _ = try writing.edit(ID<Organization>(312)) {
          $0.name = LocalizedText(en: name, fr: name)
          $0.header.visibility = visibility
        }
      }
    }
    try change("Orchard", .network)
    #expect(try pages("begun312", as: .person("member"), limit: 5) == [[]])
    #expect(try pages("orchard", as: .person("member"), limit: 5) == [[312]])
    #expect(try pages("orchard", as: .anonymous, limit: 5) == [[]])
    try change("Orchard", .public)
    #expect(try pages("orchard", as: .anonymous, limit: 5) == [[312]])
    try change("Orchard hands", .network)
    #expect(try pages("orchard", as: .anonymous, limit: 5) == [[]])
    #expect(try pages("hands orch", as: .person("member"), limit: 5) == [[312]])
    #expect(try hub.verify().outdated == [])
  }

  @Test func `an index that is not made of its texts is made anew`() throws {
    try hub.database.withWriter {
      try $0.script(
        """
        INSERT INTO search_index (rowid, words) VALUES (3, 'w:planted n1:planted');
        UPDATE search_texts SET en = 'nothing' WHERE record = 5;
        """)
    }
    #expect(try pages("planted", as: .founder, limit: 5) != [[]])
    #expect(try hub.verify().outdated.map(\.code) == ["searchDiffers", "searchIndexDiffers"])
    #expect(try Rebuild.run(hub).mended == 1)
    #expect(try pages("planted", as: .founder, limit: 5) == [[]])
    #expect(try hub.verify().outdated == [])
  }

  @Test(arguments: ["hand harvest", "berg", "hands OR nothing", "\"", "begun9999"])
  func `other words find nothing`(_ text: String) throws {
    guard text != "\"" else {
      #expect(throws: Refusal.self) { try pages(text, as: .anonymous, limit: 5) }
      return
    }
    #expect(try pages(text, as: .person("member"), limit: 5) == [[]])
  }
}
