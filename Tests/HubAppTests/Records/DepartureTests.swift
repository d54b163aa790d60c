import HubHTTP
import HubTestKit
import HubText
import Testing

/// Whoever keeps a copy is told by `changedSince` what is gone from it and what is new to it.
@Suite struct DepartureTests {
  private let first: TestHub

  init() throws { first = try TestHub.sample() }

  private func on(_ day: Int) -> TestHub { first.at("2025-02-0\(day)T16:00:00Z") }

  private func add(_ path: String, _ json: JSON, on day: Int, as handle: String) throws -> String {
    let answer = on(day).send(.post, path, json, as: handle)
    #expect(answer.status == 201, "\(path)")
    return try #require(try answer.json["ref"]?.string)
  }

  private func show(_ path: String, _ visibility: String, on day: Int, as handle: String) {
    let answer = on(day).send(.patch, path, ["visibility": .string(visibility)], as: handle)
    #expect(answer.status == 200, "\(path)")
  }

  /// An action of the first body, made on the second day for these and on the third for others.
  private func action(_ visibility: String, then narrower: String) throws -> String {
    let action = try add(
      "/action-items",
      [
        "body": "B-1", "title": ["en": "Ask", "fr": "Demander"],
        "visibility": .string(visibility),
      ], on: 2, as: "facilitator")
    show("/action-items/\(action)", narrower, on: 3, as: "facilitator")
    return action
  }

  /// What somebody is told on the fifth day of the time since the first.
  private func told(_ path: String, _ handle: String?, since: String = "2025-02-01T20:00:00Z")
    throws -> (items: [String], gone: [String])
  {
    let json = try on(5).send(.get, path, as: handle, query: ["changedSince": since]).json
    return (
      (json["items"]?.array ?? []).compactMap { $0["ref"]?.string },
      (json["gone"]?.array ?? []).compactMap(\.string)
    )
  }

  private func join(
    _ handle: String, from start: String, to end: String? = nil, on day: Int
  ) throws {
    let membership: JSON = [
      "body": "B-1", "person": .string("@" + handle), "role": "observer",
      "startsOn": .string(start), "endsOn": end.map { .string($0) } ?? .null,
    ]
    _ = try add("/memberships", membership, on: day, as: "staff-bc")
  }

  @Test func `who could see a record is told that it is gone, and nobody else`() throws {
    show("/bodies/B-2", "inCamera", on: 2, as: "staff-bc")
    #expect(try told("/bodies", "union-rep").gone == ["B-2"])
    #expect(try told("/bodies", "staff-quebec").gone == [])
    let staff = try told("/bodies", "staff-bc")
    #expect(staff.gone == [] && staff.items == ["B-2"])
  }

  @Test func `who came since is told of nothing that left before`() throws {
    let action = try action("body", then: "inCamera")
    // Whatever day somebody writes down for it.
    try join("town-clerk", from: "2024-01-01", on: 4)
    #expect(try told("/action-items", "union-rep").gone == [action])
    let newcomer = try told("/action-items", "town-clerk")
    #expect(!newcomer.items.contains(action) && newcomer.gone == [])
  }

  @Test func `who was there before and is there again is told`() throws {
    try join("town-clerk", from: "2025-01-01", to: "2025-02-03", on: 1)
    let action = try action("body", then: "inCamera")
    try join("town-clerk", from: "2025-02-04", on: 4)
    #expect(try told("/action-items", "town-clerk").gone == [action])
  }

  @Test func `who has become more since is told of nothing that only those saw`() throws {
    let action = try action("inCamera", then: "private")
    let person = try #require(
      try on(4).send(.get, "/people", as: "admin", query: ["handle": "town-clerk"])
        .json["items"]?[0]?["ref"]?.string)
    let answer = on(4).send(.patch, "/people/\(person)", ["hubRole": "staff"], as: "admin")
    #expect(answer.status == 200)
    #expect(try told("/action-items", "staff-bc").gone == [action])
    #expect(try told("/action-items", "town-clerk").gone == [])
    // Nor is somebody who was not there at all.
    let network = try on(4).send(.get, "/people/\(person)", as: "admin").json["network"]
    _ = try add(
      "/people",
      ["handle": "new-staff", "name": "New", "network": network ?? .null, "hubRole": "staff"],
      on: 4, as: "admin")
    #expect(try told("/action-items", "new-staff").gone == [])
  }

  @Test func `who sees a record only since then is told of it, though it was not changed`() throws {
    let meeting = try add(
      "/meetings",
      [
        "body": "B-1", "title": ["en": "Open", "fr": "Ouverte"], "visibility": "public",
        "startsAt": "2025-02-10T17:00:00Z", "endsAt": "2025-02-10T19:00:00Z",
      ], on: 1, as: "facilitator")
    let present = try add(
      "/attendance",
      [
        "meeting": .string(meeting), "stakeholderGroup": "worker", "count": 12,
        "visibility": "public",
      ], on: 1, as: "facilitator")
    show("/meetings/\(meeting)", "inCamera", on: 2, as: "facilitator")
    #expect(try told("/attendance", nil).gone == [present])
    show("/meetings/\(meeting)", "public", on: 4, as: "facilitator")
    let since = "2025-02-03T16:00:00Z"
    let stranger = try told("/attendance", nil, since: since)
    #expect(stranger.items == [present] && stranger.gone == [])
    #expect(try told("/attendance", "facilitator", since: since).items == [])
    #expect(try told("/attendance", nil, since: "2025-02-04T20:00:00Z").items == [])
  }
}
