import CSQLite
import HubThreads

/// How much work the statements of a connection may still be, in steps of SQLite's machine, and
/// whether anybody still wants what they find.
final class StepBudget {
  /// How many steps are made between one look and the next. What full-text search does is hardly
  /// any steps: a thousand of them are some hundred pages of its index, read in milliseconds.
  static let stride: Int32 = 1000
  /// How long nobody is asked again whether they still want it, in nanoseconds.
  private static let pause: UInt64 = 5_000_000

  private var left: Int
  private let isWanted: () -> Bool
  private var asksFrom: UInt64 = 0

  init(_ steps: Int, _ isWanted: @escaping () -> Bool) {
    left = steps
    self.isWanted = isWanted
  }

  /// Whether the statements are to end after one stride more.
  func endsAfterStride() -> Bool {
    left -= Int(Self.stride)
    if left < 0 { return true }
    let now = SteadyClock.nanoseconds
    guard now >= asksFrom else { return false }
    asksFrom = now + Self.pause
    return !isWanted()
  }
}

extension Connection {
  /// Runs `body`, whose statements together may be so much work: the one that goes beyond ends with
  /// `.interrupted`, and so does the one that runs when nobody wants it any more. Steps are counted
  /// and not time, so that the same question always has the same end. Within a budget there is no
  /// other.
  ///
  /// - Parameter isWanted: asked now and then, from this thread.
  package func within<T>(
    steps: Int, while isWanted: () -> Bool = { true }, _ body: () throws -> T
  ) throws -> T {
    guard budget == nil else { return try body() }
    return try withoutActuallyEscaping(isWanted) { isWanted in
      let budget = StepBudget(steps, isWanted)
      self.budget = budget
      sqlite3_progress_handler(
        database, StepBudget.stride,
        { Unmanaged<StepBudget>.fromOpaque($0!).takeUnretainedValue().endsAfterStride() ? 1 : 0 },
        Unmanaged.passUnretained(budget).toOpaque())
      defer {
        sqlite3_progress_handler(database, 0, nil, nil)
        self.budget = nil
      }
      return try body()
    }
  }
}
