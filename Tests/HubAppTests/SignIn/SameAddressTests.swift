import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// That an address is in another network of the hub is told to nobody.
@Suite struct SameAddressTests {
  let test: TestHub

  init() throws {
    test = try TestHub()
    try Story.tell(in: test.hub)
    let network: JSON = [
      "name": ["en": "North", "fr": "Nord"], "jurisdiction": ["en": "Yukon", "fr": "Yukon"],
      "languages": ["en", "fr"], "timeZone": "America/Whitehorse",
    ]
    #expect(test.send(.post, "/networks", network, as: "admin").status == 201)
  }

  private func add(_ handle: String, _ email: String, _ network: String) -> Response {
    let person: JSON = [
      "handle": .string(handle), "name": "Somebody", "email": .string(email),
      "network": .string(network),
    ]
    return test.send(.post, "/people", person, as: "admin")
  }

  @Test func `an address is nobody else's within a network, and may be there in another`() throws {
    #expect(add("north", "facilitator@example.org", "N-2").status == 201)
    let here = add("here", "FACILITATOR@example.org", "N-1")
    #expect(here.status == 409)
    #expect(try here.json["errors"]?.array?.first?["pointer"] == "/email")
  }

  @Test func `by an address the first who has a password signs in, by a handle everybody`() throws {
    #expect(add("north", "facilitator@example.org", "N-2").status == 201)
    let north = try #require(Reference("P-4").flatMap { ID<Person>($0) })
    func account(_ name: String) throws -> String? {
      try test.hub.read(as: .anonymous) {
        try Password.account(Login(name), $0.connection)
      }?.handle
    }
    #expect(try account("facilitator@example.org") == "facilitator")
    try test.hub.write(as: .founder) {
      try Password.set("$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaA", of: north, in: $0)
    }
    #expect(try account("Facilitator@example.org") == "north")
    #expect(try account("@facilitator") == "facilitator")
  }

  @Test func `whom a proxy names by an address that is in two networks is nobody`() throws {
    func named(_ name: String) throws -> String? {
      try test.hub.read(as: .anonymous) {
        try Credential.person(named: name, $0.connection)
      }?.handle
    }
    #expect(try named("facilitator@example.org") == "facilitator")
    #expect(add("north", "facilitator@example.org", "N-2").status == 201)
    #expect(try named("facilitator@example.org") == nil)
    #expect(try named("north") == "north")
  }

  @Test func `somebody's sign-ins are found without going through those of all`() throws {
    func steps() throws -> Int {
      try test.hub.read(as: .person("staff")) { reading in
        let plan = try reading.connection.query(
          """
          EXPLAIN QUERY PLAN SELECT h.id FROM history h WHERE h.record IS NULL AND \
          \(SignInHistory.personOfEntry) = 'P-2' ORDER BY h.id DESC
          """
        ) { $0.string(3) }
        return plan.count { $0.contains("history_by_credentials") && !$0.contains("SCAN") }
      }
    }
    #expect(try steps() == 1)
  }
}
