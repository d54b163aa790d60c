/// One column's value, as storage keeps it. The domain knows no database; it knows this.
public enum Cell: Sendable, Hashable {
  case null
  case integer(Int64)
  case text(String)
}

/// Hands out a row's cells one after another.
public struct CellReader: Sendable {
  let cells: [Cell]
  var next: Int

  public init(_ cells: [Cell], from start: Int = 0) {
    self.cells = cells
    next = start
  }

  mutating func take() -> Cell {
    guard next < cells.count else { return .null }
    defer { next += 1 }
    return cells[next]
  }

  mutating func integer() -> Int64 {
    if case .integer(let value) = take() { value } else { 0 }
  }

  mutating func optionalInteger() -> Int64? {
    if case .integer(let value) = take() { value } else { nil }
  }

  mutating func text() -> String {
    if case .text(let value) = take() { value } else { "" }
  }

  mutating func optionalText() -> String? {
    if case .text(let value) = take() { value } else { nil }
  }
}
