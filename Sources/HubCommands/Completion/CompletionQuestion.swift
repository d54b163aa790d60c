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
