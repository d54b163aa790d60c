import HubConsole
import HubModel
import HubWords
import Testing

@testable import HubCommands

/// What a refusal of the product is to somebody at a terminal.
@Suite struct RefusalTests {
  @Test(arguments: [
    (Refusal.invalid([]), HubConsole.ExitStatus.refused), (.malformed([]), .refused),
    (.notFound("M-1"), .notFound), (.notAllowed(Fault("tooSmall")), .notAllowed),
    (.signInRequired, .notAllowed), (.stale(Reference(.meeting, 1), current: 2), .conflict),
    (.conflict(Fault("tooSmall")), .conflict), (.versionRequired, .conflict),
    (.unavailable(Fault("tooSmall")), .refused),
  ])
  func `each refusal has its exit status`(refusal: Refusal, status: HubConsole.ExitStatus) {
    #expect(Words(.en).failure(for: refusal)?.status == status)
  }

  @Test func `each fault is a sentence about its field`() {
    let refusal = Refusal.invalid([
      Fault("tooSmall", at: "/quorum", ["least": "1"]),
      Fault("tooSmall", at: "/title/fr", ["least": "1"]),
    ])
    let sentence = "Cette valeur doit être d’au moins 1."
    #expect(
      Words(.fr).failure(for: refusal)
        == Failure(.refused, [sentence, sentence], pointers: ["/quorum", "/title/fr"]))
  }

  @Test func `what is no refusal is a bug`() {
    struct Bug: Error {}
    #expect(Words(.en).failure(for: Bug()) == nil)
  }
}
