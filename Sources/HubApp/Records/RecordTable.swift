package import HubModel
package import HubSQL
import HubText

/// The statements and the decoding of one kind of record, made once from its field list.
package struct RecordTable<R: Record>: Sendable {
  /// `SELECT … FROM … t WHERE `, for whatever condition follows; the audience comes last.
  let selecting: String
  /// The columns to select, in the order that `record` reads them.
  package let selection: String
  package let columns: [String]
  let insert: String
  let update: String
  let byNumber: String
  /// The cells of a record.
  private let width: Int
  private let places: FieldPlaces<R>
  private let names: [JSONName]
  private let byName: [String: Field<R>]
  /// The places of the fields that refer to other records.
  private let referring: FieldPlaces<R>
  /// The fields that make the chain's links.
  let chain: [Field<R>]
  /// The fields that full-text search finds.
  let searched: [Field<R>]
  /// The fields that name what a record belongs to.
  let belonging: [Field<R>]
  /// The names of the fields that are shown to those alone who may change the record.
  let confined: Set<String>
  private let isConfined: [Bool]

  package init() {
    let own = R.fields.flatMap(\.columns)
    places = FieldPlaces(R.fields)
    names = R.fields.map { JSONName($0.name) }
    byName = Dictionary(uniqueKeysWithValues: R.fields.map { ($0.name, $0) })
    referring = FieldPlaces(R.fields.filter(\.kind.refers))
    chain = R.fields.filter { $0.link == .from || $0.link == .to }
    searched = R.fields.filter { $0.traits.contains(.searched) }
    belonging = R.fields.filter { $0.traits.contains(.belongsTo) }
    isConfined = R.fields.map { $0.traits.contains(.confined) }
    confined = Set(R.fields.filter { $0.traits.contains(.confined) }.map(\.name))
    columns = ["number"] + Header.columns + own + ["audience"]
    selection = columns.dropLast().joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let name = R.type.table
    insert = "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
    let settings = columns.dropFirst().map { "\($0) = ?" }.joined(separator: ", ")
    update = "UPDATE \(name) SET \(settings) WHERE number = ? AND version = ?"
    selecting = "SELECT \(selection), audience FROM \(name) t WHERE "
    byNumber = "SELECT \(selection), audience FROM \(name) WHERE number = ?"
    width = columns.count - 1
  }

  func field(named name: String) -> Field<R>? { byName[name] }

  /// Whether a member of that name refers to other records.
  func refers(_ name: String) -> Bool {
    byName[name]?.kind.refers ?? (name == "network" || name == "sharedWith")
  }

  /// What a record belongs to.
  func wholes(of record: R) -> [Reference] {
    belonging.flatMap { $0.references(of: record) }.filter { $0.number != 0 }
  }

  /// The row's record. The row starts with `selection`.
  package func record(_ row: borrowing Row) -> R {
    var cells = CellReader(row.columns)
    var record = R()
    record.header = Header(from: &cells)
    withUnsafeMutablePointer(to: &record) { record in
      places.forEach { $0.fill(record, from: &cells) }
    }
    return record
  }

  /// The id of the row's audience, where the row starts with `selection, audience`.
  func audience(_ row: borrowing Row) -> Int64 { row.int64(columns.count - 1) }

  /// Hands over each field's name and place, in the order of the fields, with the record.
  ///
  /// - Parameter confined: also those that only who may change the record is shown.
  func forEachField(
    of record: R, confined: Bool, _ body: (JSONName, FieldPlace<R>, UnsafePointer<R>) -> Void
  ) {
    withUnsafePointer(to: record) { record in
      var index = 0
      places.forEach {
        if confined || !isConfined[index] { body(names[index], $0, record) }
        index += 1
      }
    }
  }

  /// The records that the fields of a record refer to.
  func forEachReference(of record: UnsafePointer<R>, _ visit: (Reference) -> Void) {
    referring.forEach { $0.forEachReference(record, visit) }
  }

  /// The values of `columns`, for `insert`; `update` wants the number last, and then the
  /// version that is replaced.
  func values(of record: R, audience: Int64) -> [SQLValue] {
    var cells: [Cell] = []
    cells.reserveCapacity(width)
    record.header.write(to: &cells)
    withUnsafePointer(to: record) { record in
      places.forEach { $0.write(record, to: &cells) }
    }
    var values: [SQLValue] = [.integer(record.header.number)]
    values.reserveCapacity(cells.count + 2)
    for cell in cells { values.append(cell.sqlValue) }
    values.append(.integer(audience))
    return values
  }
}

extension Columns: CellSource {
  package func isNull(cell index: Int) -> Bool { isNull(index) }
  package func integer(cell index: Int) -> Int64 { int64(index) }
  package func text(cell index: Int) -> String { string(index) }
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
