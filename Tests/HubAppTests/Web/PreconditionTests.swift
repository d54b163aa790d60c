import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// `If-Match` on what changes a record (RFC 9110, section 13.1.1).
@Suite struct PreconditionTests {
  let test: TestHub

  init() throws {
    test = try TestHub()
    try Story.tell(in: test.hub)
  }

  struct Case: Sendable {
    let condition: String
    let status: Int
  }

  /// The record is in version 1.
  static let cases = [
    Case(condition: "*", status: 200), Case(condition: " * ", status: 200),
    Case(condition: "\"1\"", status: 200), Case(condition: "\"7\", \"1\"", status: 200),
    Case(condition: "\"1\",\"7\"", status: 200), Case(condition: "W/\"7\", \"1\"", status: 200),
    Case(condition: "\"a,b\", \"1\"", status: 200),
    // What a proxy on the way made weak is still a tag of ours.
    Case(condition: "W/\"1\"", status: 200), Case(condition: "\"7\", W/\"1\"", status: 200),
    Case(condition: "W/\"1.0123abcd-gzip\"", status: 200),
    Case(condition: "W/\"7\"", status: 412), Case(condition: "\"7\"", status: 412),
    Case(condition: "W/\"a\"", status: 412),
    Case(condition: "\"01\"", status: 412), Case(condition: "\"\"", status: 412),
    Case(condition: "\"*\"", status: 412),
    Case(condition: "1", status: 400), Case(condition: "\"1", status: 400),
    Case(condition: "w/\"1\"", status: 400), Case(condition: "", status: 400),
    Case(condition: ",", status: 400), Case(condition: "*, \"1\"", status: 400),
    Case(condition: "\"1\" \"7\"", status: 400),
  ]

  @Test(arguments: cases)
  func `an edit, a transition and a release ask the same of If-Match`(example: Case) throws {
    let headers: Headers = ["If-Match": example.condition]
    let action = "/action-items/A-2"
    for (method, path, body) in [
      (.patch, action, ["title": ["en": "Rent a room"]]),
      (.post, action + "/transitions", ["to": "inProgress"]),
      (.post, action + "/release", ["reason": "By letter."]),
    ] as [(HubHTTP.Method, String, JSON)] {
      // Each on a record that nobody has changed yet.
      let test = try TestHub()
      try Story.tell(in: test.hub)
      let answer = test.send(method, path, body, as: "facilitator", headers: headers)
      // What is not provisional cannot be released: said once the condition holds.
      let isRelease = path.hasSuffix("release")
      let expected = isRelease && example.status == 200 ? 409 : example.status
      let told = try answer.text
      #expect(answer.status == expected, "\(path) \(told)")
      if example.status == 412 { #expect(try answer.json["currentVersion"] == 1) }
    }
  }

  @Test func `why a version is refused is true`() throws {
    func code(_ condition: String) throws -> String? {
      let answer = test.send(
        .patch, "/action-items/A-2", ["title": ["en": "Hall"]], as: "facilitator",
        headers: ["If-Match": condition])
      #expect(answer.status == 412)
      let json = try answer.json
      #expect(json["detail"]?.string?.contains("A-2") == true)
      return json["code"]?.string
    }
    for condition in ["\"7\"", "W/\"a\"", "\"0\", \"\""] {
      #expect(try code(condition) == "unknownVersion", "\(condition)")
    }
    let changed = test.send(
      .patch, "/action-items/A-2", ["title": ["en": "Rent"]], as: "facilitator")
    let tag = try #require(changed.headers["ETag"])
    #expect(tag.hasPrefix("\"2."))
    for condition in ["\"1\"", "W/\"1.ab\"", "\"7\", W/\"1-gzip\""] {
      #expect(try code(condition) == "staleVersion", "\(condition)")
    }
    // As nginx hands it on when it compresses the answer.
    let weakened: Headers = ["If-Match": "W/" + tag]
    let edited = test.send(
      .patch, "/action-items/A-2", ["title": ["en": "Hire"]], as: "facilitator", headers: weakened)
    #expect(edited.status == 200)
    let newest = try #require(edited.headers["ETag"])
    #expect(
      test.send(
        .get, "/action-items/A-2", as: "facilitator", headers: ["If-None-Match": "W/" + newest]
      ).status == 304)
  }

  @Test func `several fields are one list`() throws {
    var headers: Headers = ["If-Match": "\"7\""]
    headers.add("If-Match", "\"1\"")
    let answer = test.send(
      .patch, "/action-items/A-2", ["title": ["en": "Rent"]], as: "facilitator", headers: headers)
    #expect(answer.status == 200)
  }
}
