import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Everything that signing in answers, as the network reaches it, against the OpenAPI document.
@Suite struct SignInAnswersTests {
  /// Sends through the service and holds every answer to the document.
  private final class Visitor {
    let door: Door
    let contract: Contract
    var seen: [String: Set<Int>] = [:]

    init(_ settings: SignInSettings = SignInSettings()) throws {
      door = try Door(settings)
      contract = try Contract(door.service.api)
    }

    @discardableResult
    func send(
      _ method: HubHTTP.Method, _ path: String, _ body: String? = nil,
      _ headers: Headers = Headers(), type: String = "application/json"
    ) throws -> Response {
      var headers = headers
      if body != nil { headers.add("Content-Type", type) }
      let request = Request(
        method, API.root + path, headers: headers, body: Array((body ?? "").utf8), id: "test",
        remoteAddress: "192.0.2.1")
      let name = contract.operation(request)?["operationId"]?.string ?? ""
      if headers["Accept"] == nil, isPicky(request), seen[name]?.contains(406) != true {
        var picky = headers
        picky["Content-Type"] = nil
        picky.add("Accept", "image/png")
        try send(method, path, body, picky, type: type)
      }
      let answer = door.service.respond(to: request) { Issue.record($0, "\(path)") }
      let findings = try contract.findings(answer, to: request)
      #expect(findings == [], "\(method.name) \(path) \(body ?? "") \(answer.status)")
      seen[name, default: []].insert(answer.status)
      return answer
    }

    /// Whether it is refused where the caller takes no form in which it answers: until it was, each
    /// request is sent so first, by which nothing is done.
    private func isPicky(_ request: Request) -> Bool {
      contract.operation(request)?["responses"]?["406"] != nil
    }

    /// Documented statuses of the operation that no answer had.
    func unseen(_ method: HubHTTP.Method, _ path: String) -> Set<Int> {
      guard let operation = contract.operation(Request(method, API.root + path)) else { return [0] }
      let documented = (operation["responses"]?.object ?? []).compactMap { Int($0.name) }
      return Set(documented).subtracting(seen[operation["operationId"]?.string ?? ""] ?? [])
    }
  }

  private static let password = Door.password
  private static let wrong = #"{"handle": "staff", "password": "wrong wrong wrong"}"#
  private static let right = #"{"handle": "staff", "password": "\#(password)"}"#
  private static let strange = ["", "{", "[]", "{}", #"{"nothing": 1}"#]

  @Test func `sessions answer as documented`() throws {
    var settings = SignInSettings()
    settings.hashesAtOnce = 1
    let visitor = try Visitor(settings)
    try visitor.door.invite("staff")
    for body in Self.strange { try visitor.send(.post, "/sessions", body) }
    try visitor.send(.post, "/sessions", Self.right, type: "text/plain")
    try visitor.send(.post, "/sessions", Self.right, ["Sec-Fetch-Site": "cross-site"])
    let busy = try visitor.door.service.authenticator.signIn.gate.run {
      try visitor.send(.post, "/sessions", Self.right)
    }
    #expect(busy.status == 503)
    let page = try visitor.send(.post, "/sessions", Self.right).page
    for _ in 0..<6 { try visitor.send(.post, "/sessions", Self.wrong) }
    // How much is sent is the server's to refuse.
    #expect(visitor.unseen(.post, "/sessions") == [413])

    let token = visitor.door.bearer(try visitor.door.token("staff", ["read", "write"]))
    for path in ["/sessions/current", "/me"] {
      for headers in [page, token, [:], visitor.door.bearer("hub_no")] as [Headers] {
        try visitor.send(.get, path, nil, headers)
      }
    }
    #expect(visitor.unseen(.get, "/me").subtracting([304, 400, 503]) == [])
    #expect(visitor.unseen(.get, "/sessions/current").subtracting([304, 400, 503]) == [])
    for headers in [[:], token, page] as [Headers] {
      try visitor.send(.delete, "/sessions/current", nil, headers)
    }
    let second = try visitor.door.signIn("staff", from: "192.0.2.7").page
    for headers in [[:], token, second] as [Headers] {
      try visitor.send(.delete, "/sessions", nil, headers)
    }
    #expect(visitor.unseen(.delete, "/sessions").subtracting([400, 429, 503]) == [])
  }

  @Test func `passwords answer as documented`() throws {
    let visitor = try Visitor()
    try visitor.door.invite("staff")
    let page = try visitor.door.signIn("staff").page
    for body in Self.strange { try visitor.send(.post, "/passwords", body, page) }
    let same = #"{"current": "\#(Self.password)", "new": "\#(Self.password)"}"#
    let other = #"{"current": "\#(Self.password)", "new": "quatre chevaux mauves"}"#
    try visitor.send(.post, "/passwords", same, page)
    try visitor.send(.post, "/passwords", other, page, type: "text/plain")
    try visitor.send(.post, "/passwords", other)
    let token = visitor.door.bearer(try visitor.door.token("staff"))
    try visitor.send(.post, "/passwords", other, token)
    #expect(try visitor.send(.post, "/passwords", other, page).status == 201)
    #expect(try visitor.send(.post, "/passwords", other, page).status == 401)
    let again = try visitor.door.signIn("staff", password: "quatre chevaux mauves").page
    let guess = #"{"current": "wrong wrong wrong", "new": "cinq chevaux mauves"}"#
    for _ in 0..<6 { try visitor.send(.post, "/passwords", guess, again) }
    #expect(visitor.unseen(.post, "/passwords") == [413, 503])
  }

  @Test func `tokens answer as documented`() throws {
    let visitor = try Visitor()
    try visitor.door.invite("staff")
    let page = try visitor.door.signIn("staff").page
    let reader = visitor.door.bearer(try visitor.door.token("staff"))
    for body in Self.strange + [#"{"name": "x", "scopes": ["all"]}"#, #"{"name": "x"}"#] {
      for headers in [page, reader, [:]] as [Headers] {
        try visitor.send(.post, "/tokens", body, headers)
      }
    }
    try visitor.send(.post, "/tokens", "{}", page, type: "text/csv")
    for headers in [reader, [:], page] as [Headers] {
      try visitor.send(.get, "/tokens", nil, headers)
      for number in ["1", "99", "x", "0"] {
        try visitor.send(.delete, "/tokens/\(number)", nil, headers)
      }
      try visitor.send(.delete, "/tokens", nil, headers)
    }
    #expect(visitor.unseen(.post, "/tokens") == [413, 429, 503])
    #expect(visitor.unseen(.delete, "/tokens").subtracting([400, 429, 503]) == [])
    #expect(visitor.unseen(.delete, "/tokens/1").subtracting([400, 429, 503]) == [])
  }

  @Test func `invitations and ended sign-ins answer as documented`() throws {
    let visitor = try Visitor()
    try visitor.door.invite("admin")
    try visitor.door.invite("staff")
    let admin = try visitor.door.signIn("admin").page
    let staff = try visitor.door.signIn("staff").page
    var secret = ""
    for headers in [staff, [:], admin] as [Headers] {
      for person in ["P-3", "@facilitator", "P-1", "P-999", "@nobody", "x"] {
        let made = try visitor.send(.post, "/people/\(person)/invitations", nil, headers)
        if made.status == 201, person == "@facilitator" {
          secret = try made.json["secret"]?.string ?? ""
        }
      }
    }
    for body in Self.strange + [#"{"secret": "invite_no", "password": "trois chevaux gris"}"#] {
      try visitor.send(.post, "/invitations", body)
    }
    let use = #"{"secret": "\#(secret)", "password": "trois chevaux gris"}"#
    try visitor.send(.post, "/invitations", use, type: "text/plain")
    try visitor.send(.post, "/invitations", use, ["Sec-Fetch-Site": "cross-site"])
    #expect(try visitor.send(.post, "/invitations", use).status == 201)
    for headers in [[:], staff, admin] as [Headers] {
      for person in ["P-3", "@nobody"] {
        let path = "/people/\(person)/sign-out"
        try visitor.send(.post, path, nil, headers)
        for body in ["{}", #"{"password": true}"#, #"{"password": 5}"#, "[]", "{"] {
          try visitor.send(.post, path, body, headers)
        }
        try visitor.send(.post, path, "{}", headers, type: "text/plain")
      }
    }
    #expect(visitor.unseen(.post, "/people/P-3/invitations").subtracting([400, 429, 503]) == [])
    #expect(visitor.unseen(.post, "/invitations").subtracting([401, 413, 429, 503]) == [])
    #expect(visitor.unseen(.post, "/people/P-3/sign-out").subtracting([413, 429, 503]) == [])
  }
}
