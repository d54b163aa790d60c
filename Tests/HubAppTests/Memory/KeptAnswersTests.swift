import Foundation
import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@Suite struct KeptAnswersTests {
  private let door: Door

  init() throws { door = try Door() }

  private func get(
    _ path: String, _ headers: Headers = Headers()
  ) -> Response { door.send(.get, path, nil, headers) }

  @Test func `the same question is answered from what is kept`() throws {
    let headers = door.bearer(try door.token("facilitator"))
    let first = get("/bodies/B-1", headers)
    // The first use of a token is written down.
    _ = get("/bodies/B-1", headers)
    let bytes = door.service.kept.bytes
    #expect(first.status == 200)
    #expect(bytes > 0)
    let before = try statements()
    let again = get("/bodies/B-1", headers)
    #expect(try statements() == before)
    #expect(try again.text == first.text)
    #expect(again.headers == first.headers)
    #expect(door.service.kept.bytes == bytes)
  }

  private func statements() throws -> Int {
    try door.hub.database.read { $0.statementCount }
  }

  @Test func `no caller is shown what was kept for another`() throws {
    let callers = try [
      Headers(), door.bearer(door.token("facilitator")), door.bearer(door.token("staff")),
      door.bearer(door.token("admin")), door.bearer(door.token("admin", ["read", "admin"])),
      door.bearer(door.token("facilitator", ["read", "write"])),
    ]
    let paths = ["/bodies", "/bodies/B-1", "/people", "/meetings", "/networks"]
    // Each alone, from a service that keeps nothing yet, and then all after one another, twice.
    for path in paths {
      let alone = try callers.map { headers in
        try send(FrontDoor(door.hub), path, headers).collected()
      }
      let service = FrontDoor(door.hub)
      for _ in 0..<2 {
        for (index, headers) in callers.enumerated() {
          #expect(try send(service, path, headers).collected() == alone[index])
        }
      }
    }
  }

  private func send(_ service: FrontDoor, _ path: String, _ headers: Headers) -> Response {
    service.respond(to: Request(.get, "/api/v1" + path, headers: headers, id: "test"))
  }

  @Test func `a language is not shown what was kept for the other`() throws {
    let story = try AgendaEditionTests.revised()
    let made = try story.test.send(
      .post, "/tokens", ["name": "Test", "scopes": ["read"]], as: "noor"
    ).json
    let token = try #require(made["token"]?.string)
    func text(_ service: FrontDoor, _ language: String) throws -> String {
      try send(
        service, "/meetings/M-1/agenda-changes",
        ["Authorization": "Bearer \(token)", "Accept-Language": language]
      ).text
    }
    let kept = FrontDoor(story.test.hub)
    for language in ["en", "fr", "en", "fr"] {
      #expect(try text(kept, language) == text(FrontDoor(story.test.hub), language))
    }
    #expect(try text(kept, "en") != text(kept, "fr"))
  }

  @Test func `a write makes it stale at once`() throws {
    let headers = door.bearer(try door.token("admin"))
    _ = get("/bodies", headers)
    let before = get("/bodies", headers)
    try door.locally(.post, "/bodies", Self.body, as: "admin")
    let after = get("/bodies", headers)
    #expect(try after.json["items"]?.array?.count == (before.json["items"]?.array?.count ?? 0) + 1)
    #expect(after.headers["ETag"] != before.headers["ETag"])
    var condition = headers
    condition.add("If-None-Match", before.headers["ETag"] ?? "")
    #expect(get("/bodies", condition).status == 200)
  }

  private static let body: JSON = [
    "network": "N-1", "kind": "workingGroup", "name": ["en": "Boats", "fr": "Bateaux"],
  ]

  @Test func `a write by another process makes it stale at once`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hub-kept-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "hub.db").path
    let here = try Door(path: file)
    let there = try Hub.open(file, clock: { here.clock.now })
    defer {
      here.hub.close()
      there.close()
    }
    let headers = here.bearer(try here.token("admin"))
    func count() throws -> Int? {
      try here.send(.get, "/bodies", nil, headers).json["items"]?.array?.count
    }
    let before = try #require(try count())
    for more in 0...3 {
      #expect(try count() == before + more)
      #expect(try count() == before + more)
      var request = Request(
        .post, "/api/v1/bodies", headers: ["Content-Type": "application/json"],
        body: Self.body.written())
      request.principal = "admin"
      #expect(API(there).respond(to: request).status == 201)
    }
    // So does the end of the credential that was kept.
    var request = Request(.delete, "/api/v1/tokens/1")
    request.principal = "admin"
    #expect(API(there).respond(to: request).status == 204)
    #expect(here.send(.get, "/bodies", nil, headers).status == 401)
  }

  @Test func `a matching If-None-Match is answered with 304 and no body`() throws {
    var headers = door.bearer(try door.token("facilitator"))
    let whole = get("/bodies", headers)
    let tag = try #require(whole.headers["ETag"])
    headers.add("If-None-Match", "\"other\", \(tag)")
    for _ in 0..<3 {
      let answer = get("/bodies", headers)
      #expect(answer.status == 304)
      #expect(answer.headers["ETag"] == tag)
      #expect(answer.headers["Vary"] == whole.headers["Vary"])
      #expect(answer.headers["Cache-Control"] == whole.headers["Cache-Control"])
      #expect(try answer.collected() == [])
    }
    headers["If-None-Match"] = "\"other\""
    #expect(try get("/bodies", headers).text == whole.text)
  }

  @Test func `the version of a record begins its tag, and what is shown ends it`() throws {
    let tag = try #require(get("/networks/N-1").headers["ETag"])
    #expect(tag.hasPrefix("\"1."))
    #expect(get("/networks/N-1", ["If-None-Match": tag]).status == 304)
    #expect(get("/networks/N-1", ["If-None-Match": "\"1\""]).status == 200)
    #expect(get("/networks/N-1", ["If-None-Match": "\"2\""]).status == 200)
    #expect(get("/networks/N-1", ["If-None-Match": "nonsense"]).status == 400)
  }

  @Test func `a copy of a record is old once something stands beside it`() throws {
    var headers = door.bearer(try door.token("staff", ["read", "write"]))
    let meeting = try door.hub.write(as: .founder) { writing in
      var meeting = Meeting()
      meeting.body = ID(1)
      meeting.title = LocalizedText(en: "Housing", fr: "Logement")
      meeting.startsAt = writing.now.adding(minutes: 1440)
      meeting.endsAt = meeting.startsAt.adding(minutes: 60)
      return try writing.create(meeting)
    }
    let path = "/meetings/\(meeting.reference)"
    let before = get(path, headers)
    let tag = try #require(before.headers["ETag"])
    try door.hub.write(as: .founder) { writing in
      var item = AgendaItem()
      item.meeting = meeting.id
      item.title = LocalizedText(en: "Rents", fr: "Loyers")
      try writing.create(item)
    }
    headers["If-None-Match"] = tag
    let now = get(path, headers)
    #expect(now.status == 200)
    let (old, new) = try (JSON(parsing: before.collected()), JSON(parsing: now.collected()))
    #expect(old["version"] == new["version"])
    #expect(old["links"] != new["links"])
    // To a write it is the same version still.
    headers["If-None-Match"] = nil
    headers["If-Match"] = tag
    #expect(door.send(.patch, path, [:], headers).status == 200)
  }

  @Test func `another day is answered anew`() throws {
    let headers = door.bearer(
      try door.token("facilitator", expires: "2019-06-30T00:00:00Z"))
    _ = get("/bodies", headers)
    _ = get("/bodies", headers)
    let before = try statements()
    _ = get("/bodies", headers)
    #expect(try statements() == before)
    door.clock.advance(hours: 24)
    _ = get("/bodies", headers)
    #expect(try statements() > before)
  }

  @Test func `a token that was kept ends when its time is over`() throws {
    let headers = door.bearer(
      try door.token("facilitator", expires: "2019-05-01T16:01:00Z"))
    #expect(get("/bodies", headers).status == 200)
    #expect(get("/bodies", headers).status == 200)
    door.clock.advance(minutes: 1)
    #expect(get("/bodies", headers).status == 401)
  }

  @Test func `a token does not become a cookie`() throws {
    let token = try door.token("facilitator")
    for _ in 0..<2 { #expect(get("/bodies", door.bearer(token)).status == 200) }
    let cookie: Headers = ["Cookie": "hub=\(token)"]
    #expect(get("/me", cookie).status == 401)
    // What anybody reads is read as anybody reads it.
    #expect(try get("/bodies", cookie).collected() == get("/bodies").collected())
  }

  @Test(arguments: [
    ["/me", ""], ["/tokens", ""], ["/meetings?upcoming=true", ""], ["/bodies", "no-cache"],
    ["/bodies/B-99", ""],
  ])
  func `what is a secret, momentary, refused or unwanted is not kept`(
    question: [String]
  ) throws {
    let path = question[0]
    var headers = door.bearer(try door.token("facilitator"))
    if !question[1].isEmpty { headers.add("Cache-Control", question[1]) }
    for _ in 0..<2 {
      _ = door.service.respond(
        to: try Request(.get, target: "/api/v1" + path, headers: headers, id: "test"))
    }
    #expect(door.service.kept.bytes == 0)
  }
}
