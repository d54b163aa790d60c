import Testing

@testable import HubWords

/// Every code by which something is refused, or found in a file, is provoked by some test, which
/// names it. A code that no test can provoke is one that nobody meets: it goes, with its sentences.
@Suite struct FaultCodeTests {
  /// Those that the sources make, and those that have a sentence: some are put together.
  static let codes: Set<String> = {
    let sources = SourceText.of("Sources")
    let made = ["Fault(", ".fault(", " fault(", "code: "].flatMap {
      SourceText.literals(after: $0, in: sources).filter(\.isWhole).map(\.text)
    }
    let told = Catalogue.shared.keys.compactMap { key in
      ["fault.", "problem."].first { key.hasPrefix($0) }.map { String(key.dropFirst($0.count)) }
    }
    // Usage has keys with dots, the bench whole sentences.
    return Set(told + made.filter { !$0.isEmpty && $0.allSatisfy { $0.isLetter } })
  }()

  @Test func `no code is named by no test`() {
    let tests = SourceText.of("Tests")
    #expect(Self.codes.count > 200)
    #expect(Self.codes.isSuperset(of: ["required", "malformedForm", "unknownFieldNear"]))
    #expect(Self.codes.filter { !tests.contains("\"\($0)\"") }.sorted() == [])
  }
}
