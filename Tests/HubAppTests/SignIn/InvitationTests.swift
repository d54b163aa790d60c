import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@Suite struct InvitationTests {
  private func secret(_ door: Door, _ person: String, as handle: String) throws -> String {
    try #require(
      door.locally(.post, "/people/\(person)/invitations", as: handle)["secret"]?.string)
  }

  private func use(_ door: Door, _ secret: String, password: String = Door.password) -> Response {
    door.send(.post, "/invitations", ["secret": .string(secret), "password": .string(password)])
  }

  @Test func `an invitation lets a person choose a password, once`() throws {
    let door = try Door()
    let made = try door.locally(.post, "/people/P-3/invitations", as: "admin")
    #expect(made["person"]?.string == "P-3")
    #expect(made["expires"]?.string == "2019-05-08T16:00:00Z")
    let secret = try #require(made["secret"]?.string)
    let answer = use(door, secret)
    #expect(answer.status == 201)
    #expect(
      try door.send(.get, "/me", nil, answer.cookie).json["handle"]?.string == "facilitator")
    let again = use(door, secret, password: "another good password")
    #expect(again.status == 404)
    #expect(try again.code == "badInvitation")
    #expect(door.signIn("facilitator").status == 201)
  }

  @Test func `an invitation that is over, replaced or made up is refused alike`() throws {
    let door = try Door()
    let replaced = try secret(door, "P-3", as: "admin")
    let expired = try secret(door, "P-3", as: "admin")
    let first = use(door, replaced)
    door.clock.advance(hours: 7 * 24)
    let second = use(door, expired)
    let third = use(door, "invite_nothing")
    for answer in [first, second, third] { #expect(answer.status == 404) }
    #expect(try first.collected() == second.collected())
    #expect(try second.collected() == third.collected())
  }

  @Test(arguments: [
    ("short", "passwordTooShort"), ("elevenchars", "passwordTooShort"),
    (String(repeating: "long", count: 300), "passwordTooLong"),
    ("Password1234", "passwordCommon"), ("motdepasse123", "passwordCommon"),
    ("aaaaaaaaaaaaaa", "passwordCommon"), ("abababababab", "passwordCommon"),
    ("123456789:;<=", "passwordCommon"), ("Rosa Delgado-Pen\u{303}a", "passwordIsName"),
    ("Facilitator@example.org", "passwordIsName"), ("@facilitator", "passwordIsName"),
  ])
  func `a password that is easy to guess is refused`(password: String, code: String) throws {
    let door = try Door()
    let secret = try secret(door, "P-3", as: "admin")
    let answer = use(door, secret, password: password)
    #expect(answer.status == 422)
    let fault = try answer.json["errors"]?[0]
    #expect(fault?["pointer"]?.string == "/password")
    #expect(fault?["code"]?.string == code)
    // The invitation still holds.
    #expect(use(door, secret).status == 201)
  }

  @Test(arguments: [
    "douze lettre", "\u{1F40E}\u{1F40E}\u{1F40E}\u{1F98B} mauves!", "no digits here",
  ])
  func `what a password is made of is nobody's business`(password: String) throws {
    let door = try Door()
    #expect(try use(door, secret(door, "P-3", as: "admin"), password: password).status == 201)
  }

  @Test(arguments: [
    ("admin", "P-1", 201), ("admin", "P-2", 201), ("admin", "P-3", 201), ("staff", "P-1", 403),
    ("staff", "P-2", 403), ("staff", "P-3", 403), ("facilitator", "P-3", 403),
    ("staff", "P-99", 404), ("staff", "P-4", 201), ("staff", "@newcomer", 201),
    ("staff", "@nobody", 404),
    ("staff", "B-1", 404), (nil, "P-3", 401),
  ])
  func `staff invites people, an admin everybody`(handle: String?, person: String, status: Int)
    throws
  {
    let door = try Door()
    try newcomer(door)
    let headers = try handle.map { door.bearer(try door.token($0, ["admin"])) } ?? Headers()
    let answer = door.send(.post, "/people/\(person)/invitations", nil, headers)
    #expect(answer.status == status)
  }

  /// Somebody who has no say in anything yet: P-4.
  private func newcomer(_ door: Door) throws {
    _ = try door.locally(
      .post, "/people", ["handle": "newcomer", "name": "New Comer"], as: "staff")
  }

  @Test func `staff invites nobody who can sign in already or has a say`() throws {
    let door = try Door()
    try newcomer(door)
    let path = "/people/P-4/invitations"
    let staff = door.bearer(try door.token("staff", ["admin"]))
    #expect(door.send(.post, path, nil, staff).status == 201)
    _ = try door.locally(
      .post, "/organizations",
      ["name": ["en": "Fund", "fr": "Fonds"], "kind": "federalGovernment"], as: "staff")
    try door.hub.write(as: .person("admin")) { writing in
      _ = try writing.edit(ID<Person>(4)) {
        ($0.organization, $0.duties) = (ID(1), [.decisionMaker])
      }
    }
    #expect(door.send(.post, path, nil, staff).status == 403)
    try door.hub.write(as: .person("admin")) { writing in
      _ = try writing.edit(ID<Person>(4)) { $0.duties = [] }
    }
    #expect(door.send(.post, path, nil, staff).status == 201)
    _ = try door.token("newcomer", ["read"])
    #expect(door.send(.post, path, nil, staff).status == 403)
  }

  @Test func `only an admin replaces a password`() throws {
    let door = try Door()
    try door.invite("facilitator")
    let staff = door.bearer(try door.token("staff", ["admin"]))
    #expect(door.send(.post, "/people/P-3/invitations", nil, staff).status == 403)
    let before = try door.signIn("facilitator").cookie
    _ = use(door, try secret(door, "P-3", as: "admin"), password: "un autre mot secret")
    #expect(door.send(.get, "/me", nil, before).status == 401)
    #expect(door.signIn("facilitator").status == 401)
    #expect(door.signIn("facilitator", password: "un autre mot secret").status == 201)
  }

  @Test func `a person changes the password, and all other sessions end`() throws {
    let door = try Door()
    try door.invite("facilitator")
    let other = try door.signIn("facilitator").cookie
    let page = try door.signIn("facilitator").page
    func change(_ current: String, _ new: String) -> Response {
      door.send(
        .post, "/passwords", ["current": .string(current), "new": .string(new)], page)
    }
    func code(_ answer: Response) throws -> String? {
      #expect(answer.status == 422)
      return try answer.json["errors"]?[0]?["code"]?.string
    }
    #expect(try code(change(Door.password, "short")) == "passwordTooShort")
    #expect(try code(change(Door.password, Door.password)) == "passwordSame")
    #expect(try code(change("wrong wrong wrong", "four purple horses")) == "passwordWrong")
    let changed = change(Door.password, "four purple horses")
    #expect(changed.status == 201)
    #expect(door.send(.get, "/me", nil, other).status == 401)
    #expect(door.send(.get, "/me", nil, page).status == 401)
    #expect(try door.send(.get, "/me", nil, changed.cookie).status == 200)
    #expect(door.signIn("facilitator").status == 401)
  }

  @Test func `guessing the current password is throttled too`() throws {
    let door = try Door()
    try door.invite("facilitator")
    let page = try door.signIn("facilitator").page
    let body: JSON = ["current": "wrong wrong wrong", "new": "four purple horses"]
    let statuses = (0..<6).map { _ in door.send(.post, "/passwords", body, page).status }
    #expect(statuses == [422, 422, 422, 422, 422, 429])
  }

  @Test func `an admin ends whatever a person could come in by`() throws {
    let door = try Door()
    try door.invite("facilitator")
    let cookie = try door.signIn("facilitator").cookie
    let token = door.bearer(try door.token("facilitator"))
    let open = try secret(door, "P-3", as: "admin")
    let staff = door.bearer(try door.token("staff", ["admin"]))
    #expect(door.send(.post, "/people/P-3/sign-out", nil, staff).status == 403)
    let done = try door.locally(.post, "/people/P-3/sign-out", as: "admin")
    #expect(
      done == [
        "person": "P-3", "handle": "facilitator", "sessions": 2, "tokens": 1, "invitations": 1,
        "password": false,
      ])
    #expect(door.send(.get, "/me", nil, cookie).status == 401)
    #expect(door.send(.get, "/me", nil, token).status == 401)
    #expect(use(door, open).status == 404)
    #expect(door.signIn("facilitator").status == 201)
    _ = try door.locally(.post, "/people/P-3/sign-out", ["password": true], as: "admin")
    #expect(door.signIn("facilitator").status == 401)
  }
}
