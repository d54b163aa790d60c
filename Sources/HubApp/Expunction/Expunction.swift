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
    /// Whether the text is so short, or stands in so many places, that it is hardly meant.
    package let isCommon: Bool
    /// Spellings near to what is taken out, which stay unless they are named too; told in a dry run.
    package let near: [Spelling]
    /// Whether the words are gone from the bytes of the file and of its log. False in a dry run.
    package internal(set) var isErased = false
    /// Why they may still be there: the same expunction once more finishes what was left.
    package internal(set) var left: Fault?
    /// The names of other files in the folder of the data file that have them, such as backups.
    package internal(set) var copies: [String] = []

    /// Files of documents that have the words, which stay until somebody takes them out.
    package internal(set) var documents: [InDocument] = []
    /// Documents whose files are packed, so that words inside are not found.
    package internal(set) var packed: [Reference] = []

    /// All places together.
    package var places: Int { records.reduce(0) { $0 + $1.places } }
    /// History entries whose content is taken out.
    package var entries: Int { records.reduce(0) { $0 + $1.entries.count } }
  }

  /// A record and where in it the text stands.
  package struct Touched: Sendable, Hashable {
    /// nil for the hub as a whole: what the history says of no record, and what people call their
    /// tokens.
    package let reference: Reference?
    /// In how many places of the record as it is now.
    package internal(set) var fields = 0
    /// The numbers of the editions that say it.
    package internal(set) var editions: [Int] = []
    /// The numbers of the history entries that say it.
    package internal(set) var entries: [Int64] = []
    /// All places together: one edition or entry may have several.
    package internal(set) var places = 0
  }

  /// An edition of a document whose file has a text.
  package struct InDocument: Sendable, Hashable {
    package let document: Reference
    package let edition: Int
  }

  /// A text as it is spelled somewhere, and in how many places.
  package struct Spelling: Sendable, Hashable {
    package let text: String
    package let places: Int
  }

  package let target: Target
  /// Other spellings that are taken out with it, each as it is written.
  package let also: [String]
  package let reason: String

  package init(_ target: Target, also: [String] = [], reason: String) {
    self.target = target
    self.also = also
    self.reason = reason
  }

  /// The texts that somebody gave, as they are written.
  private var texts: [String] {
    guard case .text(let text) = target else { return also }
    return [text] + also
  }

  private static func length(of text: String) -> Int {
    text.filter { $0.isLetter || $0.isNumber }.count
  }

  /// Whether the texts are hardly meant: "on" is a word of many sentences, and nobody's name.
  func isCommon(places: Int) -> Bool {
    !texts.isEmpty && (places > 50 || texts.contains { Self.length(of: $0) < 4 })
  }

  /// What an expunged person is called, as a name and as a handle.
  static func neutralName(_ number: Int64) -> String { "expunged-\(number)" }

  /// - Throws: `Refusal.invalid` with every fault.
  func check() throws {
    var faults: [Fault] = []
    if reason.allSatisfy(\.isWhitespace) {
      faults.append(Fault("required", at: "/reason", ["field": "reason"]))
    }
    var erasure = Erasure()
    for (index, text) in texts.enumerated() {
      if Self.length(of: text) < 2 {
        let isAlso = texts.count - also.count <= index
        faults.append(Fault("textTooShort", at: isAlso ? "/also" : "/text"))
      } else {
        erasure.add(text, replacement: .expunged)
      }
    }
    if erasure.applied(to: reason, in: nil) != nil {
      faults.append(Fault("reasonNamesText", at: "/reason"))
    }
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
  }
}
