import HubHTTP
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What is refused of invitations, tokens and passwords, in both languages.
@Suite struct SignInRefusalTests {
  /// Sends it in both languages; answers the codes of the faults, or of the problem without any.
  private func refusals(_ door: Door, _ send: (_ language: Headers) -> Response) throws -> [String]
  {
    let before = try rows(door)
    var codes: [String] = []
    var sentences: Set<String> = []
    for language in ["en", "fr"] {
      let json = try send(["Accept-Language": language]).json
      codes.append(json["errors"]?[0]?["code"]?.string ?? json["code"]?.string ?? "")
      let sentence = json["errors"]?[0]?["detail"]?.string ?? json["detail"]?.string ?? ""
      #expect(Sentence.isWhole(sentence), "\(sentence)")
      sentences.insert(sentence)
    }
    #expect(sentences.count == 2)
    #expect(try rows(door) == before)
    return codes
  }

  private func rows(_ door: Door) throws -> [Int] {
    try door.hub.database.read { connection in
      try ["passwords", "invitations", "sessions", "tokens", "records"].map { table in
        try connection.first(.init(raw: "SELECT COUNT(*) FROM \(table)")) { $0.int(0) } ?? 0
      }
    }
  }

  @Test func `whoever may not invite somebody is told so`() throws {
    let door = try Door()
    let token = door.bearer(try door.token("facilitator", ["admin"]))
    let codes = try refusals(door) { language in
      door.send(.post, "/people/P-2/invitations", nil, token.adding(language))
    }
    #expect(codes == ["inviteNotAllowed", "inviteNotAllowed"])
  }

  @Test func `nobody has more tokens than can be kept an eye on`() throws {
    let door = try Door()
    let token = door.bearer(try door.token("facilitator", ["admin"]))
    var made = 1
    while made < 1000,
      door.send(.post, "/tokens", ["name": "One more"], token).status == 201
    {
      made += 1
    }
    #expect(made < 1000)
    let codes = try refusals(door) { language in
      door.send(.post, "/tokens", ["name": "One more"], token.adding(language))
    }
    #expect(codes == ["tooManyTokens", "tooManyTokens"])
  }

  @Test func `a wrong password, and a name that nobody has, are one and the same`() throws {
    let door = try Door()
    try door.invite("staff")
    for handle in ["staff", "nobody"] {
      let codes = try refusals(door) { language in
        door.signIn(handle, password: "wrong wrong wrong", language)
      }
      #expect(codes == ["badCredentials", "badCredentials"])
    }
  }

  @Test func `whoever comes while too many passwords are compared is asked to come back`() throws {
    var settings = SignInSettings()
    settings.hashesAtOnce = 1
    let door = try Door(settings)
    try door.invite("staff")
    let codes = try door.service.authenticator.signIn.gate.run {
      try refusals(door) { door.signIn("staff", $0) }
    }
    #expect(codes == ["signInBusy", "signInBusy"])
  }
}

extension Headers {
  fileprivate func adding(_ others: Headers) -> Headers {
    var headers = self
    for field in others.fields { headers.add(field.name, field.value) }
    return headers
  }
}
