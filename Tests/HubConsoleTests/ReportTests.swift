import HubCommands
import HubModel
import HubTestKit
import HubWords
import Testing

@testable import HubConsole

@Suite("A report of what went wrong")
struct ReportTests {
  @Test("names the field and its language before the sentence")
  func fields() {
    let failure = Failure(
      .refused, ["Trop peu.", "Trop peu.", "Trop peu."], pointers: ["/quorum", "/title/fr", "/to"])
    #expect(
      Report(failure, Words(.fr)).lines == [
        "hub: Quorum\u{A0}: Trop peu.", "hub: Titre (français)\u{A0}: Trop peu.", "hub: Trop peu.",
      ])
  }

  @Test("tells each error of an answer with problem details")
  func problems() {
    let body = """
      {"title":"Refused","status":422,"detail":"Whole",
       "errors":[{"pointer":"/title/fr","code":"required","detail":"Write it."}]}
      """
    let failure = Failure(problem: HubAnswer(status: 422, body: Array(body.utf8)))
    #expect(failure.sentences == ["Write it."])
    #expect(Report(failure, Words(.en)).lines == ["hub: Title (French): Write it."])
    let bare = Failure(problem: HubAnswer(status: 404, body: Array("{\"title\":\"No\"}".utf8)))
    #expect(bare == Failure(.notFound, ["No"]))
    #expect(Failure(problem: HubAnswer(status: 412)).status == .conflict)
    #expect(Failure(problem: HubAnswer(status: 403)).sentences == ["HTTP 403"])
  }
}
