import Foundation
import Synchronization
import Testing

@testable import HubApp

/// A terminal that remembers what was shown on it.
final class RecordedTerminal: Sendable {
  private let out = Mutex("")
  private let err = Mutex("")

  var output: String { out.withLock { $0 } }
  var errors: String { err.withLock { $0 } }

  /// - Parameter isTerminal: whether a person seems to look at it.
  func terminal(
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

/// Compares whole screens with files; `HUB_RECORD=1 swift test` writes them anew.
enum Recorded {
  static func expect(
    _ screen: String, is name: String, file: String = #filePath,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let tests = URL(filePath: file).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = tests.appending(path: "Recorded/Console")
    let url = folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["HUB_RECORD"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(screen.utf8).write(to: url)
    }
    let recorded = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    #expect(screen == recorded, "\(name)", sourceLocation: location)
  }
}
