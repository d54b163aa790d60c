package import HubModel
package import HubSQL

/// The statements and the decoding of one kind of record, made once from its field list.
package struct RecordTable<R: Record>: Sendable {
  /// The columns to select, in the order that `record` reads them.
  package let selection: String
  package let columns: [String]
  let insert: String
  let update: String
  let byNumber: String
  private let isInteger: [Bool]
  private let fields: [Field<R>]

  package init() {
    fields = R.fields
    let own = fields.flatMap(\.columns)
    columns = ["number"] + Header.columns + own + ["audience"]
    selection = columns.dropLast().joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let name = R.type.table
    insert = "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
    let settings = columns.dropFirst().map { "\($0) = ?" }.joined(separator: ", ")
    update = "UPDATE \(name) SET \(settings) WHERE number = ? AND version = ?"
    byNumber = "SELECT \(selection) FROM \(name) WHERE number = ?"
    let header = ["number", "network", "illustrative", "created", "modified", "version", "author"]
    isInteger =
      (["number"] + Header.columns).map(header.contains)
      + fields.flatMap { field in
        field.kind.columnSuffixes.indices.map { field.kind.isInteger(column: $0) }
      }
  }

  /// The row's record. The row starts with `selection`.
  package func record(_ row: borrowing Row) -> R {
    var cells: [Cell] = []
    cells.reserveCapacity(isInteger.count)
    for index in isInteger.indices {
      if row.isNull(index) {
        cells.append(.null)
      } else if isInteger[index] {
        cells.append(.integer(row.int64(index)))
      } else {
        cells.append(.text(row.string(index)))
      }
    }
    var reader = CellReader(cells)
    var record = R()
    record.header = Header(from: &reader)
    for field in fields { field.load(&record, from: &reader) }
    return record
  }

  /// The values of `columns`, for `insert`; `update` wants the number last, and then the
  /// version that is replaced.
  func values(of record: R, audience: Int64) -> [SQLValue] {
    var cells: [Cell] = []
    cells.reserveCapacity(isInteger.count)
    record.header.write(to: &cells)
    for field in fields { field.write(record, to: &cells) }
    var values: [SQLValue] = [.integer(record.header.number)]
    values.reserveCapacity(cells.count + 2)
    for cell in cells { values.append(cell.sqlValue) }
    values.append(.integer(audience))
    return values
  }
}

extension Cell {
  var sqlValue: SQLValue {
    switch self {
    case .null: .null
    case .integer(let value): .integer(value)
    case .text(let value): .text(value)
    }
  }
}
