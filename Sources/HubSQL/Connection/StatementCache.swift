/// The prepared statements of one connection by their text; the least recently used goes first.
struct StatementCache {
  /// A text as a key. Statements differ in length or at the end, and are compared faster than
  /// hashed.
  private struct Key: Hashable {
    let text: String

    func hash(into hasher: inout Hasher) {
      hasher.combine(text.utf8.count)
      hasher.combine(text.utf8.suffix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
    }
  }

  private var statements: [Key: Statement] = [:]
  private var clock: UInt64 = 0

  /// Enough for every statement of the product; above it only generated texts come and go.
  private let limit = 256

  /// The statement for the text, whether or not it is busy.
  mutating func find(_ text: String) -> Statement? {
    guard let statement = statements[Key(text: text)] else { return nil }
    clock += 1
    statement.lastUse = clock
    return statement
  }

  mutating func add(_ statement: Statement) {
    if statements.count >= limit { removeOldest() }
    clock += 1
    statement.lastUse = clock
    statements[Key(text: statement.text)] = statement
  }

  /// Looking at all of them costs less than preparing the one that takes the place, and a chain
  /// to keep them in order would cost every lookup.
  private mutating func removeOldest() {
    let oldest = statements.values.lazy.filter { !$0.isBusy }.min { $0.lastUse < $1.lastUse }
    if let oldest { statements[Key(text: oldest.text)] = nil }
  }
}
