import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What belongs to something is never for more people than that is, now or after that was narrowed.
@Suite struct BelongingTests {
  /// Walks every field that names what a record belongs to.
  private func walk(_ test: TestHub) throws -> Int {
    let handles = try test.hub.read(as: .founder) { reading in
      try reading.loadAll(Person.self, where: "1 = 1").map(\.handle)
    }
    var count = 0
    for identity in [Identity.anonymous] + handles.map({ .person($0) }) {
      try test.hub.read(as: identity) { reading in
        for subject in Subjects.all { count += try walk(subject, reading) }
      }
    }
    return count
  }

  private func walk<R: Stored>(_ type: R.Type, _ reading: Reading) throws -> Int {
    let parts = R.table.belonging.isEmpty ? [] : try reading.all(R.self, where: "1 = 1")
    let wholes = parts.flatMap { R.table.wholes(of: $0) }
    let seen = Set(try Directory.entries(of: wholes, in: reading).keys)
    for part in parts {
      let isNamed = part.scope.person != nil && part.scope.person == reading.caller.person
      guard !isNamed, part.header.sharedWith.isEmpty else { continue }
      for whole in R.table.wholes(of: part) {
        #expect(seen.contains(whole), "\(reading.caller.handle ?? "–") \(part.reference)")
      }
    }
    return wholes.count
  }

  @Test func `nobody sees a part without the whole`() throws {
    #expect(try walk(try Stage.shared.test) > 3000)
    let test = try TestHub.sample()
    #expect(try walk(test) > 1000)
  }

  @Test func `every kind that comes with something says so`() {
    var named: Set<RecordType> = []
    for subject in Subjects.all where Self.belongs(subject) { named.insert(subject.type) }
    #expect(
      named == [
        .membership, .standingItem, .meetingSeries, .agenda, .agendaItem, .consideration,
        .attendance, .minutes, .itemNotes,
        .decision, .actionItem, .recommendation, .basis, .amendment, .activityReport,
        .document,
      ])
  }

  private static func belongs<R: Stored>(_ type: R.Type) -> Bool { !R.table.belonging.isEmpty }

  private func add(_ test: TestHub, _ path: String, _ json: JSON, as handle: String) throws
    -> String
  {
    let answer = test.send(.post, path, json, as: handle)
    #expect(answer.status == 201, "\(path)")
    return try answer.json["ref"]?.string ?? ""
  }

  private func status(_ test: TestHub, _ path: String, as handle: String?) -> Int {
    Int(test.send(.get, path, as: handle).status)
  }

  /// A meeting to come of the first body.
  private func meeting(_ test: TestHub, _ visibility: String) throws -> String {
    try add(
      test, "/meetings",
      [
        "body": "B-1", "title": ["en": "Closed", "fr": "Fermée"], "visibility": .string(visibility),
        "startsAt": "2025-02-10T17:00:00Z", "endsAt": "2025-02-10T19:00:00Z",
      ], as: "facilitator")
  }

  @Test func `an item that is added to a meeting in camera is in camera, and what follows from it`()
    throws
  {
    let test = try TestHub.sample()
    let meeting = try meeting(test, "inCamera")
    let title: JSON = ["en": "The complaint", "fr": "La plainte"]
    let item = try add(
      test, "/agenda-items",
      ["meeting": .string(meeting), "title": title, "visibility": "public"], as: "facilitator")
    let action = try add(
      test, "/action-items",
      ["body": "B-1", "item": .string(item), "title": title, "visibility": "public"],
      as: "facilitator")
    for path in ["/agenda-items/\(item)", "/action-items/\(action)"] {
      #expect(try test.send(.get, path, as: "facilitator").json["visibility"] == "inCamera")
      #expect(status(test, path, as: nil) == 404 && status(test, path, as: "union-rep") == 404)
      let answer = test.send(.patch, path, ["visibility": "network"], as: "facilitator")
      #expect(answer.status == 422)
      #expect(try answer.json["errors"]?[0]?["code"] == "widerThanWhole")
    }
  }

  @Test func `what was for everybody goes with the meeting that is narrowed`() throws {
    let test = try TestHub.sample()
    let meeting = try meeting(test, "public")
    let present = try add(
      test, "/attendance",
      [
        "meeting": .string(meeting), "stakeholderGroup": "worker", "count": 12,
        "visibility": "public",
      ], as: "facilitator")
    #expect(status(test, "/attendance/\(present)", as: nil) == 200)
    let narrow: JSON = ["visibility": "inCamera"]
    #expect(test.send(.patch, "/meetings/\(meeting)", narrow, as: "facilitator").status == 200)
    #expect(status(test, "/attendance/\(present)", as: nil) == 404)
    #expect(status(test, "/attendance/\(present)", as: "union-rep") == 404)
    #expect(try test.hub.verify().outdated.isEmpty)
    let wide: JSON = ["visibility": "public"]
    #expect(test.send(.patch, "/meetings/\(meeting)", wide, as: "facilitator").status == 200)
    #expect(status(test, "/attendance/\(present)", as: nil) == 200)
  }

  @Test func `who belongs to a hidden body is hidden with it`() throws {
    let test = try TestHub.sample()
    let person = try test.hub.read(as: .person("union-rep")) { $0.caller.person }
    let page = try test.send(.get, "/memberships", as: "union-rep", query: ["limit": "100"]).json
    let all = try #require(page["items"]?.array).filter { $0["body"]?.string == "B-1" }
    let hide: JSON = ["visibility": "inCamera"]
    #expect(test.send(.patch, "/bodies/B-1", hide, as: "staff-bc").status == 200)
    // One's own is about oneself, though the body is not shown.
    #expect(all.count > 1)
    for membership in all {
      let isOwn = membership["person"]?.string == person?.description
      let path = "/memberships/\(membership["ref"]?.string ?? "")"
      #expect(status(test, path, as: "union-rep") == (isOwn ? 200 : 404), "\(path)")
    }
    #expect(all.count { $0["person"]?.string == person?.description } == 1)
    #expect(try memberships(test, as: nil) == 0)
    #expect(try memberships(test, as: "facilitator") > 1)
  }

  /// How many of the first body somebody sees.
  private func memberships(_ test: TestHub, as handle: String?) throws -> Int {
    let page = try test.send(.get, "/memberships", as: handle, query: ["limit": "100"]).json
    return try #require(page["items"]?.array).count { $0["body"]?.string == "B-1" }
  }

  /// Somebody of the network who is not of the first body.
  private func outsider(_ test: TestHub) throws -> String {
    let page: Query = ["limit": "100"]
    let members = try test.send(.get, "/memberships", as: "facilitator", query: page).json
    let inside = (members["items"]?.array ?? []).filter { $0["body"]?.string == "B-1" }
      .compactMap { $0["person"]?.string }
    let people = try test.send(.get, "/people", as: "union-rep", query: page).json["items"]?.array
    return try #require(
      people?.first {
        $0["hubRole"]?.string == "none" && !inside.contains($0["ref"]?.string ?? "")
      }?["ref"]?.string)
  }

  @Test func `whoever proposes an item does not decide who sees it`() throws {
    let test = try TestHub.sample()
    let meeting = try meeting(test, "body")
    for (more, code, pointer) in [
      (["visibility": "public"] as JSON, "proposedWider", "/visibility"),
      (["sharedWith": ["P-1"]], "proposedShared", "/sharedWith"),
      (["presenter": .string(try outsider(test))], "outsiderNamed", "/presenter"),
    ] {
      let members =
        (more.object ?? []) + [
          .init(name: "meeting", value: .string(meeting)),
          .init(name: "title", value: ["en": "Look here", "fr": "Regardez"]),
        ]
      let answer = test.send(.post, "/agenda-items", .object(members), as: "union-rep")
      #expect(answer.status == 422)
      #expect(try answer.json["errors"]?[0]?["code"]?.string == code)
      #expect(try answer.json["errors"]?[0]?["pointer"]?.string == pointer)
      #expect(test.send(.post, "/agenda-items", .object(members), as: "facilitator").status == 201)
    }
  }
}
