import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

/// What only one may have is refused to a second, at the field that asked for it.
@Suite struct TakenValueTests {
  @Test(arguments: [
    ("new", "ADMIN@example.org", "email"), ("admin", "new@example.org", "handle"),
  ])
  func `a value that somebody has is refused at its field`(
    handle: String, email: String, field: String
  ) throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let person: JSON = [
      "handle": .string(handle), "name": "Somebody else", "email": .string(email),
    ]
    let made = test.send(.post, "/people", person, as: "admin")
    #expect(made.status == 409)
    #expect(try made.json["code"]?.string == "taken")
    #expect(try made.json["errors"]?[0]?["pointer"]?.string == "/\(field)")
    let changed = test.send(.patch, "/people/P-3", person, as: "admin")
    #expect(changed.status == 409)
    #expect(try changed.json["errors"]?[0]?["pointer"]?.string == "/\(field)")
  }
}
