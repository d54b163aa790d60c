package import HubConsole
import Synchronization

/// A terminal that remembers what was shown on it.
package final class RecordedTerminal: Sendable {
  private let out = Mutex("")
  private let err = Mutex("")

  package init() {}

  package var output: String { out.withLock { $0 } }
  package var errors: String { err.withLock { $0 } }

  /// - Parameter isTerminal: whether a person seems to look at it.
  package func terminal(
    width: Int? = 80, isTerminal: Bool = false, input: String = "",
    environment: [String: String] = [:]
  ) -> Terminal {
    Terminal(
      write: { [self] text in out.withLock { $0 += text } },
      writeError: { [self] text in err.withLock { $0 += text } },
      readAll: { Array(input.utf8) },
      isTerminal: isTerminal, errorIsTerminal: isTerminal, inputIsTerminal: isTerminal,
      width: width, environment: environment)
  }
}
