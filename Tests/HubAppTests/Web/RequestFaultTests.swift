import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What is refused of a request itself, before anything is asked of a record.
@Suite struct RequestFaultTests {
  static let staff = "specimen-1"

  static func batch(_ operations: [JSON]) -> Asked {
    .post("/batch", ["operations": .array(operations)], as: staff)
  }

  static let create: JSON = ["method": "POST", "path": "/bodies", "body": [:]]

  static let requests: [Refused] = [
    Refused("required", at: "/operations", status: 400, batch([])),
    Refused(
      "tooManyOperations", at: "/operations", status: 400,
      batch(Array(repeating: create, count: 1001))),
    Refused(
      "unknownChoice", at: "/operations/1/method", status: 400,
      batch([create, ["method": "DELETE", "path": "/bodies/B-1"]])),
    Refused(
      "badPath", at: "/operations/0/path", status: 400,
      batch([["method": "POST", "path": "/batch", "body": ["operations": [create]]]])),
    Refused(
      "badPath", at: "/operations/0/path", status: 400,
      batch([["method": "POST", "path": "/%62atch", "body": ["operations": [create]]]])),
    Refused(
      "badIdempotencyKey", at: "Idempotency-Key", status: 400,
      .post("/bodies", [:], as: staff, ["Idempotency-Key": "a key"])),
    Refused(
      "badIdempotencyKey", at: "Idempotency-Key", status: 400,
      .post(
        "/bodies", [:], as: staff, ["Idempotency-Key": String(repeating: "k", count: 129)])),
    Refused(
      "unknownParameter", at: "colour", status: 400,
      .get("/search", ["q": "a", "colour": "b"], as: staff)),
    Refused(
      "unknownParameterNear", at: "limti", status: 400,
      .get("/search", ["q": "a", "limti": "5"], as: staff)
    ),
    Refused(
      "unknownChoice", at: "lang", status: 400,
      .file("/agenda-files/check", "# A", as: staff, ["lang": "de"])),
    Refused(
      "tooManyMarks", status: 400,
      .file(
        "/minutes-files/check", "# e" + String(repeating: "\u{301}", count: 31), as: staff)),
    Refused(
      "unknownExportWord", at: "/kind", status: 400,
      .get("/exports/poem", ["meeting": "M-1"], as: staff)),
    Refused(
      "unknownExportWord", at: "/lang", status: 400,
      .get("/exports/digest", ["meeting": "M-1", "lang": "de"], as: staff)),
    Refused(
      "unknownExportWord", at: "/format", status: 400,
      .get("/exports/digest", ["meeting": "M-1", "format": "pdf"], as: staff)),
    Refused(
      "exportNeedsMeeting", at: "/meeting", status: 400, .get("/exports/digest", [:], as: staff)),
    Refused(
      "exportNeedsMeeting", at: "/meeting", status: 400,
      .get("/exports/digest", ["meeting": "B-1"], as: staff)),
    // Inside a larger transaction the words could not be wiped from the file.
    Refused(
      "expunctionAlone",
      .post(
        "/expunctions", ["text": "zebra", "reason": "A name."], as: staff,
        ["Idempotency-Key": "k1"])),
  ]

  @Test(arguments: requests)
  func `a request that cannot be meant is refused`(_ refused: Refused) throws {
    try World.shared.test.expect(refused)
  }

  @Test func `an expunction is no part of a batch`() throws {
    let test = try World().test
    let before = try test.dump()
    let expunge: JSON = [
      "method": "POST", "path": "/expunctions", "body": ["text": "zebra", "reason": "A name."],
    ]
    let answer = Self.batch([expunge]).answer(test)
    #expect(answer.status == 422)
    #expect(try answer.json["errors"]?[0]?["code"] == "expunctionAlone")
    #expect(try test.dump() == before)
  }
}
