import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

/// A meeting of the sample's plenary to come, and papers for it.
struct DocumentStory {
  let test: TestHub
  let meeting: String
  let item: String

  init(visibility: String = "network") throws {
    test = try TestHub.sample()
    meeting = try Self.add(
      test, "/meetings",
      [
        "body": "B-1", "title": ["en": "Spring", "fr": "Printemps"],
        "visibility": .string(visibility),
        "startsAt": "2025-02-10T17:00:00Z", "endsAt": "2025-02-10T19:00:00Z",
      ], as: "facilitator")
    item = try Self.add(
      test, "/agenda-items",
      ["meeting": .string(meeting), "title": ["en": "Visits", "fr": "Visites"]], as: "facilitator")
  }

  static func add(_ test: TestHub, _ path: String, _ json: JSON, as handle: String) throws
    -> String
  {
    let answer = test.send(.post, path, json, as: handle)
    #expect(answer.status == 201, "\(path)")
    return try answer.json["ref"]?.string ?? ""
  }

  /// A document of the meeting or of another record.
  func document(
    with subject: String? = nil, _ more: [(String, JSON)] = [], as handle: String = "facilitator"
  ) throws -> String {
    let members: [(String, JSON)] = [
      ("subject", .string(subject ?? meeting)), ("title", ["en": "Plan", "fr": "Plan"]),
    ]
    let json = JSON.object((members + more).map { .init(name: $0.0, value: $0.1) })
    return try Self.add(test, "/documents", json, as: handle)
  }

  @discardableResult
  func put(
    _ bytes: [UInt8], to ref: String, called name: String? = "plan.txt",
    after edition: Int? = nil, as handle: String? = "facilitator"
  ) -> Response {
    var headers: Headers = [:]
    if let edition { headers.add("If-Match", "\"\(edition)\"") }
    var request = Request(
      .put, "/api/v1/documents/\(ref)/contents",
      query: Query(name.map { [.init(name: "fileName", value: $0)] } ?? []), headers: headers,
      body: bytes, id: "test")
    request.principal = handle
    return test.api.respond(to: request)
  }

  func get(
    _ ref: String, as handle: String? = "facilitator", edition: Int? = nil,
    _ headers: Headers = [:]
  ) -> Response {
    test.send(
      .get, "/documents/\(ref)/contents", as: handle,
      query: Query(edition.map { [.init(name: "edition", value: String($0))] } ?? []),
      headers: headers)
  }
}
