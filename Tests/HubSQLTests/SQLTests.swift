import HubSQL
import Testing

@Suite struct SQLTests {
  @Test func `an interpolated value is bound and never spliced`() {
    let name = "'; DROP TABLE person; --"
    let sql: SQL = "SELECT id FROM person WHERE name = \(name) AND age > \(30)"
    #expect(sql.text == "SELECT id FROM person WHERE name = ? AND age > ?")
    #expect(sql.bindings == [.text(name), .integer(30)])
  }

  @Test func `a string literal in an interpolation is a value too`() {
    let sql: SQL = "name = \("Ada")"
    #expect(sql == SQL(raw: "name = ?", bindings: [.text("Ada")]))
  }

  @Test func `every bindable type becomes its storage class`() {
    enum Colour: String, SQLBindable { case red }
    let none: Int? = nil
    let sql: SQL = """
      \(1) \(Int64(2)) \(true) \(2.5) \("a") \("bc".dropFirst()) \([UInt8(7)]) \(none) \
      \(Colour.red) \(SQLValue.real(1))
      """
    #expect(sql.text == "? ? ? ? ? ? ? ? ? ?")
    #expect(
      sql.bindings == [
        .integer(1), .integer(2), .integer(1), .real(2.5), .text("a"), .text("c"), .blob([7]),
        .null, .text("red"), .real(1),
      ])
  }

  @Test func `a piece is spliced with its values in order`() {
    let condition: SQL = "b = \(2)"
    let sql: SQL = "a = \(1) AND \(condition) AND c = \(3) ORDER BY \(raw: "a")"
    #expect(sql.text == "a = ? AND b = ? AND c = ? ORDER BY a")
    #expect(sql.bindings == [.integer(1), .integer(2), .integer(3)])
  }

  @Test(arguments: [
    ([7], "?"), ([1, 2], "?, ?"), ([1, 2, 3], "?, ?, ?, ?"), ([1, 2, 3, 4], "?, ?, ?, ?"),
  ])
  func `lists of similar lengths have the same text`(_ values: [Int], _ marks: String) {
    let sql: SQL = "id IN (\(list: values))"
    #expect(sql.text == "id IN (\(marks))")
    #expect(sql.bindings.starts(with: values.map { .integer(Int64($0)) }))
    #expect(Set(sql.bindings) == Set(values.map { .integer(Int64($0)) }))
  }

  @Test func `nothing is in an empty list`() throws {
    let connection = try Connection.withPeople("Ada")
    let none: [Int] = []
    let found = try connection.query("SELECT id FROM person WHERE id IN (\(list: none))") {
      $0.int(0)
    }
    #expect(found == [])
  }

  @Test func `pieces are added and joined`() {
    let parts: [SQL] = ["a = \(1)", "b = \(2)"]
    let joined = SQL.joined(parts, separator: " AND ")
    #expect(joined == SQL(raw: "a = ? AND b = ?", bindings: [.integer(1), .integer(2)]))
    #expect("WHERE " + joined == "WHERE \(joined)")
    #expect(SQL.joined([], separator: ", ").isEmpty)
  }
}
