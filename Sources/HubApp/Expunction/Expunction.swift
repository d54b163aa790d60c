package import HubModel

/// A text or a person's name taken out of everything that the hub holds: records, directory,
/// editions, search and history. Digests and the reason stay, so the history still verifies.
package struct Expunction: Sendable {
  /// What is to be taken out.
  package enum Target: Sendable, Hashable {
    /// A name or a passage, as it is written, as whole words.
    case text(String)
    /// A person's name, handle, email and function; the record stays under a neutral name.
    case person(ID<Person>)
  }

  /// What an expunction takes out, or took out.
  package struct Report: Sendable, Hashable {
    /// Whether this only says what would be done.
    package let dryRun: Bool
    /// The records that it touches, with the places in their fields, editions and history.
    package let records: [Touched]
    /// History entries whose content is taken out.
    package let entries: Int
    /// Whether the words are gone from the file's bytes too. False in a dry run, and where others
    /// read the old state for too long: `Hub.scrub` finishes it.
    package var isErased: Bool

    /// All places together.
    package var places: Int { records.reduce(0) { $0 + $1.places } }
  }

  /// A record and in how many places of it the text stands.
  package struct Touched: Sendable, Hashable {
    /// nil for what the history says of the hub as a whole.
    package let reference: Reference?
    package let places: Int
  }

  package let target: Target
  package let reason: String

  package init(_ target: Target, reason: String) {
    self.target = target
    self.reason = reason
  }

  /// What an expunged person is called, as a name and as a handle.
  static func neutralName(_ number: Int64) -> String { "expunged-\(number)" }

  /// - Throws: `Refusal.invalid` with every fault.
  func check() throws {
    var faults: [Fault] = []
    if reason.allSatisfy(\.isWhitespace) {
      faults.append(Fault("required", at: "/reason", ["field": "reason"]))
    }
    if case .text(let text) = target {
      if text.filter({ $0.isLetter || $0.isNumber }).count < 2 {
        faults.append(Fault("textTooShort", at: "/text"))
      } else {
        var erasure = Erasure()
        erasure.add(text, replacement: .expunged)
        if erasure.applied(to: reason, in: nil) != nil {
          faults.append(Fault("reasonNamesText", at: "/reason"))
        }
      }
    }
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
  }
}
