import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

/// An address is for those who may change the person's record: themselves, staff and admins, and
/// who says which duties they have.
@Suite struct AddressTests {
  let test: TestHub
  private let address = "facilitator@example.org"

  init() throws {
    test = try TestHub()
    try Story.tell(in: test.hub)
    let open: JSON = ["visibility": "public"]
    #expect(test.send(.patch, "/people/P-3", open, as: "admin").status == 200)
    let moved: JSON = ["email": "rosa@example.org"]
    #expect(test.send(.patch, "/people/P-3", moved, as: "admin").status == 200)
    let back: JSON = ["email": .string(address)]
    #expect(test.send(.patch, "/people/P-3", back, as: "admin").status == 200)
    let other: JSON = ["handle": "somebody", "name": "Somebody"]
    #expect(test.send(.post, "/people", other, as: "admin").status == 201)
  }

  private static let paths = ["/people/P-3", "/people/P-3/history", "/people", "/search"]

  @Test(arguments: paths) func `nobody else reads it anywhere`(_ path: String) throws {
    let query: Query = path == "/search" ? ["q": "facilitator"] : [:]
    for reader in [nil, "somebody"] {
      let text = try test.send(.get, path, as: reader, query: query).text
      #expect(!text.contains("@example.org"), "\(reader ?? "anybody")")
    }
    guard path != "/search" else { return }
    for reader in ["facilitator", "staff", "admin"] {
      let text = try test.send(.get, path, as: reader).text
      #expect(text.contains(address), "\(reader)")
    }
  }

  @Test func `no list is filtered or sorted by it`() throws {
    for reader in [nil, "somebody", "admin"] {
      for query: Query in [["email": .init(address)], ["sort": "email"]] {
        #expect(test.send(.get, "/people", as: reader, query: query).status == 400)
      }
    }
  }

  @Test func `who reads a record without it and sends it back changes nothing of it`() throws {
    let text = try test.send(.get, "/people/P-3", as: "facilitator").json
    #expect(test.send(.patch, "/people/P-3", text, as: "facilitator").status == 200)
    #expect(try test.send(.get, "/people/P-3", as: "admin").json["email"]?.string == address)
  }
}
