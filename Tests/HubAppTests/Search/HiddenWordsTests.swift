import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

/// Words of what a caller may not see make no difference to the work of their search, so that no
/// clock tells of them.
@Suite struct HiddenWordsTests {
  private static let hidden = 1500
  private static let kept = Result { try make() }

  private let hub: Hub

  init() throws { hub = try Self.kept.get() }

  /// Forty organizations for all, and many for the network with words of their own.
  private static func make() throws -> Hub {
    let hub = try TestHub().hub
    try hub.write(as: .founder) { writing in
      for (handle, name) in [("member", "Network"), ("stranger", "Other network")] {
        var network = Network()
        network.name = LocalizedText(en: name, fr: "Réseau")
        network.jurisdiction = network.name
        network = try writing.create(network)
        var person = Person()
        person.header.network = network.id
        (person.handle, person.name) = (handle, "Somebody")
        try writing.create(person)
      }
      for number in 1...40 {
        try organization("Harvest hands \(number)", .public, in: writing)
      }
      for number in 1...hidden {
        try organization("Kestrel harvest lodge\(number)", .network, in: writing)
      }
    }
    return hub
  }

  private static func organization(
    _ name: String, _ visibility: Visibility, in writing: Writing
  ) throws {
    var organization = Organization()
    organization.header.network = ID(1)
    organization.name = LocalizedText(en: name, fr: name)
    try writing.create(organization, visibility: visibility)
  }

  /// What a search costs, once its statements are prepared, and what it finds.
  private func work(_ text: String, as identity: Identity) throws -> (Work, found: Int) {
    try hub.read(as: identity) { reading in
      _ = try Search.find(text, in: reading)
      let before = reading.connection.work
      let found = try Search.find(text, in: reading).hits.count
      return (reading.connection.work - before, found)
    }
  }

  /// A word of hidden records, and one beside it that stands nowhere.
  static let questions = [
    ("kestrel", "kestrem"), ("kes", "ket"), ("kestrel kestrel", "kestrem kestrem"),
    ("kestrel harvest", "kestrem harvest"), ("harvest kestrel", "harvest kestrem"),
    ("harvest kest", "harvest kesu"), ("kestrel ha", "kestrem ha"),
    // So many words begin with the one that they are not asked for one by one.
    ("lodge", "lodgf"), ("lodge1", "lodge0"), ("hands lodge", "hands lodgf"),
  ]

  @Test(arguments: questions, [Identity.anonymous, .person("stranger")])
  func `a word of hidden records costs what one costs that stands nowhere`(
    _ question: (hidden: String, nowhere: String), identity: Identity
  ) throws {
    let (hidden, nowhere) = (
      try work(question.hidden, as: identity), try work(question.nowhere, as: identity)
    )
    #expect(hidden.found == 0 && nowhere.found == 0)
    #expect(hidden.0 == nowhere.0)
    // Whoever may see them finds them, and that is more work.
    let seen = try work(question.hidden, as: .person("member"))
    if question.hidden != "kestrel ha", question.hidden != "hands lodge" {
      #expect(seen.found == 20)
      #expect(seen.0.steps > hidden.0.steps)
    }
  }

  /// A common word is read from its newest entry on, and only as far as the page goes.
  @Test func `a word costs the same however many records it stands in`() throws {
    let some = try work("harvest", as: .anonymous)
    let many = try work("harvest", as: .person("member"))
    #expect(some.found == 20 && many.found == 20)
    #expect(many.0.statements == some.0.statements)
    #expect(many.0.steps < 2 * some.0.steps)
    #expect(many.0.pages < 2 * some.0.pages)
  }
}
