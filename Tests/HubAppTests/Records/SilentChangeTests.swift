import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

/// What is answered as done is done, and nothing else changes beside it.
@Suite struct SilentChangeTests {
  private func add(_ test: TestHub, _ path: String, _ json: JSON, as handle: String) throws
    -> JSON
  {
    let answer = test.send(.post, path, json, as: handle)
    #expect(answer.status == 201, "\(path)")
    return try answer.json
  }

  @Test func `a state changes by a move, and an edit says so`() throws {
    let test = try TestHub.sample()
    let draft: JSON = ["body": "B-1", "title": ["en": "Call", "fr": "Appeler"]]
    let action = try add(test, "/action-items", draft, as: "facilitator")
    let path = "/action-items/\(action["ref"]?.string ?? "")"
    let answer = test.send(.patch, path, ["state": "done"], as: "facilitator")
    #expect(answer.status == 422)
    #expect(try answer.json["errors"]?[0]?["code"] == "stateByMove")
    #expect(try answer.json["errors"]?[0]?["pointer"] == "/state")
    // As it was read it can be sent back.
    #expect(test.send(.patch, path, ["state": "open"], as: "facilitator").status == 200)
    let born: JSON = ["body": "B-1", "title": ["en": "Call", "fr": "Appeler"], "state": "done"]
    #expect(test.send(.post, "/action-items", born, as: "facilitator").status == 422)
  }

  @Test func `an amount alone keeps its currency`() throws {
    let test = try TestHub.sample()
    let fund = try test.hub.read(as: .person("funder")) { $0.caller.organization }
    let draft: JSON = [
      "title": ["en": "Call", "fr": "Appel"], "funder": .string(try #require(fund).description),
      "amount": ["amount": "100", "currency": "USD"],
    ]
    let decision = try add(test, "/funding-decisions", draft, as: "funder")
    let path = "/funding-decisions/\(decision["ref"]?.string ?? "")"
    let edited = try test.send(.patch, path, ["amount": ["amount": "250"]], as: "funder").json
    #expect(edited["amount"]?["currency"] == "USD")
    for state in ["underConsideration", "approved", "announced"] {
      let move: JSON = ["to": .string(state)]
      #expect(test.send(.post, path + "/transitions", move, as: "funder").status == 200)
    }
    // What was announced in two languages stays in both.
    let half: JSON = ["title": ["fr": ""]]
    #expect(test.send(.patch, path, half, as: "funder").status == 422)
  }

  @Test func `a membership begins on a day, and is there once`() throws {
    let test = try TestHub.sample()
    let bare: JSON = ["body": "B-1", "person": "@observer", "role": "liaison"]
    let answer = test.send(.post, "/memberships", bare, as: "facilitator")
    #expect(answer.status == 422)
    #expect(try answer.json["errors"]?[0]?["pointer"] == "/startsOn")
    let whole: JSON = [
      "body": "B-1", "person": "@observer", "role": "liaison", "startsOn": "2025-01-01",
    ]
    _ = try add(test, "/memberships", whole, as: "facilitator")
    #expect(test.send(.post, "/memberships", whole, as: "facilitator").status == 409)
  }

  @Test func `no two items have one place`() throws {
    let test = try TestHub.sample()
    let meeting = try add(
      test, "/meetings",
      [
        "body": "B-1", "title": ["en": "Next", "fr": "Prochaine"],
        "startsAt": "2025-03-01T17:00:00Z", "endsAt": "2025-03-01T19:00:00Z",
      ], as: "facilitator")["ref"]
    func item(_ title: String, _ more: [JSON.Member] = []) throws -> String {
      let members: [JSON.Member] =
        [
          .init(name: "meeting", value: meeting ?? ""),
          .init(name: "title", value: ["en": .string(title), "fr": .string(title)]),
        ] + more
      let made = try add(test, "/agenda-items", .object(members), as: "facilitator")
      return made["ref"]?.string ?? ""
    }
    func order() throws -> [String] {
      let path = "/meetings/\(meeting?.string ?? "")/agenda"
      let items = try test.send(.get, path, as: "facilitator").json["items"]?.array ?? []
      let places = items.compactMap { $0["position"]?.integer }
      #expect(places == places.indices.map { Int64($0) + 1 })
      return items.compactMap { item in item["title"]?["en"]?.string }
    }
    let first: [JSON.Member] = [.init(name: "position", value: 1)]
    let c = try item("c")
    _ = try item("b", first)
    let a = try item("a", first)
    #expect(try order() == ["a", "b", "c"])
    let path = "/agenda-items/"
    #expect(test.send(.patch, path + a, ["position": 3] as JSON, as: "facilitator").status == 200)
    #expect(try order() == ["b", "c", "a"])
    #expect(test.send(.patch, path + c, ["position": 1] as JSON, as: "facilitator").status == 200)
    #expect(try order() == ["c", "b", "a"])
  }
}
