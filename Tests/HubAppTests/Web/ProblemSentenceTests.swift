import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What HTTP itself refuses, and what went wrong with us: told in a sentence of each language.
@Suite struct ProblemSentenceTests {
  static let refused: [(code: String, status: Int, asked: Asked)] = [
    ("unknownPath", 404, .get("/no-such-thing", [:], as: "specimen-1")),
    ("methodNotAllowed", 405, .patch("/bodies", [:], as: "specimen-1")),
    ("malformedPath", 400, .get("/bodies/%zz", [:], as: "specimen-1")),
    ("notFound", 404, .get("/bodies/B-99", [:], as: "specimen-1")),
    (
      "malformedHeader", 400,
      Asked(
        method: .patch, path: "/bodies/B-1", body: [:], headers: ["If-Match": "x"],
        handle: "specimen-1")
    ),
  ]

  @Test(arguments: refused)
  func `what cannot be answered at an address is told`(
    code: String, status: Int, asked: Asked
  ) throws {
    let test = try World.shared.test
    let before = try test.dump()
    try expectTold(code, status) { asked.answer(test, in: $0) }
    #expect(try test.dump() == before)
  }

  /// The codes of `HubServer`, which knows no words; its own tests provoke each of them.
  static let ofServer: [(code: String, status: Int)] = [
    ("malformedRequest", 400), ("malformedQuery", 400), ("ambiguousFraming", 400),
    ("unsupportedTransferCoding", 501), ("bodyTooLarge", 413), ("headersTooLarge", 431),
    ("requestTimeout", 408), ("tooManyConnections", 429), ("tooManyBodies", 503),
    ("tooManyStreams", 503),
  ]

  @Test(arguments: ofServer)
  func `what the server refuses is told`(code: String, status: Int) throws {
    try expectTold(code, status) { language in
      let problem = Problem(title: "", status: status, code: code)
      return response(to: problem, language) { Issue.record($0) }
    }
  }

  @Test func `a fault of ours is told as one, and reported`() throws {
    struct Bug: Error {}
    var reported = 0
    try expectTold("internalError", 500) { language in
      response(to: Bug(), language) { _ in reported += 1 }
    }
    #expect(reported == 2)
  }

  private func response(
    to error: any Error, _ language: String, _ report: (any Error) -> Void
  ) -> Response {
    let request = Request(
      .get, "/api/v1/bodies", headers: ["Accept-Language": language], id: "request-1")
    return ProblemDetails(for: request).response(to: error, report: report)
  }

  private func expectTold(
    _ code: String, _ status: Int, _ answer: (_ language: String) throws -> Response
  ) throws {
    var sentences: Set<String> = []
    for language in ["en", "fr"] {
      let answer = try answer(language)
      #expect(answer.status == status)
      #expect(try answer.json["code"]?.string == code)
      let detail = try #require(answer.json["detail"]?.string)
      #expect(Sentence.isWhole(detail), "\(detail)")
      sentences.insert(detail)
    }
    #expect(sentences.count == 2, "said the same in both languages: \(sentences)")
  }
}
