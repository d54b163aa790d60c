import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What the hub keeps of a document comes back as it was sent, in parts or whole.
@Suite struct DocumentContentsTests {
  static let long = (0..<(DocumentContents.piece * 2 + 1000)).map { UInt8(truncatingIfNeeded: $0) }

  @Test(arguments: [Array("A plan.\n".utf8), long])
  func `a file comes back as it was sent`(bytes: [UInt8]) throws {
    let story = try DocumentStory()
    let ref = try story.document()
    #expect(story.get(ref).status == 404)
    let kept = story.put(bytes, to: ref)
    #expect(kept.status == 201)
    #expect(try kept.json["size"]?.integer == Int64(bytes.count))
    let answer = story.get(ref)
    #expect(answer.status == 200)
    #expect(try answer.collected() == bytes)
    for part in [0..<1, 5..<8, bytes.count - 3..<bytes.count] {
      let range = "bytes=\(part.lowerBound)-\(part.upperBound - 1)"
      let some = story.get(ref, ["Range": range])
      #expect(some.status == 206)
      #expect(
        some.headers["Content-Range"]
          == "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(bytes.count)")
      #expect(try some.collected() == Array(bytes[part]))
    }
    #expect(try story.test.hub.verify().isSound)
  }

  @Test func `a part over several pieces is whole, and one behind the end is none`() throws {
    let story = try DocumentStory()
    let ref = try story.document()
    story.put(Self.long, to: ref)
    let part = DocumentContents.piece - 7..<DocumentContents.piece * 2 + 9
    let range = "bytes=\(part.lowerBound)-\(part.upperBound - 1)"
    #expect(try story.get(ref, ["Range": range]).collected() == Array(Self.long[part]))
    let none = story.get(ref, ["Range": "bytes=\(Self.long.count)-"])
    #expect(none.status == 416)
    #expect(none.headers["Content-Range"] == "bytes */\(Self.long.count)")
    #expect(try none.json["code"] == "rangeNotSatisfiable")
  }

  @Test func `a later edition says which one it follows, and the earlier stays`() throws {
    let story = try DocumentStory()
    let ref = try story.document()
    story.put(Array("one".utf8), to: ref)
    let tag = try #require(story.get(ref).headers["ETag"])
    #expect(story.put(Array("two".utf8), to: ref).status == 428)
    #expect(story.put(Array("two".utf8), to: ref, after: 2).status == 412)
    #expect(story.put(Array("two".utf8), to: ref, after: 1).status == 200)
    #expect(story.put(Array("three".utf8), to: ref, after: 1).status == 412)
    #expect(try story.get(ref).collected() == Array("two".utf8))
    #expect(try story.get(ref, edition: 1).collected() == Array("one".utf8))
    #expect(story.get(ref, edition: 3).status == 404)
    #expect(story.get(ref, edition: 0).status == 400)
    #expect(story.get(ref, ["If-None-Match": tag]).status == 200)
    #expect(story.get(ref, edition: 1, ["If-None-Match": tag]).status == 304)
    // One half of a file of another edition would fit none.
    let half: Headers = ["Range": "bytes=0-0", "If-Range": tag]
    #expect(story.get(ref, half).status == 200)
    #expect(story.get(ref, edition: 1, half).status == 206)
    let editions = try story.test.send(.get, "/documents/\(ref)/editions", as: "facilitator").json
    #expect(editions["items"]?.array?.map { $0["size"]?.integer } == [3, 3])
    #expect(try story.test.hub.verify().isSound)
  }

  @Test func `what is kept already changes nothing`() throws {
    let story = try DocumentStory()
    let ref = try story.document()
    let first = try story.put(Array("one".utf8), to: ref).json
    let again = try story.put(Array("one".utf8), to: ref, after: 1).json
    #expect(first["version"] == again["version"])
  }

  @Test func `whoever sends with a tag replaces what it is of, and nothing that came since`() throws
  {
    let story = try DocumentStory()
    let ref = try story.document()
    func put(_ text: String, _ condition: String?) -> Response {
      var request = Request(
        .put, "/api/v1/documents/\(ref)/contents", query: ["fileName": "plan.txt"],
        headers: condition.map { ["If-Match": $0] } ?? [:], body: Array(text.utf8), id: "test")
      request.principal = "facilitator"
      return story.test.api.respond(to: request)
    }
    // There is nothing yet that a condition could be of.
    for condition in ["*", "\"0\"", "\"1\""] { #expect(put("one", condition).status == 412) }
    let first = put("one", nil)
    let tag = try #require(first.headers["ETag"])
    #expect(tag == story.get(ref).headers["ETag"])
    let record = try #require(
      story.test.send(.get, "/documents/\(ref)", as: "facilitator").headers["ETag"])
    #expect(record != tag)
    // The answer was lost, and the same is sent again.
    #expect(put("one", nil).status == 200)
    #expect(put("one", "\"1\"").headers["ETag"] == tag)
    #expect(put("two", record).status == 412)
    #expect(put("two", "\"1\"").status == 200)
    #expect(put("three", tag).status == 412)
    #expect(try story.get(ref).collected() == Array("two".utf8))
    let newest = try #require(story.get(ref).headers["ETag"])
    #expect(put("three", newest).status == 200)
    var part = Request(
      .put, "/api/v1/documents/\(ref)/contents", query: ["fileName": "plan.txt"],
      headers: ["If-Match": "*", "Content-Range": "bytes 0-0/9"], body: [1], id: "test")
    part.principal = "facilitator"
    #expect(story.test.api.respond(to: part).status == 400)
    #expect(try story.test.api.respond(to: part).json["errors"]?[0]?["code"] == "partOfContents")
  }

  static let kinds: [(bytes: [UInt8], name: String, type: String)] = [
    (Array("%PDF-1.7 …".utf8), "a.txt", "application/pdf"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "a.pdf", "image/png"),
    ([0xFF, 0xD8, 0xFF, 0xE0], "a", "image/jpeg"), (Array("GIF89a".utf8), "a", "image/gif"),
    (zip("[Content_Types].xml", "word/document.xml"), "a.zip", word),
    (zip("[Content_Types].xml", "xl/workbook.xml"), "a.zip", excel),
    (zip("word/x", "y"), "a.docx", "application/zip"),
    (zip("mimetypeapplication/vnd.oasis.opendocument.text", "c"), "a", openText),
    (Array("a;b\nc;d\n".utf8), "a.CSV", "text/csv; charset=utf-8"),
    (Array("<html><script>alert(1)</script>".utf8), "a.html", "text/plain; charset=utf-8"),
    (Array("<svg onload=\"alert(1)\"/>".utf8), "a.svg", "text/plain; charset=utf-8"),
    (Array("\u{FEFF}été\n".utf8), "a.pdf", "text/plain; charset=utf-8"),
    ([0xE9, 0x74, 0xE9], "a.txt", "application/octet-stream"),
    ([0x00], "a.html", "application/octet-stream"), ([0x7F, 0x45, 0x4C, 0x46, 1], "a.pdf", other),
  ]
  static let other = "application/octet-stream"
  static let office = "application/vnd.openxmlformats-officedocument."
  static let word = office + "wordprocessingml.document"
  static let excel = office + "spreadsheetml.sheet"
  static let openText = "application/vnd.oasis.opendocument.text"

  /// What an archive begins with that holds such names.
  private static func zip(_ names: String...) -> [UInt8] {
    names.flatMap { [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26) + Array($0.utf8) }
  }

  @Test(arguments: kinds)
  func `what it is stands in its bytes, and no browser runs it`(
    bytes: [UInt8], name: String, type: String
  ) throws {
    let story = try DocumentStory()
    let ref = try story.document()
    #expect(story.put(bytes, to: ref, called: name).status == 201)
    let answer = story.get(ref)
    #expect(answer.headers["Content-Type"] == type)
    #expect(answer.headers["Content-Disposition"]?.hasPrefix("attachment;") == true)
    #expect(answer.headers["Content-Security-Policy"]?.contains("sandbox") == true)
    #expect(Operations.fields["X-Content-Type-Options"] == "nosniff")
    #expect(!answer.isGzippable)
  }

  @Test(arguments: [
    ("/etc/passwd", "passwd"), ("C:\\Users\\rosa\\plan.docx", "plan.docx"),
    ("../../x.pdf", "x.pdf"),
    ("a\u{202E}fdp.exe", "afdp.exe"), ("a\u{0}\nb.txt", "ab.txt"), ("..hidden", "hidden"),
    ("  Été 2025.pdf. ", "Été 2025.pdf"), ("-rf", "rf"), ("a<b>:c?.txt", "abc.txt"),
    (String(repeating: "é", count: 400) + ".pdf", String(repeating: "é", count: 146) + ".pdf"),
    ("/", nil), ("..", nil), ("\u{200B}", nil), (" ", nil),
  ])
  func `a name leads nowhere and drives nothing`(given: String, clean: String?) throws {
    #expect(FileName.clean(given) == clean)
  }

  @Test func `nothing, too much and what has no name are refused`() throws {
    let story = try DocumentStory()
    let ref = try story.document()
    let empty = story.put([], to: ref)
    #expect(empty.status == 422)
    #expect(try empty.json["errors"]?[0]?["code"] == "documentIsEmpty")
    for name in [nil, "", "..", "\u{202E}"] {
      let nameless = story.put([1], to: ref, called: name)
      #expect(nameless.status == 422)
      #expect(try nameless.json["errors"]?[0]?["code"] == "fileNameMissing")
    }
    let large = [UInt8](repeating: 0, count: Document.mostBytes + 1)
    #expect(story.put(large, to: ref).status == 413)
    #expect(story.put(Array(large.dropLast()), to: ref).status == 201)
  }

  @Test func `a link takes no file, and a file no link`() throws {
    let story = try DocumentStory()
    let link = try story.document([("link", "https://example.org/report")])
    #expect(try story.put([1], to: link).json["code"] == "documentIsLink")
    let file = try story.document()
    story.put([1], to: file)
    let answer = story.test.send(
      .patch, "/documents/\(file)", ["link": "https://example.org"], as: "facilitator")
    #expect(try answer.json["errors"]?[0]?["code"] == "documentHasContents")
  }

  @Test(arguments: [
    "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.example", "report",
    "https://", "https:// x", "//example.org", " https://example.org", "http:example.org",
  ])
  func `a link is an address of the Web`(link: String) throws {
    let story = try DocumentStory()
    let answer = story.test.send(
      .post, "/documents",
      [
        "subject": .string(story.meeting), "title": ["en": "Plan", "fr": "Plan"],
        "link": .string(link),
      ], as: "facilitator")
    #expect(answer.status == 422)
    #expect(try answer.json["errors"]?[0]?["code"] == "unreadableLink")
  }
}
