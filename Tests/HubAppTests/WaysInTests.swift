import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

/// What reading and trying found open once, and what must stay closed.
@Suite struct WaysInTests {
  @Test func `naming oneself is no way into a body`() throws {
    let test = try TestHub.sample()
    let draft: JSON = [
      "body": "B-2", "title": ["en": "In", "fr": "Dedans"], "assignee": "@observer",
    ]
    #expect(test.send(.post, "/action-items", draft, as: "observer").status == 403)
  }

  @Test func `nobody gives themselves what is private to an organization`() throws {
    let test = try TestHub.sample()
    let duties: JSON = ["duties": ["decisionMaker"], "organization": "O-13"]
    #expect(test.send(.patch, "/people/@staff-bc", duties, as: "staff-bc").status >= 400)
    #expect(test.send(.patch, "/people/P-2", duties, as: "staff-bc").status == 403)
  }

  @Test func `a draft that is withdrawn stays with its body`() throws {
    let test = try TestHub.sample()
    let draft: JSON = [
      "body": "B-1", "title": ["en": "Never", "fr": "Jamais"], "visibility": "public",
    ]
    let ref = try test.send(.post, "/recommendations", draft, as: "facilitator").json["ref"]?.string
    let path = "/recommendations/\(ref ?? "")"
    #expect(test.send(.get, path).status == 404)
    let move: JSON = ["to": "withdrawn", "reason": "a mistake"]
    #expect(test.send(.post, path + "/transitions", move, as: "facilitator").status == 200)
    #expect(test.send(.get, path).status == 404)
  }

  @Test func `nobody puts a record into another network`() throws {
    let test = try TestHub.sample()
    let draft: JSON = [
      "network": "N-4", "title": ["en": "Odd", "fr": "Étrange"], "funder": "O-13",
    ]
    #expect(test.send(.post, "/funding-decisions", draft, as: "funder").status == 403)
    let network: JSON = [
      "name": ["en": "X", "fr": "X"], "jurisdiction": ["en": "X", "fr": "X"],
    ]
    #expect(test.send(.post, "/networks", network, as: "staff-bc").status == 403)
  }

  @Test func `a meeting to come cannot have been held`() throws {
    let test = try TestHub.sample()
    let draft: JSON = [
      "body": "B-1", "title": ["en": "Later", "fr": "Plus tard"],
      "startsAt": "2025-03-01T17:00:00Z", "endsAt": "2025-03-01T19:00:00Z",
    ]
    let ref = try test.send(.post, "/meetings", draft, as: "facilitator").json["ref"]?.string
    let answer = test.send(
      .post, "/meetings/\(ref ?? "")/transitions", ["to": "held"], as: "facilitator")
    #expect(answer.status == 422)
  }

  @Test func `a batch can be retried`() throws {
    let test = try TestHub.sample()
    let name: JSON = ["en": "Night shift", "fr": "Équipe de nuit"]
    let batch: JSON = [
      "operations": [
        ["method": "POST", "path": "/bodies", "body": ["name": name, "network": "N-1"]]
      ]
    ]
    let headers: Headers = ["Idempotency-Key": "b1"]
    let first = test.send(.post, "/batch", batch, as: "staff-bc", headers: headers)
    let second = test.send(.post, "/batch", batch, as: "staff-bc", headers: headers)
    #expect(first.status == 200)
    #expect(try first.collected() == second.collected())
  }
}
