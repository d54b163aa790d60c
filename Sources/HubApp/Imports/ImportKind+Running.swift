import HubModel
import HubWords

extension ImportKind {
  /// The columns of its tables, in the order in which people read them.
  var columns: [ImportColumn] {
    guard let subject = Subjects.of(type) else { return [] }
    return ImportColumn.all(of: subject)
  }

  /// Writes the rows of a table: all of them, or none.
  ///
  /// - Throws: `Refusal.invalid` with every fault of every row.
  func run(_ table: ImportTable, in writing: Writing, _ words: Words) throws -> ImportResult {
    guard let subject = Subjects.of(type) else { throw Refusal.notFound(name) }
    return try run(subject, table, in: writing, words)
  }

  private func run<R: Stored>(
    _ subject: R.Type, _ table: ImportTable, in writing: Writing, _ words: Words
  ) throws -> ImportResult {
    var run = ImportRun<R>(table, knownBy, in: writing, words)
    return try run.result()
  }
}
