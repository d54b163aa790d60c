import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

/// Nobody comes to what is private, or to a say, by their own hand.
@Suite struct PowerTests {
  private func ref(_ test: TestHub, _ path: String, _ json: JSON, as handle: String) throws
    -> String
  {
    let answer = test.send(.post, path, json, as: handle)
    #expect(answer.status == 201, "\(path)")
    return try answer.json["ref"]?.string ?? ""
  }

  /// An item of a meeting to come of a body.
  private func item(_ test: TestHub, of body: String) throws -> String {
    let meeting = try ref(
      test, "/meetings",
      [
        "body": .string(body), "title": ["en": "Meeting", "fr": "Réunion"],
        "startsAt": "2025-03-03T17:00:00Z", "endsAt": "2025-03-03T19:00:00Z",
        "timeZone": "America/Vancouver",
      ], as: "admin")
    return try ref(
      test, "/agenda-items",
      ["meeting": .string(meeting), "title": ["en": "Advice", "fr": "Conseil"]], as: "admin")
  }

  private func code(_ answer: Response) throws -> String? {
    try answer.json["errors"]?[0]?["code"]?.string ?? answer.json["code"]?.string
  }

  private func person(_ test: TestHub, _ handle: String) throws -> JSON {
    try test.send(.get, path(test, handle), as: "admin").json
  }

  private func path(_ test: TestHub, _ handle: String) throws -> String {
    let id = try test.hub.read(as: .person(handle)) { $0.caller.person }
    return "/people/\(try #require(id))"
  }

  @Test func `the first duty at an organization is an admin's to give, the others a holder's`()
    throws
  {
    let test = try TestHub.sample()
    let fund = try #require(try person(test, "funder")["organization"]?.string)
    let puppet: JSON = [
      "handle": "puppet", "name": "Puppet", "organization": .string(fund),
      "duties": ["decisionMaker"],
    ]
    for handle in ["staff-bc", "admin"] {
      #expect(test.send(.post, "/people", puppet, as: handle).status == 403, "\(handle)")
    }
    let plain: JSON = ["handle": "puppet", "name": "Puppet", "organization": .string(fund)]
    _ = try ref(test, "/people", plain, as: "staff-bc")
    let duty: JSON = ["duties": ["decisionMaker"]]
    for handle in ["staff-bc", "admin", "puppet"] {
      #expect(
        try test.send(.patch, path(test, "puppet"), duty, as: handle).status == 403, "\(handle)")
    }
    let given = try test.send(.patch, path(test, "puppet"), duty, as: "admin")
    #expect(try code(given) == "dutyFromHolder")
    let more: JSON = ["duties": ["decisionMaker"], "name": "Somebody else"]
    #expect(
      try code(test.send(.patch, path(test, "puppet"), more, as: "funder"))
        == "colleaguesDutiesOnly")
    #expect(try test.send(.patch, path(test, "puppet"), duty, as: "funder").status == 200)
    let both: JSON = ["duties": ["decisionMaker", "liaison"]]
    #expect(try test.send(.patch, path(test, "puppet"), both, as: "puppet").status == 403)
    let empty = try ref(
      test, "/organizations",
      ["name": ["en": "New fund", "fr": "Nouveau fonds"], "kind": "federalGovernment"],
      as: "staff-bc")
    let first: JSON = ["organization": .string(empty), "duties": ["liaison"]]
    #expect(try test.send(.patch, path(test, "observer"), first, as: "staff-bc").status == 403)
    #expect(try test.send(.patch, path(test, "admin"), first, as: "admin").status == 403)
    let own = try test.send(.patch, path(test, "admin"), first, as: "admin")
    #expect(try code(own) == "ownDuties")
    #expect(try test.send(.patch, path(test, "observer"), first, as: "admin").status == 200)
  }

  @Test func `nobody raises their own role in a body`() throws {
    let test = try TestHub.sample()
    let page = try test.send(.get, "/memberships", as: "facilitator", query: ["limit": "100"]).json
    let own = try #require(
      page["items"]?.array?.first {
        $0["person"]?.string == (try? person(test, "facilitator")["ref"]?.string)
          && $0["body"] == "B-1"
      })
    let path = "/memberships/\(own["ref"]?.string ?? "")"
    let chair: JSON = ["role": "chair"]
    #expect(try code(test.send(.patch, path, chair, as: "facilitator")) == "ownRoleRaised")
    let another: JSON = [
      "body": "B-1", "person": "@facilitator", "role": "chair", "startsOn": "2025-02-01",
    ]
    #expect(
      try code(test.send(.post, "/memberships", another, as: "facilitator")) == "ownRoleRaised")
    #expect(test.send(.patch, path, chair, as: "staff-bc").status == 200)
    #expect(test.send(.patch, path, ["role": "member"], as: "facilitator").status == 200)
  }

  @Test func `the last admin stays one`() throws {
    let test = try TestHub.sample()
    let none: JSON = ["hubRole": "none"]
    #expect(try code(test.send(.patch, path(test, "admin"), none, as: "admin")) == "lastAdmin")
    #expect(
      try test.send(.patch, path(test, "staff-bc"), ["hubRole": "admin"], as: "admin").status == 200
    )
    #expect(try test.send(.patch, path(test, "admin"), none, as: "admin").status == 200)
  }

  @Test func `who words a basis does not confirm it`() throws {
    let test = try TestHub.sample()
    let fund = try #require(try person(test, "funder")["organization"]?.string)
    let decision = try ref(
      test, "/funding-decisions",
      ["title": ["en": "Call", "fr": "Appel"], "funder": .string(fund)], as: "funder")
    let basis = try ref(
      test, "/bases",
      [
        "fundingDecision": .string(decision), "conclusion": "R-1", "influence": "informed",
        "evidence": ["en": "I read it", "fr": "Je l’ai lu"],
      ], as: "funder")
    let reworded: JSON = ["evidence": ["en": "We read it all", "fr": "Nous avons tout lu"]]
    #expect(test.send(.patch, "/bases/\(basis)", reworded, as: "funder-analyst").status == 200)
    let confirm: JSON = ["to": "confirmed"]
    let path = "/bases/\(basis)/transitions"
    #expect(try code(test.send(.post, path, confirm, as: "funder-analyst")) == "confirmedByAnother")
    #expect(test.send(.post, path, confirm, as: "funder").status == 200)
  }

  @Test func `what is on the table or published is no longer its author's`() throws {
    let test = try TestHub.sample()
    let sheet = try ref(
      test, "/knowledge-items", ["title": ["en": "Sheet", "fr": "Fiche"]], as: "observer")
    let title: JSON = ["title": ["en": "Other", "fr": "Autre"]]
    let path = "/knowledge-items/\(sheet)"
    #expect(test.send(.patch, path, title, as: "observer").status == 200)
    for state in ["reviewed", "published"] {
      let move: JSON = ["to": .string(state)]
      #expect(test.send(.post, path + "/transitions", move, as: "staff-bc").status == 200)
      #expect(test.send(.patch, path, title, as: "observer").status == 403, "\(state)")
    }
    let advice = try ref(
      test, "/recommendations", ["body": "B-1", "title": ["en": "Do", "fr": "Faire"]],
      as: "union-rep")
    let other = "/recommendations/\(advice)"
    #expect(test.send(.patch, other, title, as: "union-rep").status == 200)
    let item = try item(test, of: "B-1")
    for move in [["to": "inReview"], ["to": "tabled", "tabledAt": .string(item)]] as [JSON] {
      #expect(test.send(.post, other + "/transitions", move, as: "facilitator").status == 200)
    }
    #expect(test.send(.patch, other, title, as: "union-rep").status == 403)
  }

  @Test func `a body's table is its own`() throws {
    let test = try TestHub.sample()
    let foreign = try item(test, of: "B-3")
    let advice = try ref(
      test, "/recommendations", ["body": "B-1", "title": ["en": "Do", "fr": "Faire"]],
      as: "facilitator")
    let path = "/recommendations/\(advice)/transitions"
    let moves: [JSON] = [["to": "inReview"], ["to": "tabled", "tabledAt": .string(foreign)]]
    for move in moves { #expect(test.send(.post, path, move, as: "admin").status == 200) }
    #expect(try code(test.send(.post, path, ["to": "adopted"], as: "facilitator")) == "otherTable")
  }

  @Test func `nobody proposes an agreement in the name of a funder but its own`() throws {
    let test = try TestHub.sample()
    let fund = try #require(try person(test, "funder")["organization"]?.string)
    let draft: JSON = [
      "title": ["en": "Agreement", "fr": "Entente"], "funder": .string(fund), "holder": "O-1",
    ]
    #expect(test.send(.post, "/agreements", draft, as: "staff-bc").status == 403)
    #expect(test.send(.post, "/agreements", draft, as: "funder").status == 201)
  }
}
