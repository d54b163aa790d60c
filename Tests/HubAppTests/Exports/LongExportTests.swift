import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Exports that are too long to be answered whole.
@Suite struct LongExportTests {
  static let forms = ["html", "markdown", "json"].flatMap { format in
    ["en", "fr", "both"].map { (format, $0) }
  }

  private let story: ExportStory
  private let meeting: ID<Meeting>

  init() throws {
    story = try ExportStory(in: TestHub(now: "2019-03-01T16:00:00Z"), until: .planned)
    meeting = try LongMeeting.plan(in: story.test.hub, as: "amara")
  }

  private func export(_ language: String, _ format: String, as handle: String? = "amara")
    -> Response
  {
    story.export("digest", of: meeting, language, format, as: handle)
  }

  /// What writes the answer in pieces, where it is so written.
  private func stream(_ response: Response) throws -> (([UInt8]) throws -> Void) throws -> Void {
    guard case .stream(let produce) = response.body else { throw Whole() }
    return produce
  }

  private struct Whole: Error {}
  private struct Gone: Error {}

  @Test(arguments: forms)
  func `are written in pieces`(
    format: String, language: String
  ) throws {
    let answer = export(language, format)
    #expect(answer.status == 200)
    #expect(answer.headers["Content-Disposition"]?.contains("M-2-digest-\(language).") == true)
    #expect(answer.headers["ETag"] == nil)
    var pieces: [[UInt8]] = []
    let produce = try stream(answer)
    try produce { pieces.append($0) }
    let whole = pieces.flatMap(\.self)
    #expect(whole.count > Export.longest)
    // A block is never taken apart: the text of one item in all its languages.
    #expect(pieces.allSatisfy { !$0.isEmpty && $0.count < Export.piece + 64_000 })
    #expect(pieces.count > 5)
    #expect(try whole == export(language, format).collected())
    let text = String(decoding: whole, as: UTF8.self)
    #expect(text.contains("farm 40") || text.contains("ferme 40"))
  }

  @Test func `a short one has a length, and JSON a tag to ask after it by`() throws {
    for format in ["html", "markdown", "json"] {
      let short = story.export("digest", "both", format, as: "amara")
      guard case .bytes = short.body else { throw Whole() }
      #expect((short.headers["ETag"] != nil) == (format == "json"))
    }
  }

  @Test func `say what was so when they were asked for, and hold up no writer`() throws {
    let before = try export("both", "json").collected()
    let answer = export("both", "json")
    var written: [UInt8] = []
    let produce = try stream(answer)
    try produce { piece in
      // The only connection of a hub in memory: it could not, if the export were still reading.
      if written.isEmpty {
        let item = ID<AgendaItem>(45)
        _ = try story.test.hub.write(as: .person("amara")) { writing in
          try writing.edit(item) { $0.title = ExportStory.both("Changed", "Changé") }
        }
      }
      written += piece
    }
    #expect(written == before)
    #expect(try export("both", "json").collected() != before)
  }

  @Test(arguments: ["html", "markdown", "json"])
  func `end where nobody reads on, and say so`(format: String) throws {
    var count = 0
    let produce = try stream(export("both", format))
    #expect(throws: Gone.self) {
      try produce { _ in
        count += 1
        if count == 3 { throw Gone() }
      }
    }
    #expect(count == 3)
  }

  @Test(arguments: ["html", "markdown", "json"])
  func `come compressed with the same bytes in them`(format: String) throws {
    let plain = try export("both", format).collected()
    let short = export("both", format).gzipped
    #expect(short.headers["Content-Encoding"] == "gzip")
    _ = try stream(short)
    #expect(try Gunzip.expand(short.collected()) == plain)
  }

  @Test func `are refused before anything is written`() throws {
    let hidden = export("both", "json", as: nil)
    #expect(hidden.status == 404)
    #expect(try hidden.json["code"] == "notFound")
    let malformed = story.test.send(
      .get, "/exports/digest", as: "amara",
      query: ["meeting": meeting.description, "format": "pdf"])
    #expect(malformed.status == 400)
    guard case .bytes = malformed.body else { throw Whole() }
  }
}
