import HubHTTP
import Testing

@Suite("Parts of a file")
struct ByteRangeTests {
  @Test(
    "Of ten bytes those are given that are asked for",
    arguments: [
      (nil, .whole), ("bytes=0-0", .part(0..<1)), ("bytes=2-4", .part(2..<5)),
      ("bytes=5-", .part(5..<10)), ("bytes=-3", .part(7..<10)), ("bytes=-30", .part(0..<10)),
      ("bytes=8-99", .part(8..<10)), ("BYTES=1-2", .part(1..<3)), ("bytes=10-", .none),
      ("bytes=10-12", .none), ("bytes=-0", .none), ("bytes=4-2", .whole), ("bytes=-", .whole),
      ("bytes=", .whole), ("bytes=a-b", .whole), ("bytes=0-1,3-4", .whole), ("lines=0-1", .whole),
      ("bytes=99999999999999999999-", .none), ("bytes=0-99999999999999999999", .part(0..<10)),
      ("bytes=-99999999999999999999", .part(0..<10)), ("bytes=+1-2", .whole),
    ] as [(String?, ByteRange)])
  func range(text: String?, range: ByteRange) {
    #expect(ByteRange(parsing: text, of: 10) == range)
  }

  @Test("A moment is written as header fields have it")
  func date() {
    #expect(HTTPDate.text(milliseconds: 784_111_777_000) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(HTTPDate.text(milliseconds: 999) == "Thu, 01 Jan 1970 00:00:00 GMT")
  }

  @Test(
    "A name goes to the other end as it is",
    arguments: ["plan.pdf", "Été à Québec.docx", "a \"b\".txt", "100 %; x=y.csv", "日本.txt"])
  func name(name: String) {
    let value = ContentDisposition.attachment(name)
    #expect(value.hasPrefix("attachment; filename=\""))
    #expect(value.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 })
    #expect(ContentDisposition.name(in: value) == name)
  }

  @Test("What gives no name gives none")
  func noName() {
    #expect(ContentDisposition.name(in: "attachment; filename=\"x\"") == nil)
    #expect(ContentDisposition.name(in: "attachment; filename*=UTF-8''%FF") == nil)
  }
}
