import HubHTTP
import HubText
import Testing

@Suite("Problem details")
struct ProblemTests {
  @Test("A problem writes all its faults at once")
  func writes() throws {
    let problem = Problem(
      type: "/problems/invalid", title: "Invalide", status: 422, detail: "Deux fautes",
      instance: "r1", code: "invalid",
      errors: [
        .init(pointer: "/title/fr", code: "required", detail: "Le titre manque"),
        .init(pointer: "/dueOn", code: "past", detail: "\"hier\""),
      ], members: [.init(name: "version", value: 3)], headers: ["Retry-After": "5"])
    let response = problem.response
    #expect(response.status == 422)
    #expect(response.headers["Content-Type"] == "application/problem+json")
    #expect(response.headers["Retry-After"] == "5")
    #expect(
      try JSON(parsing: try response.collected()) == [
        "type": "/problems/invalid", "title": "Invalide", "status": 422,
        "detail": "Deux fautes", "instance": "r1", "code": "invalid",
        "errors": [
          ["pointer": "/title/fr", "code": "required", "detail": "Le titre manque"],
          ["pointer": "/dueOn", "code": "past", "detail": "\"hier\""],
        ],
        "version": 3,
      ])
  }

  @Test("A problem with nothing more to say is short")
  func short() {
    #expect(
      String(decoding: Problem(.notFound, code: "notFound").written(), as: UTF8.self)
        == #"{"type":"about:blank","title":"Not Found","status":404,"code":"notFound"}"#)
  }

  @Test("Every status of a refusal has a phrase", arguments: Status.allCases)
  func phrases(status: Status) {
    #expect(!status.phrase.isEmpty)
    #expect((400..<600).contains(status.rawValue))
  }
}
