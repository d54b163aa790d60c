/// The prepared statements of one connection by their text; the least recently used goes first.
struct StatementCache {
  private var statements: [String: Statement] = [:]
  private var clock: UInt64 = 0

  /// Enough for every statement of the product; above it only generated texts come and go.
  private let limit = 256

  /// The statement for the text, whether or not it is busy.
  mutating func find(_ text: String) -> Statement? {
    guard let statement = statements[text] else { return nil }
    clock += 1
    statement.lastUse = clock
    return statement
  }

  mutating func add(_ statement: Statement) {
    if statements.count >= limit { removeOldest() }
    clock += 1
    statement.lastUse = clock
    statements[statement.text] = statement
  }

  /// Looking at all of them costs less than preparing the one that takes the place, and a chain
  /// to keep them in order would cost every lookup.
  private mutating func removeOldest() {
    let oldest = statements.values.lazy.filter { !$0.isBusy }.min { $0.lastUse < $1.lastUse }
    if let oldest { statements[oldest.text] = nil }
  }
}
