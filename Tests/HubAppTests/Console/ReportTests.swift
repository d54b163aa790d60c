import HubModel
import HubWords
import Testing

@testable import HubApp

@Suite("A report of what went wrong")
struct ReportTests {
  @Test(
    "gives each refusal its exit status",
    arguments: [
      (Refusal.invalid([]), HubApp.ExitStatus.refused), (.malformed([]), .refused),
      (.notFound("M-1"), .notFound), (.notAllowed(Fault("tooSmall")), .notAllowed),
      (.signInRequired, .notAllowed), (.stale(Reference(.meeting, 1), current: 2), .conflict),
      (.conflict(Fault("tooSmall")), .conflict), (.versionRequired, .conflict),
      (.unavailable(Fault("tooSmall")), .refused),
    ])
  func statuses(refusal: Refusal, status: HubApp.ExitStatus) {
    #expect(Report(refusal, Words(.en)).status == status)
  }

  @Test("names the field and its language before the sentence")
  func fields() {
    let refusal = Refusal.invalid([
      Fault("tooSmall", at: "/quorum", ["least": "1"]),
      Fault("tooSmall", at: "/title/fr", ["least": "1"]),
    ])
    #expect(
      Report(refusal, Words(.fr)).lines == [
        "hub: Quorum\u{A0}: Cette valeur doit être d’au moins 1.",
        "hub: Titre (français)\u{A0}: Cette valeur doit être d’au moins 1.",
      ])
  }

  @Test("tells faults of a file in its order, as compilers do")
  func files() {
    func fault(_ line: Int, _ column: Int) -> Fault {
      Fault("tooSmall", ["least": "\(line)"], position: .init(line: line, column: column))
    }
    let error = FileFaults("a.md", [fault(9, 1), fault(2, 5), fault(2, 3)])
    #expect(
      Report(error, Words(.en)).lines == [
        "a.md:2:3: error: This must be at least 2.",
        "a.md:2:5: error: This must be at least 2.",
        "a.md:9:1: error: This must be at least 9.",
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
