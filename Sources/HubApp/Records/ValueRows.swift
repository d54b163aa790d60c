import HubSQL

/// Values as a table to join with, in a statement. Lists of similar lengths make the same text, so
/// that a prepared one is found again.
///
/// It comes first, with a `CROSS JOIN` after it: SQLite then goes through it as it stands and makes
/// no table of it.
struct ValueRows {
  private var bindings: [SQLValue] = []
  private let text: String
  private let room: Int

  /// - Parameters:
  ///   - count: how many rows there will be at most; those that are missing are null.
  ///   - width: the columns of each.
  init(_ count: Int, wide width: Int) {
    // Quarters of the power of two below: at most a quarter of the rows is empty.
    let step = max(1, (1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)) / 4)
    let whole = (count + step - 1) / step * step
    let row = "(?" + String(repeating: ",?", count: width - 1) + ")"
    text = "(VALUES " + row + String(repeating: "," + row, count: whole - 1) + ")"
    room = whole * width
    bindings.reserveCapacity(room)
  }

  mutating func add(_ row: [SQLValue]) { bindings += row }

  mutating func add(_ first: Int64, _ second: Int64) {
    bindings.append(.integer(first))
    bindings.append(.integer(second))
  }

  var sql: SQL {
    SQL(
      raw: text, bindings: bindings + Array(repeating: .null, count: room - bindings.count))
  }
}
