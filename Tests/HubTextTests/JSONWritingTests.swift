import HubText
import Testing

@Suite("Writing JSON")
struct JSONWritingTests {
  @Test(
    "A value is written without spaces and reads back the same",
    arguments: [
      (nil, "null"), (true, "true"), (-12, "-12"), (.integer(.min), "-9223372036854775808"),
      (.number("1.50"), "1.50"), ("é \"x\" \\ \u{1}\u{1F}\n\u{7F}😀", ""),
      ([], "[]"), ([:], "{}"), ([[], [:], 1], "[[],{},1]"),
      (["b": 1, "a": ["c": [nil, false]]], #"{"b":1,"a":{"c":[null,false]}}"#),
    ] as [(JSON, String)])
  func writes(value: JSON, text: String) throws {
    if !text.isEmpty { #expect(value.text == text) }
    #expect(try JSON(parsing: value.written()) == value)
    #expect(try JSON(parsing: value.written(pretty: true)) == value)
  }

  @Test("Every ASCII character reads back the same, wherever it stands among eight bytes")
  func escapes() throws {
    for byte in UInt8(0)..<128 {
      for before in 0..<9 {
        let text =
          String(repeating: "é", count: before) + String(Unicode.Scalar(byte)) + "0123456789"
        let value = JSON.string(text)
        #expect(try JSON(parsing: value.written()) == value)
      }
    }
    #expect(JSON.string("\u{0}\u{1F}\u{8}\u{C}").text == #""\u0000\u001f\b\f""#)
  }

  @Test("A pretty document has a member or element on a line, and empty ones on one")
  func pretty() {
    let value: JSON = ["a": [1, ["b": "x"]], "c": [], "d": [:]]
    #expect(
      String(decoding: value.written(pretty: true), as: UTF8.self) == """
        {
          "a": [
            1,
            {
              "b": "x"
            }
          ],
          "c": [],
          "d": {}
        }
        """)
  }

  @Test("A writer puts the commas, around raw parts too")
  func writer() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("items")
    writer.beginArray()
    writer.integer(1)
    writer.raw("[2]")
    writer.raw(Array("{}".utf8))
    writer.value(["x": 1])
    writer.endArray()
    writer.key("next")
    writer.null()
    writer.key("can\"")
    writer.bool(false)
    writer.endObject()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"{"items":[1,[2],{},{"x":1}],"next":null,"can\"":false}"#)
  }

  @Test(
    "A merge patch gives what RFC 7396 says",
    arguments: [
      (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
      (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
      (#"{"a":"b"}"#, #"{"a":null}"#, "{}"),
      (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
      (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
      (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
      (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
      (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
      (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
      (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
      (#"{"a":"foo"}"#, "null", "null"),
      (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
      (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
      ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
      ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
    ])
  func mergePatch(target: String, patch: String, result: String) throws {
    let merged = try JSON(parsing: target).mergePatch(try JSON(parsing: patch))
    #expect(merged.text == result)
  }
}
