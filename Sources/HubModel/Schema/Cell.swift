/// One column's value, as storage keeps it. The domain knows no database; it knows this.
public enum Cell: Sendable, Hashable {
  case null
  case integer(Int64)
  case text(String)
}

/// Where cells are read from: the row of a database, or a list. They are counted from 0; a null
/// reads as 0 and as "".
public protocol CellSource: AnyObject {
  func isNull(cell index: Int) -> Bool
  func integer(cell index: Int) -> Int64
  func text(cell index: Int) -> String
}

/// Hands out a row's cells one after another.
public struct CellReader {
  private let source: any CellSource
  private var next: Int

  public init(_ source: any CellSource, from start: Int = 0) {
    self.source = source
    next = start
  }

  public init(_ cells: [Cell]) { self.init(CellList(cells)) }

  /// Whether the next cell is null. It stays the next one.
  var isAtNull: Bool { source.isNull(cell: next) }

  mutating func skip(_ count: Int) { next += count }

  mutating func integer() -> Int64 {
    defer { next += 1 }
    return source.integer(cell: next)
  }

  mutating func text() -> String {
    defer { next += 1 }
    return source.text(cell: next)
  }

  mutating func optionalText() -> String? {
    defer { next += 1 }
    return source.isNull(cell: next) ? nil : source.text(cell: next)
  }
}

/// Cells in memory; what lies beyond the last one is null.
private final class CellList: CellSource {
  private let cells: [Cell]

  init(_ cells: [Cell]) { self.cells = cells }

  func isNull(cell index: Int) -> Bool { index >= cells.count || cells[index] == .null }

  func integer(cell index: Int) -> Int64 {
    if index < cells.count, case .integer(let value) = cells[index] { value } else { 0 }
  }

  func text(cell index: Int) -> String {
    if index < cells.count, case .text(let value) = cells[index] { value } else { "" }
  }
}
