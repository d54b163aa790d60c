import HubText
import Testing

@Suite("CSV")
struct CSVTests {
  @Test(
    "A table is read by its separators, quotes and line breaks",
    arguments: [
      ("", []), ("\n\r\n", []), ("a", [["a"]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]), ("a,\n", [["a", ""]]), (",", [["", ""]]),
      ("\"a,b\",\"c\"\"d\"", [["a,b", "c\"d"]]), ("\"x\r\ny\",z\r\n", [["x\r\ny", "z"]]),
      ("\"\"\n", [[""]]), ("\u{FEFF}a,b", [["a", "b"]]), ("\u{FEFF}\"a\",b", [["a", "b"]]),
      (" a , b ", [[" a ", " b "]]), ("é,😀", [["é", "😀"]]), ("a\n\nb", [["a"], ["b"]]),
      ("\"a\"", [["a"]]), ("\"a\",", [["a", ""]]), ("\u{FEFF}", []),
    ] as [(String, [[String]])])
  func reads(text: String, rows: [[String]]) throws {
    #expect(try CSV.rows(Array(text.utf8)).map(\.fields) == rows)
    var reader = CSV.Reader()
    var slow: [[String]] = []
    for byte in text.utf8 { try reader.read([byte]) { slow.append($0.fields) } }
    try reader.finish { slow.append($0.fields) }
    #expect(slow == rows)
  }

  @Test("A row knows the line on which it begins")
  func lines() throws {
    #expect(try CSV.rows(Array("a\n\n\"b\nc\"\nd".utf8)).map(\.line) == [1, 3, 5])
  }

  @Test(
    "A malformed table is refused with the place of the fault",
    arguments: [
      ("a,b\nc,d\"e", .strayQuote, 2, 4), ("\"a\"b", .textAfterQuote, 1, 4),
      ("é,\"a\nb", .unclosedQuote, 1, 3), ("a\rb", .bareCarriageReturn, 1, 3),
      ("a\r", .bareCarriageReturn, 1, 3), ("\"é\né\"x", .textAfterQuote, 2, 3),
    ] as [(String, CSV.SyntaxError.Kind, Int, Int)])
  func refuses(text: String, kind: CSV.SyntaxError.Kind, line: Int, column: Int) {
    let fault = #expect(throws: CSV.SyntaxError.self) { try CSV.rows(Array(text.utf8)) }
    #expect(fault?.kind == kind)
    #expect(fault?.line == line)
    #expect(fault?.column == column)
  }

  @Test("Bytes that are not UTF-8 and rows without end are refused")
  func refusesBytes() {
    let invalid = #expect(throws: CSV.SyntaxError.self) { try CSV.rows([0x61, 0x2C, 0xFF, 0x0A]) }
    #expect(invalid?.kind == .invalidUTF8)
    #expect(invalid?.column == 3)
    var reader = CSV.Reader(maxRowBytes: 10)
    let long = #expect(throws: CSV.SyntaxError.self) {
      for _ in 0..<4 { try reader.read(Array("abc".utf8)) { _ in } }
    }
    #expect(long?.kind == .rowTooLong)
  }

  @Test(
    "What is written reads back the same",
    arguments: [
      [["a", "b"], ["c", ""]], [[""]], [["", ""]], [["\"", "a\"b\"\"", ",", ";"]],
      [["x\ny", "x\r\ny", "\r", "\n"]], [["\u{FEFF}a"]], [[" a", "b ", " "]], [["é", "😀"]],
      [["=1+1", "-5", "@x"]],
    ] as [[[String]]])
  func roundTrips(rows: [[String]]) throws {
    var writer = CSV.Writer()
    for row in rows { writer.row(row) }
    #expect(try CSV.rows(writer.bytes).map(\.fields) == rows)
  }

  @Test("Only what needs quotes has them, and lines end with CRLF")
  func writes() {
    var writer = CSV.Writer()
    writer.row(["a b", "c,d", "e\"f", ""])
    #expect(String(decoding: writer.take(), as: UTF8.self) == "a b,\"c,d\",\"e\"\"f\",\r\n")
    #expect(writer.bytes.isEmpty)
  }

  @Test(
    "Formulas are guarded on request, numbers never",
    arguments: [
      ("=1+1", "'=1+1"), ("@x", "'@x"), ("+A1", "'+A1"), ("-A1", "'-A1"), ("-5.25", "-5.25"),
      ("+33", "+33"), ("-", "'-"), ("a=b", "a=b"), ("=a,b", "\"'=a,b\""),
    ])
  func guardsFormulas(field: String, text: String) {
    var writer = CSV.Writer(guardsFormulas: true)
    writer.row([field, "x"])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text + ",x\r\n")
  }
}
