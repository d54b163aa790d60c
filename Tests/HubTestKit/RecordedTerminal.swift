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
    let answers = Answers(input)
    return Terminal(
      write: { [self] text in out.withLock { $0 += text } },
      writeError: { [self] text in err.withLock { $0 += text } },
      readAll: { Array(input.utf8) },
      readLine: { answers.next() }, readSecret: { answers.next() },
      isTerminal: isTerminal, errorIsTerminal: isTerminal, inputIsTerminal: isTerminal,
      width: width, environment: environment)
  }
}

/// What somebody types, line by line.
private final class Answers: Sendable {
  private let lines: Mutex<[String]>

  init(_ input: String) { lines = Mutex(input.split(separator: "\n").map(String.init)) }

  func next() -> String? { lines.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}
