import HubHTTP
import HubModel
import HubTestKit
import HubText
import HubWords
import Testing

@testable import HubApp

/// What the introduction of the document says is so.
@Suite struct IntroductionTests {
  @Test(arguments: Language.allCases)
  func `the example is answered as it shows`(language: Language) throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    func own(_ text: String, _ tag: String) -> String {
      text.replacing(WorkedExample.reference, with: "A-2")
        .replacing(WorkedExample.version, with: tag)
        .replacing(WorkedExample.nextVersion, with: tag)
    }
    var tag = ""
    for step in WorkedExample(words: Words(language)).steps {
      var headers = Headers()
      for header in step.headers { headers.add(header.name, own(header.value, tag)) }
      var request = try Request(
        step.method, target: own(step.target, tag), headers: headers,
        body: Array((step.body ?? "").utf8), id: "test")
      request.principal = "facilitator"
      let answer = test.api.respond(to: request)
      let told = try answer.text
      #expect(answer.status == step.status, "\(told)")
      for name in step.answers.map(\.name) where name != "Link" {
        #expect(answer.headers[name] != nil)
      }
      tag = answer.headers["ETag"] ?? tag
      // Every member that is shown by its name is one of the answer.
      let shown = step.shown.matches(of: /"([a-zA-Z]+)":/).map { String($0.output.1) }
      #expect(shown.allSatisfy { told.contains("\"\($0)\":") }, "\(shown) \(told)")
    }
    let last = try test.send(.get, "/action-items/A-2", as: "facilitator").json
    #expect(last["state"] == "done")
  }

  @Test(arguments: ["en", "fr"])
  func `it tells everything that goes across the operations`(language: String) throws {
    let contract = try Contract(TestHub().api, language: language)
    let text = try #require(contract.document["info"]?["description"]?.string)
    for told in [
      "Bearer", "limit", "cursor", "`next`", "Link", "sort", "changedSince", "fields=", "ETag",
      "If-Match", "If-None-Match", "412", "428", "Idempotency-Key", "/api/v1/batch", "RFC 9457",
      "Retry-After", "429", "406", "Accept-Language", "`can`", "`moves`", "1200", "500",
      "PATCH /api/v1/action-items/A-12",
    ] {
      #expect(text.contains(told), "\(told)")
    }
    #expect(!text.contains("{usual}") && !text.contains("openapi."))
  }
}
