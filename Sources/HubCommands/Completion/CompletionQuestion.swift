import HubModel

/// What a shell asks for while somebody types.
struct CompletionQuestion: Sendable {
  /// What is asked for.
  enum Kind: String, Sendable, CaseIterable { case reference, handle }

  let kind: Kind
  /// The types of the references; empty for all.
  let types: [RecordType]
  /// What is typed already.
  let prefix: String
}

/// A word that a shell can put there, and what it is called.
struct CompletionWord: Sendable, ExpressibleByStringLiteral {
  let word: String
  let title: String

  /// - Parameter title: on one line.
  init(_ word: String, _ title: String) {
    self.word = word
    self.title = String(title.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  init(stringLiteral word: String) { self.init(word, "") }
}
