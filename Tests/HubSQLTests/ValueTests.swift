import HubSQL
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    SQLValue.null, .integer(0), .integer(.min), .integer(.max), .real(0.1), .real(-.infinity),
    .real(.leastNonzeroMagnitude), .text(""), .text("short"), .text("Ÿ🇨🇭 e\u{301}"),
    .text("before\0after"), .text(String(repeating: "long ", count: 5000)), .blob([]),
    .blob([0, 255, 0]), .blob([UInt8](repeating: 9, count: 100_000)),
  ])
  func `a value comes back as it was stored`(value: SQLValue) throws {
    let connection = try Connection(path: ":memory:")
    try connection.execute("CREATE TABLE thing (value ANY) STRICT")
    try connection.execute("INSERT INTO thing (value) VALUES (\(value))")
    #expect(try connection.first("SELECT value FROM thing") { $0.value(0) } == value)
  }

  @Test func `NULL reads as nothing, and as nil where asked`() throws {
    let connection = try Connection(path: ":memory:")
    try connection.forEach("SELECT NULL") { row in
      let isNull = row.isNull(0)
      #expect(isNull)
      #expect(row.int(0) == 0)
      #expect(row.string(0) == "")
      #expect(row.bytes(0) == [])
      #expect(row.optionalInt64(0) == nil)
      #expect(row.optionalString(0) == nil)
      #expect(row.optionalBytes(0) == nil)
      return true
    }
  }

  @Test func `an empty text is not NULL`() throws {
    let connection = try Connection(path: ":memory:")
    try connection.forEach("SELECT \(""), \([UInt8]())") { row in
      #expect(row.optionalString(0) == "")
      #expect(row.optionalBytes(1) == [])
      #expect(row.columnCount == 2)
      return true
    }
  }

  @Test func `the bytes of a text are lent without a copy`() throws {
    let connection = try Connection(path: ":memory:")
    let sum = try connection.first("SELECT \("añ\0")") { row in
      row.withUTF8(0) { Array($0) }
    }
    #expect(sum == Array("añ\0".utf8))
  }

  @Test func `bytes that are not UTF-8 are repaired`() throws {
    let connection = try Connection(path: ":memory:")
    let text = try connection.first("SELECT CAST(x'61FF62' AS TEXT)") { $0.string(0) }
    #expect(text == "a\u{FFFD}b")
  }

  @Test func `NaN is refused instead of becoming NULL`() throws {
    let connection = try Connection(path: ":memory:")
    let error = #expect(throws: SQLError.self) {
      try connection.execute("SELECT ?", [.real(.nan)])
    }
    #expect(error?.message == "NaN cannot be stored")
  }

  @Test(arguments: [[], [.null, .null]] as [[SQLValue]])
  func `the number of values must be the number of parameters`(values: [SQLValue]) throws {
    let connection = try Connection(path: ":memory:")
    #expect(throws: SQLError.self) { try connection.execute("SELECT ?", values) }
  }

  @Test(arguments: ["", " -- nothing", "SELECT 1; SELECT 2", "SELECT 1\0; DROP"])
  func `a text that is not one statement is refused`(text: String) throws {
    let connection = try Connection(path: ":memory:")
    #expect(throws: SQLError.self) { try connection.execute(text, []) }
  }

  @Test func `a semicolon at the end is no second statement`() throws {
    let connection = try Connection(path: ":memory:")
    #expect(throws: Never.self) { try connection.execute("SELECT 1;\n; ") }
  }
}
