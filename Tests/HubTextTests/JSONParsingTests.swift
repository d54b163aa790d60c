import HubText
import Testing

@Suite("Reading JSON")
struct JSONParsingTests {
  @Test(
    "A valid text is read as the value it stands for",
    arguments: [
      ("null", .null),
      (" \t\r\n true ", true),
      ("false", false),
      ("0", 0),
      ("-1", -1),
      ("9223372036854775807", .integer(.max)),
      ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number("9223372036854775808")),
      ("-9223372036854775809", .number("-9223372036854775809")),
      ("-0", .number("-0")),
      ("125000.00", .number("125000.00")),
      ("1E+2", .number("1E+2")),
      ("0e1", .number("0e1")),
      ("\"\"", ""),
      ("\"a/b\\/c\"", "a/b/c"),
      ("\"\\\"\\\\\\b\\f\\n\\r\\t\"", "\"\\\u{8}\u{C}\n\r\t"),
      ("\"\\u00e9\\u20AC\"", "é€"),
      ("\"\\ud83d\\ude00\"", "😀"),
      ("\"\\u0000\"", "\0"),
      ("\"é😀\u{7F}\"", "é😀\u{7F}"),
      ("[]", []),
      ("[ ]", []),
      ("[1,[2,[]],\"x\"]", [1, [2, []], "x"]),
      ("{}", [:]),
      ("{ \"b\" : 1 , \"a\" : null }", ["b": 1, "a": nil]),
      ("{\"\":0}", ["": 0]),
      ("{\"a\":{\"a\":1}}", ["a": ["a": 1]]),
    ] as [(String, JSON)])
  func accepts(text: String, value: JSON) throws {
    #expect(try JSON(parsing: text) == value)
  }

  @Test(
    "A malformed text is refused with the kind of fault and its place",
    arguments: [
      ("", .truncated, 1, 1),
      ("  ", .truncated, 1, 3),
      ("{", .truncated, 1, 2),
      ("[1", .truncated, 1, 3),
      ("\"abc", .truncated, 1, 5),
      ("\"\\u12", .truncated, 1, 6),
      ("-", .truncated, 1, 2),
      ("1.", .truncated, 1, 3),
      ("tru", .truncated, 1, 4),
      ("NaN", .unexpectedCharacter, 1, 1),
      ("Infinity", .unexpectedCharacter, 1, 1),
      ("-Infinity", .invalidNumber, 1, 1),
      ("nul!", .unexpectedCharacter, 1, 4),
      ("True", .unexpectedCharacter, 1, 1),
      ("'a'", .unexpectedCharacter, 1, 1),
      ("[1,]", .unexpectedCharacter, 1, 4),
      ("[,1]", .unexpectedCharacter, 1, 2),
      ("[1 2]", .unexpectedCharacter, 1, 4),
      ("[1}", .unexpectedCharacter, 1, 3),
      ("{\"a\":1,}", .unexpectedCharacter, 1, 8),
      ("{\"a\" 1}", .unexpectedCharacter, 1, 6),
      ("{a:1}", .unexpectedCharacter, 1, 2),
      ("{1:1}", .unexpectedCharacter, 1, 2),
      ("// x\n1", .unexpectedCharacter, 1, 1),
      ("\u{FEFF}1", .unexpectedCharacter, 1, 1),
      ("\u{A0}1", .unexpectedCharacter, 1, 1),
      ("+1", .unexpectedCharacter, 1, 1),
      (".5", .unexpectedCharacter, 1, 1),
      ("01", .invalidNumber, 1, 1),
      ("-01", .invalidNumber, 1, 1),
      ("1.e5", .invalidNumber, 1, 1),
      ("[1e]", .invalidNumber, 1, 2),
      ("\"\\x41\"", .invalidEscape, 1, 2),
      ("\"\\u12G4\"", .invalidEscape, 1, 2),
      ("\"\\ud83d\"", .loneSurrogate, 1, 2),
      ("\"\\ud83d\\u0041\"", .loneSurrogate, 1, 2),
      ("\"\\ude00\"", .loneSurrogate, 1, 2),
      ("\"a\nb\"", .controlCharacter, 1, 3),
      ("\"a\tb\"", .controlCharacter, 1, 3),
      ("1 2", .trailingText, 1, 3),
      ("{}\n{}", .trailingText, 2, 1),
      ("[\n \"é\", x]", .unexpectedCharacter, 2, 7),
    ] as [(String, JSONError.Kind, Int, Int)])
  func refuses(text: String, kind: JSONError.Kind, line: Int, column: Int) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
    #expect(error?.kind == kind)
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test(
    "Bytes that are not UTF-8 are refused",
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0x80, 0x22],
      [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
    ] as [[UInt8]])
  func refusesInvalidUTF8(bytes: [UInt8]) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: bytes) }
    #expect(error?.kind == .invalidUTF8)
    #expect(error?.offset == 1)
  }

  @Test("A name that comes twice is refused by name, in small objects and in large ones")
  func refusesDuplicateKeys() {
    let small = #expect(throws: JSONError.self) { try JSON(parsing: #"{"a":1,"\u0061":2}"#) }
    #expect(small?.kind == .duplicateKey)
    #expect(small?.name == "a")
    #expect(small?.column == 8)
    let members = (0..<100).map { "\"k\($0)\":0" }.joined(separator: ",")
    let large = #expect(throws: JSONError.self) { try JSON(parsing: "{\(members),\"k3\":0}") }
    #expect(large?.name == "k3")
    #expect(throws: Never.self) { try JSON(parsing: "{\(members)}") }
  }

  @Test("No text has more accents on a character than any language, however they are written")
  func boundsMarks() {
    let most = String(repeating: "\u{301}\u{316}", count: 15)
    let escaped = String(repeating: "\\u0301\\u0316", count: 15)
    for (text, isTaken) in [
      ("\"e\(most)\"", true), ("\"e\(most)\u{323}\"", false), ("\"e\(most)a\(most)\"", true),
      ("\"e\(escaped)\"", true), ("\"e\(escaped)\\u0301\"", false),
      ("{\"\(most)\u{5b0}\":1}", false), ("\"\(String(repeating: "🏳️‍🌈नि", count: 99))\"", true),
    ] {
      let kind: JSONError.Kind?
      do throws(JSONError) {
        _ = try JSON(parsing: text)
        kind = nil
      } catch {
        kind = error.kind
      }
      #expect(kind == (isTaken ? nil : .tooManyMarks))
    }
  }

  @Test("Names are the same where their bytes are")
  func comparesNamesAsBytes() throws {
    let value = try JSON(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value["\u{E9}"]?.integer == 1)
    #expect(value["e\u{301}"]?.integer == 2)
    #expect(value.mergePatch(["e\u{301}": nil])["\u{E9}"]?.integer == 1)
  }

  @Test("Nesting is read as deep as allowed and no deeper")
  func boundsDepth() throws {
    let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(throws: Never.self) { try JSON(parsing: deep(64)) }
    let error = #expect(throws: JSONError.self) { try JSON(parsing: deep(65)) }
    #expect(error?.kind == .tooDeep)
    #expect(throws: Never.self) { try JSON(parsing: "[[1],[2],[3]]", maxDepth: 2) }
    #expect(throws: JSONError.self) { try JSON(parsing: String(repeating: "[", count: 1_000_000)) }
  }

  @Test("The accessors answer for their own kind only")
  func accessors() throws {
    let value = try JSON(parsing: #"{"a":[1,"x",true,null,1.5]}"#)
    #expect(value["a"]?[0]?.integer == 1)
    #expect(value["a"]?[1]?.string == "x")
    #expect(value["a"]?[2]?.bool == true)
    #expect(value["a"]?[3]?.isNull == true)
    #expect(value["a"]?[4]?.integer == nil)
    #expect(value["a"]?[5] == nil)
    #expect(value["b"] == nil)
    #expect(value[0] == nil)
    #expect(value.object?.map(\.name) == ["a"])
    #expect(value["a"]?.array?.count == 5)
    #expect(value.string == nil)
  }
}
