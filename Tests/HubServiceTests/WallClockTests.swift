import Foundation
import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

/// Somebody sets the clock of the machine while the service runs: a day back, then a week forward
/// of what it was.
@Suite(.enabled(if: WallClock.isPossible, WallClock.condition)) struct WallClockTests {
  private let service: ServingHub
  private let clock: WallClock
  private static let days = [0, -1, 7]
  private static let password = "trois chevaux mauves"

  init() throws {
    service = try ServingHub()
    clock = try WallClock(in: service.folder)
    try service.start(environment: clock.environment)
  }

  @Test func `who asks what changed misses nothing, and history goes on`() throws {
    let caller = try service.caller()
    var newest = try #require(
      caller.send("GET", "/action-items/A-2").json["modified"]?.string)
    var told: [String] = []
    for days in Self.days {
      try clock.set(days: days)
      try expectClock(days, caller)
      for number in 0..<5 {
        let made = try caller.send(
          "POST", "/action-items", Caller.action("\(days) days, \(number)"))
        #expect(made.status == 201)
      }
      let edit = try caller.send(
        "PATCH", "/action-items/A-1", ["title": ["en": .string("Set by \(days) days")]],
        ["If-Match": "*"])
      #expect(edit.status == 200)
      for item in try changes(since: newest, caller) {
        told.append(try #require(item["title"]?["en"]?.string))
        newest = try #require(item["modified"]?.string)
      }
    }
    let made = Self.days.flatMap { days in (0..<5).map { "\(days) days, \($0)" } }
    #expect(told.filter { made.contains($0) } == made)
    #expect(told.filter { $0.hasPrefix("Set by") } == Self.days.map { "Set by \($0) days" })
    let history = try caller.send("GET", "/action-items/A-1/history").json
    let moments = (history["items"]?.array ?? []).compactMap { $0["at"]?.string }
      .compactMap { Moment($0) }
    #expect(moments.count > Self.days.count)
    #expect(moments == moments.sorted())
    #expect(service.bugs == [])
    #expect(service.stop() == 0)
    try service.inside { hub in
      let all = try hub.database.read { connection in
        try connection.query("SELECT at FROM history ORDER BY id") { $0.int64(0) }
      }
      #expect(all == all.sorted())
      #expect(try hub.verify().findings == [])
    }
  }

  @Test func `a token lasts by the clock, and so does a key`() throws {
    let tomorrow = Moment(milliseconds: Int64(Date().timeIntervalSince1970 + 172_800) * 1000)
    let made = try service.caller().send(
      "POST", "/tokens",
      ["name": "Short", "scopes": ["read", "write"], "expires": .string(tomorrow.description)])
    let token = try #require(try made.json["token"]?.string)
    let short = try ServingAddress(port: service.port, token: token).caller()
    let long = try service.caller()
    let key = ["Idempotency-Key": "errand-1"]
    let first = try long.send("POST", "/action-items", Caller.action("Once"), key)
    for (days, status) in [(0, 200), (-1, 200), (7, 401), (0, 200)] {
      try clock.set(days: days)
      let answer = try short.send("GET", "/me")
      #expect(answer.status == status, "\(days) days")
      if status == 401 { #expect(answer.isProblem(401, code: "tokenExpired")) }
      #expect(try long.send("GET", "/me").status == 200, "\(days) days")
      guard days <= 0 else { continue }
      let again = try long.send("POST", "/action-items", Caller.action("Once"), key)
      #expect(again.headers["idempotency-replayed"] == "true", "\(days) days")
      #expect(again.body == first.body)
    }
    try clock.set(days: 7)
    let late = try long.send("POST", "/action-items", Caller.action("Once"), key)
    #expect(late.status == 201)
    #expect(late.headers["idempotency-replayed"] == nil)
    #expect(try late.json["ref"] != first.json["ref"])
    #expect(service.bugs == [])
  }

  @Test func `a session lasts by the clock, and signing in anew always works`() throws {
    try letIn("staff")
    var cookie = try signIn("staff", Self.password).cookie
    #expect(try show(cookie) == 200)
    try clock.set(days: -1)
    #expect(try show(cookie) == 200)
    try clock.set(days: 7)
    #expect(try show(cookie) == 401)
    for days in [7, 0, -1] {
      try clock.set(days: days)
      cookie = try signIn("staff", Self.password).cookie
      #expect(try show(cookie) == 200, "\(days) days")
    }
    #expect(service.bugs == [])
  }

  @Test func `who guesses waits no less and no longer`() throws {
    var failures = 5
    for _ in 0..<failures { #expect(try guess().status == 401) }
    var seconds = 0
    for days in Self.days {
      try clock.set(days: days)
      var answer = try guess()
      // A busy machine may take as long to ask as there was to wait; the next wait is longer.
      while answer.status == 401, failures < 12 {
        failures += 1
        answer = try guess()
      }
      #expect(answer.isProblem(429), "\(answer.text)")
      seconds = try #require(Int(answer.headers["retry-after"] ?? ""))
      #expect((1...(5 << (failures - 5))).contains(seconds))
    }
    sleep(UInt32(seconds + 1))
    try clock.set(days: -1)
    #expect(try guess().status == 401)
    #expect(service.bugs == [])
  }

  private func guess() throws -> RawClient.Answer { try signIn("staff", "wrong horses here") }

  @Test func `requests have the time that they have`() throws {
    let head = "GET /api/v1/me HTTP/1.1\nHost: hub\nAuthorization: Bearer \(service.token)\n"
    let open = try service.caller()
    #expect(try open.send("GET", "/me").status == 200)
    let half = try RawClient(port: service.port)
    half.send(head)
    try clock.set(days: -1)
    let late = try RawClient(port: service.port)
    late.send(head)
    #expect(try open.send("GET", "/me").status == 200)
    try clock.set(days: 7)
    // Long enough for whoever looks after the connections to have looked.
    usleep(2_500_000)
    #expect(try half.ask("\n").status == 200)
    #expect(try open.send("GET", "/me").status == 200)
    try clock.set(days: -1)
    // Nor is anybody waited for until the clock is where it was.
    #expect(late.hasReceived(within: 60_000))
    #expect(late.rest().hasPrefix("HTTP/1.1 408 "))
    #expect(service.stop() == 0)
  }

  /// What a program that keeps a copy is told, page by page.
  private func changes(since moment: String, _ caller: Caller) throws -> [JSON] {
    var items: [JSON] = []
    var path: String? = "/action-items?limit=2&changedSince=\(moment)"
    while let next = path {
      let page = try caller.send("GET", next)
      try #require(page.status == 200)
      items += try page.json["items"]?.array ?? []
      path = try page.json["next"]?.string.map {
        "/action-items?limit=2&changedSince=\(moment)&cursor=\($0)"
      }
    }
    return items
  }

  /// The service's clock is where it was set.
  private func expectClock(_ days: Int, _ caller: Caller) throws {
    let date = try #require(try caller.send("GET", "/me").headers["date"])
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    let told = try #require(format.date(from: date))
    let away = told.timeIntervalSinceNow / 86_400
    #expect(abs(away - Double(days)) < 0.1, "\(date)")
  }

  /// Gives the person the password, by an invitation.
  private func letIn(_ handle: String) throws {
    let made = try service.inside { hub in
      var request = Request(
        .post, "/api/v1/people/@\(handle)/invitations",
        headers: ["Content-Type": "application/json"], body: Array("{}".utf8), id: "test")
      request.principal = "admin"
      return try API(hub).respond(to: request).json
    }
    let secret = try #require(made["secret"]?.string)
    let answer = try post(
      "/invitations", ["secret": .string(secret), "password": .string(Self.password)])
    try #require(answer.status == 201)
  }

  private func signIn(_ handle: String, _ password: String) throws -> RawClient.Answer {
    try post("/sessions", ["handle": .string(handle), "password": .string(password)])
  }

  private func post(_ path: String, _ body: JSON) throws -> RawClient.Answer {
    let bytes = body.written()
    let client = try RawClient(port: service.port)
    client.send(
      "POST /api/v1\(path) HTTP/1.1\nHost: hub\nContent-Type: application/json\n"
        + "Content-Length: \(bytes.count)\n\n")
    client.send(bytes)
    return try client.answer()
  }

  private func show(_ cookie: String) throws -> Int {
    try RawClient(port: service.port)
      .ask("GET /api/v1/me HTTP/1.1\nHost: hub\nCookie: \(cookie)\n\n").status
  }
}

extension RawClient.Answer {
  /// The session that it begins.
  fileprivate var cookie: String {
    String(headers["set-cookie"]?.prefix { $0 != ";" } ?? "")
  }
}
