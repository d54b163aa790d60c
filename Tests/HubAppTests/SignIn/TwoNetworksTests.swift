import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

/// Two networks in one hub never see each other's records that are not public.
@Suite struct TwoNetworksTests {
  let door: Door

  init() throws {
    door = try Door()
    try door.hub.write(as: .founder) { writing in
      var network = Network()
      network.name = LocalizedText(en: "Western network", fr: "Réseau de l’Ouest")
      network.jurisdiction = network.name
      network = try writing.create(network)
      for (handle, role) in [("maria", HubRole.none), ("prairie-staff", .staff)] {
        var person = Person()
        person.header.network = network.id
        (person.handle, person.name, person.hubRole) = (handle, "Prairie \(handle)", role)
        try writing.create(person)
      }
      var body = Body()
      body.header.network = network.id
      body.name = LocalizedText(en: "Prairie housing", fr: "Logement des Prairies")
      body = try writing.create(body)
      var membership = Membership()
      membership.header.network = network.id
      (membership.body, membership.person, membership.role) = (body.id, ID(4), .facilitator)
      membership.startsOn = Day(number: 17_000)
      try writing.create(membership)
    }
    try door.hub.write(as: .person("maria")) { writing in
      var action = ActionItem()
      action.body = ID(2)
      action.title = LocalizedText(en: "Prairie secret", fr: "Secret des Prairies")
      try writing.create(action)
    }
  }

  static let paths = [
    "/people/P-4", "/bodies/B-2", "/action-items/A-3", "/memberships/BM-2",
    "/action-items/A-3/history", "/trace/A-3",
  ]

  @Test(arguments: ["staff", "facilitator"])
  func `a token of one opens nothing of the other`(handle: String) throws {
    let headers = door.bearer(try door.token(handle, ["admin"]))
    let absent = door.send(.get, "/action-items/A-3000", nil, headers)
    #expect(absent.status == 404)
    for path in Self.paths {
      let answer = door.send(.get, path, nil, headers)
      #expect(answer.status == 404, "\(path)")
      #expect(try !answer.text.contains("Prair"), "\(path)")
    }
    for path in ["/people", "/bodies", "/action-items", "/memberships", "/search?q=Prairie"] {
      let halves = path.split(separator: "?")
      var request = Request(.get, "/api/v1" + halves[0], headers: headers, id: "test")
      if halves.count > 1 { request.query = Query(encoded: halves[1]) ?? Query() }
      let answer = door.service.respond(to: request)
      #expect(answer.status == 200, "\(path)")
      #expect(try !answer.text.contains("Prair"), "\(path)")
    }
    #expect(door.send(.post, "/people/P-4/invitations", nil, headers).status == 404)
    #expect(door.send(.post, "/people/@maria/invitations", nil, headers).status == 404)
    #expect(door.send(.post, "/people/P-4/sign-out", nil, headers).status == 404)
    var edit = headers
    edit.add("If-Match", "*")
    #expect(door.send(.patch, "/action-items/A-3", ["priority": "high"], edit).status == 404)
  }

  @Test func `each sees its own, and an admin both`() throws {
    for (handle, path, status) in [
      ("maria", "/action-items/A-3", 200), ("prairie-staff", "/people/P-4", 200),
      ("maria", "/action-items/A-2", 404), ("prairie-staff", "/people/P-3", 404),
      ("admin", "/action-items/A-3", 200), ("admin", "/action-items/A-2", 200),
    ] {
      for scopes in [["read"], ["admin"]] {
        let headers = door.bearer(try door.token(handle, scopes))
        #expect(door.send(.get, path, nil, headers).status == status, "\(handle) \(path)")
      }
    }
  }
}
