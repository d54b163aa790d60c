import CSQLite

/// How much work the statements of a connection may still be, in steps of SQLite's machine.
final class StepBudget {
  /// How many steps are made between one look and the next.
  static let stride: Int32 = 10_000

  private var left: Int

  init(_ steps: Int) { left = steps }

  /// Whether it is used up after one stride more.
  func isSpentByStride() -> Bool {
    left -= Int(Self.stride)
    return left < 0
  }
}

extension Connection {
  /// Runs `body`, whose statements together may be so much work: the one that goes beyond ends with
  /// `.interrupted`. Steps are counted and not time, so that the same question always has the same
  /// end. Within a budget there is no other.
  package func within<T>(steps: Int, _ body: () throws -> T) throws -> T {
    guard budget == nil else { return try body() }
    let budget = StepBudget(steps)
    self.budget = budget
    sqlite3_progress_handler(
      database, StepBudget.stride,
      { Unmanaged<StepBudget>.fromOpaque($0!).takeUnretainedValue().isSpentByStride() ? 1 : 0 },
      Unmanaged.passUnretained(budget).toOpaque())
    defer {
      sqlite3_progress_handler(database, 0, nil, nil)
      self.budget = nil
    }
    return try body()
  }
}
