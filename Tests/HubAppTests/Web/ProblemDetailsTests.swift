import HubHTTP
import HubModel
import HubTestKit
import HubText
import HubWords
import Testing

@testable import HubApp

/// Every refusal becomes problem details, in both languages.
@Suite struct ProblemDetailsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let refusal: Refusal
    let status: Int
    let code: String
    var testDescription: String { code }
  }

  static let cases: [Case] = [
    Case(refusal: .invalid([]), status: 422, code: "invalid"),
    Case(
      refusal: .fault("required", at: "/title", ["field": "title"]), status: 422, code: "invalid"),
    Case(
      refusal: .malformed([Fault("badCursor", at: "cursor")]), status: 400, code: "malformed"),
    Case(refusal: .notFound("M-7"), status: 404, code: "notFound"),
    Case(
      refusal: .notAllowed(Fault("notAllowed", ["roles": "staff, chair"])), status: 403,
      code: "notAllowed"),
    Case(refusal: .signInRequired, status: 401, code: "signInRequired"),
    Case(
      refusal: .stale(Reference(.meeting, 7), current: 3), status: 412, code: "staleVersion"),
    Case(
      refusal: .conflict(Fault("taken", at: "/handle", ["field": "handle"])), status: 409,
      code: "taken"),
    Case(refusal: .versionRequired, status: 428, code: "versionRequired"),
    Case(refusal: .unavailable(Fault("databaseBusy")), status: 503, code: "databaseBusy"),
    Case(refusal: .unavailable(Fault("diskFull")), status: 503, code: "diskFull"),
  ]

  private func response(to error: any Error, _ language: String) -> Response {
    let request = Request(
      .get, "/api/v1/meetings/M-7", headers: ["Accept-Language": language], id: "request-1")
    return ProblemDetails(for: request).response(to: error) { _ in }
  }

  @Test(arguments: cases)
  func `a refusal has a status, a code and sentences in both languages`(row: Case) throws {
    var details: Set<String> = []
    for language in ["en", "fr"] {
      let answer = response(to: row.refusal, language)
      #expect(answer.status == row.status)
      #expect(answer.headers["Content-Type"]?.hasPrefix("application/problem+json") == true)
      let json = try answer.json
      #expect(json["status"]?.integer == Int64(row.status))
      #expect(json["code"]?.string == row.code)
      #expect(json["type"]?.string?.isEmpty == false)
      #expect(json["instance"]?.string?.contains("request-1") == true)
      let title = try #require(json["title"]?.string)
      let detail = try #require(json["detail"]?.string)
      for text in [title, detail] + sentences(json) { expectWhole(text) }
      details.insert(title)
      details.insert(detail)
      #expect((json["errors"]?.array ?? []).count == row.refusal.faults.count)
    }
    #expect(details.count == 4, "said the same in both languages: \(details)")
  }

  @Test func `some refusals say in a header what to do next`() {
    #expect(response(to: Refusal.signInRequired, "en").headers["WWW-Authenticate"] == "Bearer")
    let busy = response(to: Refusal.unavailable(Fault("databaseBusy")), "en")
    #expect(busy.headers["Retry-After"] == "2")
  }

  @Test func `a bug of ours is reported to us and told to nobody else`() throws {
    struct Bug: Error { let secret = "opensesame" }
    var reported: [any Error] = []
    let request = Request(.get, "/api/v1/meetings", id: "request-1")
    let answer = ProblemDetails(for: request).response(to: Bug()) { reported.append($0) }
    #expect(answer.status == 500)
    #expect(reported.count == 1)
    #expect(try answer.text.contains("opensesame") == false)
  }

  @Test(arguments: RecordType.allCases)
  func `what is missing in a new record is told in whole sentences`(type: RecordType) throws {
    let world = try World.shared
    for language in ["en", "fr"] {
      let answer = world.test.send(
        .post, "/\(type.path)", ["noSuchMember": 1, "visibility": "publick"], as: "specimen-1",
        headers: ["Accept-Language": language])
      #expect(answer.status == 422)
      let sentences = sentences(try answer.json)
      #expect(sentences.count == 2)
      for text in sentences { expectWhole(text) }
      let words = Words(Language(rawValue: language) ?? .en)
      for fault in try missing(in: type.subject, world) { expectWhole(words.sentence(fault)) }
    }
  }

  private func missing<R: Stored>(in type: R.Type, _ world: World) throws -> [Fault] {
    try world.trying { try $0.create(R.self, from: [:]) }.refusal?.faults ?? []
  }

  private func sentences(_ json: JSON) -> [String] {
    (json["errors"]?.array ?? []).compactMap { $0["detail"]?.string }
  }

  /// No key of the catalogue and no argument stands where a word should.
  private func expectWhole(_ text: String) {
    for family in ["fault.", "problem.", "status.", "field.", "wanted.", "role.", "state.", "{"] {
      #expect(!text.contains(family), "\(text)")
    }
    #expect(text.count > 3)
  }
}
