import HubModel

/// Everything that is kept beside a record and follows from it: who may see it, its line in the
/// directory, its links along the chain, the words by which it is found.
///
/// It is computed here and nowhere else: by `put` for the record that is written, and by `Rebuild`
/// for all, when a program with other rules opens the file. `verify` compares it with what is kept.
struct Derived: Hashable {
  /// Counts the changes of these rules. A file that was written under an earlier number is rebuilt
  /// when it is opened, one of a later number is refused. `DerivedRulesTests` tells when what is
  /// computed here, or how the words of texts are cut and folded, has changed and the number has not.
  static let rules = 5

  /// The keys that open it, as words, each once and sorted.
  let audience: [String]
  let line: DirectoryLine
  let links: Set<DerivedLink>
  /// What full-text search finds, in each language.
  let texts: LocalizedText

  /// - Parameter bounds: the audiences of what the record belongs to.
  init<R: Stored>(of record: R, within bounds: [[AudienceKey]]) {
    audience = Access.audience(record.header, record.scope, R.lifeCycle, within: bounds)
    line = DirectoryLine(of: record)
    links = DerivedLink.all(of: record)
    texts = SearchTexts.of(record)
  }
}
