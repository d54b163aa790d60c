import HubModel
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

  @Test(arguments: ["hand harvest", "berg", "hands OR nothing", "\"", "begun9999"])
  func `other words find nothing`(_ text: String) throws {
    guard text != "\"" else {
      #expect(throws: Refusal.self) { try pages(text, as: .anonymous, limit: 5) }
      return
    }
    #expect(try pages(text, as: .person("member"), limit: 5) == [[]])
  }
}
