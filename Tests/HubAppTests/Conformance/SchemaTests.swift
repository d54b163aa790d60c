import Foundation
import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

/// The tables and the field lists say the same.
@Suite struct SchemaTests {
  struct Column: Hashable {
    var name: String
    var type: String
    var isRequired: Bool
  }

  @Test(arguments: RecordType.allCases)
  func `a table has the columns of its fields`(type: RecordType) throws {
    try columns(of: type.subject)
  }

  private func columns<R: Stored>(of type: R.Type) throws {
    let hub = try TestHub().hub
    let found = try hub.read(as: .founder) { reading in
      try reading.connection.query(
        "SELECT name, type, \"notnull\" OR pk FROM pragma_table_info(\(R.type.table))"
      ) { Column(name: $0.string(0), type: $0.string(1), isRequired: $0.int64(2) != 0) }
    }
    var expected = [
      Column(name: "number", type: "INTEGER", isRequired: true),
      Column(name: "network", type: "INTEGER", isRequired: true),
      Column(name: "state", type: "TEXT", isRequired: true),
      Column(name: "visibility", type: "TEXT", isRequired: true),
      Column(name: "shared_with", type: "TEXT", isRequired: true),
      Column(name: "illustrative", type: "INTEGER", isRequired: true),
      Column(name: "created", type: "INTEGER", isRequired: true),
      Column(name: "modified", type: "INTEGER", isRequired: true),
      Column(name: "version", type: "INTEGER", isRequired: true),
      Column(name: "author", type: "INTEGER", isRequired: false),
      Column(name: "audience", type: "INTEGER", isRequired: true),
    ]
    for field in R.fields {
      for (index, name) in field.columns.enumerated() {
        expected.append(
          Column(
            name: name, type: field.kind.isInteger(column: index) ? "INTEGER" : "TEXT",
            isRequired: !field.traits.contains(.optional) && !name.hasSuffix("_stale")))
      }
    }
    let difference = Set(found).symmetricDifference(expected)
    #expect(difference.isEmpty, "\(difference.sorted { $0.name < $1.name })")
    #expect(found.count == expected.count)
  }

  @Test(arguments: RecordType.allCases)
  func `a table allows the states of the model, and any word of a vocabulary that may grow`(
    type: RecordType
  ) throws {
    try words(of: type.subject)
  }

  private func words<R: Stored>(of type: R.Type) throws {
    let hub = try TestHub().hub
    let text = try hub.read(as: .founder) { reading in
      try reading.connection.first(
        "SELECT sql FROM sqlite_schema WHERE name = \(R.type.table)", { $0.string(0) })
    }
    let sql = try #require(text).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    let states = R.lifeCycle?.states ?? [""]
    #expect(Self.allowed("state", in: sql) == states.sorted())
    #expect(
      Self.allowed("visibility", in: sql) == Visibility.allCases.map(\.rawValue).sorted())
    for field in R.fields {
      switch field.kind {
      case .choice(let words):
        let isClosed =
          Set(words).isSubset(of: Visibility.allCases.map(\.rawValue))
          || Set(words) == Set(Language.allCases.map(\.rawValue))
        let allowed = Self.allowed(field.columns[0], in: sql)
        #expect(allowed == (isClosed ? words.sorted() : nil), "\(field.name)")
      case .flag: #expect(Self.allowed(field.columns[0], in: sql) == ["0", "1"])
      case .localized: #expect(Self.allowed(field.columns[2], in: sql) == ["en", "fr"])
      case .anyReference: #expect(Self.allowed(field.columns[0], in: sql) == nil)
      default: break
      }
    }
  }

  /// The words of `CHECK (column IN ('a', 'b'))` or `CHECK (column = 'a')`, sorted.
  static func allowed(_ column: String, in sql: String) -> [String]? {
    for (opening, closing) in [("CHECK (\(column) IN (", ")"), ("CHECK (\(column) = ", ")")] {
      guard let start = sql.range(of: opening)?.upperBound,
        let end = sql.range(of: closing, range: start..<sql.endIndex)?.lowerBound
      else { continue }
      return sql[start..<end].split(separator: ",").map {
        String($0.drop { $0 == " " }.filter { $0 != "'" })
      }.sorted()
    }
    return nil
  }

  @Test func `every kind of record is registered once`() {
    #expect(Set(Subjects.all.map { $0.type }) == Set(RecordType.allCases))
    #expect(Subjects.all.count == RecordType.allCases.count)
    #expect(Kinds.all.map { $0.type } == RecordType.allCases)
    #expect(Set(RecordType.allCases.map(\.path)).count == RecordType.allCases.count)
    #expect(Set(RecordType.allCases.map(\.prefix)).count == RecordType.allCases.count)
  }
}
