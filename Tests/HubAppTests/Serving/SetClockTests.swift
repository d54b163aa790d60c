import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

/// Somebody sets the clock of a machine on which the service runs.
@Suite struct SetClockTests {
  private let door: Door
  private let token: Headers

  init() throws {
    door = try Door()
    token = door.bearer(try door.token("facilitator", ["read", "write"]))
  }

  private func add(_ title: String, key: String? = nil) throws -> Response {
    var headers = token
    if let key { headers.add("Idempotency-Key", key) }
    let body: JSON = ["body": "B-1", "title": ["en": .string(title), "fr": "Tâche"]]
    let answer = door.send(.post, "/action-items", body, headers)
    try #require(answer.status == 201)
    return answer
  }

  /// What a program that keeps a copy is told: what changed since the newest that it has.
  private func changed(since moment: String) throws -> [JSON] {
    let answer = door.service.respond(
      to: Request(
        .get, "/api/v1/action-items", query: ["changedSince": moment], headers: token, id: "test"))
    return try #require(try answer.json["items"]?.array)
  }

  @Test(arguments: [-1, 24, -47])
  func `who asks what changed is told everything once, in its order`(hours: Int) throws {
    var newest = "2019-05-01T15:00:00Z"
    var told: [String] = []
    for round in 0..<6 {
      _ = try add("Task \(round)")
      _ = try add("Another \(round)")
      if round == 2 { door.clock.set(hours: hours) }
      for item in try changed(since: newest) {
        told.append(try #require(item["title"]?["en"]?.string))
        newest = try #require(item["modified"]?.string)
      }
      // Two changes may fall upon one millisecond.
      door.clock.advance(seconds: round / 2)
    }
    let made = (0..<6).flatMap { ["Task \($0)", "Another \($0)"] }
    #expect(told.filter { made.contains($0) } == made)
  }

  @Test func `the history keeps its order, and verifies`() throws {
    for hours in [0, -1, 24, -24, -1] {
      door.clock.set(hours: hours)
      _ = try add("After \(hours)")
      let edit = door.send(
        .patch, "/action-items/A-1", ["title": ["en": .string("Set by \(hours)")]],
        token.adding("If-Match", "*"))
      #expect(edit.status == 200)
    }
    let moments = try door.hub.database.read { connection in
      try connection.query("SELECT at FROM history ORDER BY id") { $0.int64(0) }
    }
    #expect(moments == moments.sorted())
    #expect(try door.hub.verify().findings == [])
    let history = try door.send(.get, "/action-items/A-1/history", nil, token).json
    let told = history["items"]?.array?.compactMap { $0["at"]?.string } ?? []
    #expect(told.count > 5)
    #expect(told.compactMap { Moment($0) } == told.compactMap { Moment($0) }.sorted())
  }

  @Test func `a clock that was wrong by more than two days is believed once it is set`() throws {
    door.clock.set(hours: 24 * 60)
    _ = try add("Far ahead")
    door.clock.set(hours: -24 * 60)
    let made = try add("At last").json
    #expect(made["created"] == "2019-05-01T16:00:00Z")
    #expect(try door.hub.verify().findings == [])
  }

  @Test func `days are those of the clock, whatever the last change says`() throws {
    door.clock.set(hours: 24)
    _ = try add("Tomorrow")
    door.clock.set(hours: -24)
    let made = try add("Today").json
    #expect(try #require(made["modified"]?.string) > "2019-05-02")
    let path = "/action-items/\(try #require(made["ref"]?.string))"
    let done = door.send(
      .post, path + "/transitions", ["to": "done"], token.adding("If-Match", "*"))
    #expect(try done.json["doneOn"] == "2019-05-01")
  }

  @Test func `pages go on where they ended`() throws {
    for number in 0..<6 { _ = try add("Task \(number)") }
    var seen: [String] = []
    var cursor: String?
    repeat {
      var query: Query = ["limit": "3", "sort": "-modified"]
      if let cursor { query = ["limit": "3", "sort": "-modified", "cursor": cursor] }
      let page = try door.service.respond(
        to: Request(.get, "/api/v1/action-items", query: query, headers: token, id: "test")
      ).json
      seen += page["items"]?.array?.compactMap { $0["ref"]?.string } ?? []
      cursor = page["next"]?.string
      door.clock.set(hours: seen.count % 2 == 0 ? 24 : -1)
    } while cursor != nil
    #expect(seen.count == 8)
    #expect(Set(seen).count == 8)
  }

  @Test(arguments: [(-24 * 365, true), (-1, true), (23, true), (25, false)])
  func `a retry under a key is known for a day of the clock`(hours: Int, isKnown: Bool) throws {
    let first = try add("Once", key: "k1")
    door.clock.set(hours: hours)
    let again = try add("Once", key: "k1")
    #expect((again.headers["Idempotency-Replayed"] == "true") == isKnown)
    #expect((try first.json["ref"] == again.json["ref"]) == isKnown)
  }

  @Test(arguments: [(-24, 200), (-1, 200), (11, 200), (24, 401)])
  func `a session lasts by the clock, and signing in anew always works`(
    hours: Int, status: Int
  ) throws {
    try door.invite("staff")
    let cookie = try door.signIn("staff").page
    door.clock.set(hours: hours)
    for _ in 0..<2 { #expect(door.send(.get, "/me", nil, cookie).status == status) }
    let anew = try door.signIn("staff", cookie).page
    door.clock.set(hours: -1)
    #expect(door.send(.get, "/me", nil, anew).status == 200)
    // That stretches nothing: it lasts half a day from its last request.
    door.clock.advance(hours: 12)
    #expect(door.send(.get, "/me", nil, anew).status == 401)
  }

  @Test func `a token ends on its day by the clock`() throws {
    let short = door.bearer(
      try door.token("facilitator", expires: "2019-05-02T10:00:00Z"))
    #expect(door.send(.get, "/me", nil, short).status == 200)
    door.clock.set(hours: 24)
    #expect(try door.send(.get, "/me", nil, short).code == "tokenExpired")
    door.clock.set(hours: -25)
    #expect(door.send(.get, "/me", nil, short).status == 200)
  }

  @Test(arguments: ["1970-01-01T00:00:00Z", "0001-01-02T00:00:00Z", "9998-12-31T23:59:59Z"])
  func `a clock at the end of the world ends nothing`(now: String) throws {
    let door = try Door()
    let wanted = try #require(Moment(now)).milliseconds
    door.clock.set(hours: Int((wanted - door.clock.now.milliseconds) / 3_600_000))
    let token = door.bearer(try door.token("facilitator", ["read", "write"]))
    let body: JSON = ["body": "B-1", "title": ["en": "Task", "fr": "Tâche"]]
    #expect([201, 403, 404, 422].contains(door.send(.post, "/action-items", body, token).status))
    for path in ["/action-items", "/meetings", "/me", "/search", "/tokens"] {
      #expect(door.send(.get, path, nil, token).status < 500, "\(path)")
    }
    #expect(try door.hub.verify().findings == [])
  }
}

extension Headers {
  fileprivate func adding(_ name: String, _ value: String) -> Headers {
    var headers = self
    headers.add(name, value)
    return headers
  }
}
