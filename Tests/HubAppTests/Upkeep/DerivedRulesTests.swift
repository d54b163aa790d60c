import Foundation
import HubCrypto
import HubModel
import Testing

@testable import HubApp

/// Files know under which number of the rules what follows from their records was computed. When
/// the rules change, the number must: else older files would go on showing what they showed.
@Suite struct DerivedRulesTests {
  static let file = RecordedDatabases.folder.appending(path: "derived-rules.txt")

  /// `HUB_RECORD=1 swift test` notes the digest of a new number, and refuses one of the same.
  @Test func `what follows from records has not changed under the same number of rules`() throws {
    let recorded = try String(contentsOf: Self.file, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let line = "\(Derived.rules) \(try Self.digest())"
    guard !recorded.contains(line) else { return }
    let isNew = !recorded.contains { $0.hasPrefix("\(Derived.rules) ") }
    guard isNew, ProcessInfo.processInfo.environment["HUB_RECORD"] != nil else {
      Issue.record(
        """
        The audience, directory line, links or search texts of some records are computed otherwise \
        than before (\(line)). Raise Derived.rules, then note it: HUB_RECORD=1 swift test
        """)
      return
    }
    try ((recorded + [line]).joined(separator: "\n") + "\n")
      .write(to: Self.file, atomically: true, encoding: .utf8)
  }

  /// Of records of every kind, in every state, with every visibility, full and bare.
  private static func digest() throws -> String {
    var lines: [String] = []
    for subject in Subjects.all { describe(subject, into: &lines) }
    #expect(lines.count > 800)
    return Digest.hex(Digest.blake2b(Array(lines.joined(separator: "\n").utf8)))
  }

  /// The audiences of what a record may belong to: nothing, something for the network, something
  /// in camera, something private.
  private static let bounds: [[[AudienceKey]]] = [
    [], [[.network(ID(1))]], [[.officers(of: ID(1)), .person(ID(9)), .staff(ID(1))]],
    [[.duty(.decisionMaker, at: ID(1))]],
  ]

  private static func describe<R: Stored>(_ type: R.Type, into lines: inout [String]) {
    for state in R.lifeCycle?.states ?? [""] {
      for visibility in Visibility.allCases {
        for var record in [Specimen.full(R.self), Specimen.bare(R.self)] {
          record.header.number = 7
          record.header.author = ID(5)
          record.header.state = state
          record.header.visibility = visibility
          record.header.sharedWith = [Reference(.body, 3), Reference(.person, 4)]
          for bounds in bounds {
            lines.append(describe(Derived(of: record, within: bounds), of: R.type))
          }
        }
      }
    }
  }

  private static func describe(_ derived: Derived, of type: RecordType) -> String {
    let links = derived.links.map { "\($0.field)\($0.isEarlier ? "<" : ">")\($0.other)" }.sorted()
    let line = derived.line
    return [
      type.rawValue, derived.keys, String(line.network), line.state, line.label.en, line.label.fr,
      line.labelWord ?? "–", line.day.map(String.init) ?? "–", String(line.illustrative),
      String(line.modified), links.joined(separator: " "), derived.texts.en, derived.texts.fr,
      tokens(of: derived),
    ].joined(separator: "|")
  }

  /// What the index holds, each once.
  private static func tokens(of derived: Derived) -> String {
    var known: Set<Substring> = []
    return SearchTokens.all(of: derived.texts, keys: derived.keys).split(separator: " ")
      .filter { known.insert($0).inserted }.map { $0 + " " }.joined()
  }
}
