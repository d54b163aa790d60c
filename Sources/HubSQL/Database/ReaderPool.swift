import HubThreads

/// Read-only connections to one file, opened when first needed.
///
/// So many threads read at a time, the others in their turn. A read inside a read takes a further
/// reader and never waits; those beyond `kept` are closed when they come back.
final class ReaderPool: @unchecked Sendable {
  // Unchecked: `idle`, `isClosed` and `returnedCount` are only touched inside `lock`, and a
  // connection in `idle` belongs to no thread.
  private let lock = Lock()
  private let gate: Gate
  private let open: @Sendable () throws -> Connection
  private let kept: Int
  private var idle: [Connection] = []
  private var isClosed = false
  private var returnedCount = 0

  /// - Parameter open: opens a further one.
  init(kept: Int, open: @escaping @Sendable () throws -> Connection) {
    self.kept = kept
    self.open = open
    gate = Gate(most: kept)
  }

  /// How many statements readers have run, up to their last return.
  var statementCount: Int { lock.held { returnedCount } }

  /// Lends a reader to `body`.
  func lend<T>(_ body: (Connection) throws -> T) throws -> T {
    try gate.around {
      let reader = try take()
      let before = reader.statementCount
      defer { giveBack(reader, reader.statementCount - before) }
      return try body(reader)
    }
  }

  /// Lends a reader that nobody had before and nobody will have after.
  func lendNew<T>(_ body: (Connection) throws -> T) throws -> T {
    if lock.held({ isClosed }) { throw SQLError.misuse("the database is closed") }
    return try body(open())
  }

  /// Closes the idle readers now and the others when they come back.
  func close() {
    lock.held {
      isClosed = true
      idle = []
    }
  }

  private func take() throws -> Connection {
    let reader = try lock.held {
      if isClosed { throw SQLError.misuse("the database is closed") }
      return idle.popLast()
    }
    return try reader ?? open()
  }

  private func giveBack(_ reader: Connection, _ count: Int) {
    lock.held {
      returnedCount += count
      if !isClosed, idle.count < kept { idle.append(reader) }
    }
  }
}
