package import HubConsole
import HubModel
package import HubWords

/// The hub's words are what its console says.
extension Words: Wording {
  package func nearest(to word: String, among candidates: [String]) -> String? {
    Nearest.word(to: word, among: candidates)
  }

  package func failure(for error: any Error) -> Failure? {
    (error as? Refusal).map { Failure($0, self) }
  }
}

extension Failure {
  /// What a refusal of the product is to somebody at a terminal.
  init(_ refusal: Refusal, _ words: Words) {
    switch refusal {
    case .invalid(let faults), .malformed(let faults):
      self.init(.refused, faults.map(words.sentence), pointers: faults.map(\.pointer))
    case .notFound(let what):
      self.init(.notFound, [words("refusal.notFound", ["what": what])])
    case .notAllowed(let fault):
      self.init(.notAllowed, [words.sentence(fault)])
    case .signInRequired:
      self.init(.notAllowed, [words("refusal.signInRequired")])
    case .stale(let reference, let current, _):
      let arguments = ["reference": reference.description, "version": String(current)]
      self.init(.conflict, [words("refusal.stale", arguments)])
    case .conflict(let fault):
      self.init(.conflict, [words.sentence(fault)])
    case .versionRequired:
      self.init(.conflict, [words("refusal.versionRequired")])
    case .unavailable(let fault):
      self.init(.refused, [words.sentence(fault)])
    }
  }
}
