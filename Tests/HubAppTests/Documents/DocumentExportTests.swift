import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Documents stand among the papers of what they are kept with.
@Suite struct DocumentExportTests {
  private func export(
    _ story: DocumentStory, _ kind: String, _ format: String, as handle: String? = "facilitator"
  ) throws -> String {
    let answer = story.test.send(
      .get, "/exports/\(kind)", as: handle,
      query: [
        "meeting": story.meeting, "format": format, "lang": "en",
      ])
    #expect(answer.status == 200)
    return String(decoding: try answer.collected(), as: UTF8.self)
  }

  @Test(arguments: ["digest", "minutes", "agenda", "highlights"])
  func `papers have their title, language and size, and a link is one`(kind: String) throws {
    let story = try DocumentStory()
    let file = try story.document([("languages", ["fr"])])
    story.put([UInt8](repeating: 0x41, count: 2048), to: file)
    let link = try story.document(
      with: story.item, [("link", "https://example.org/a?b=<c>&d=\"e\"")])
    let text = try export(story, kind, "markdown")
    #expect(text.contains("\(file) Plan (French, 2 KiB)"))
    let html = try export(story, kind, "html")
    #expect(html.contains("French, 2 KiB"))
    // What the highlights say of an item is its theme.
    #expect(text.contains("\(link) Plan <https://example.org/a?b=%3Cc%3E&d=\"e\">"))
    #expect(html.contains("href=\"https://example.org/a?b=&lt;c&gt;&amp;d=&quot;e&quot;\""))
    let json = try JSON(parsing: Array(try export(story, kind, "json").utf8))
    let papers = json["meeting"]?["documents"]?.array ?? []
    #expect(papers.map { $0["size"]?.integer } == [2048])
  }

  @Test func `what somebody may not see is in no export of theirs`() throws {
    let story = try DocumentStory(visibility: "public")
    let hidden = try story.document([("visibility", "inCamera")])
    #expect(try export(story, "digest", "markdown").contains(hidden))
    #expect(try !export(story, "digest", "markdown", as: nil).contains(hidden))
  }

  @Test func `an agenda file names a document among its papers`() throws {
    let story = try DocumentStory()
    let ref = try story.document()
    let file = story.test.send(.get, "/meetings/\(story.meeting)/agenda-file", as: "facilitator")
    var text = String(decoding: try file.collected(), as: UTF8.self)
    text = text.replacing("- Item: \(story.item)", with: "- Item: \(story.item)\n- Papers: \(ref)")
    #expect(text.contains("Papers: \(ref)"), "\(text)")
    var request = Request(
      .post, "/api/v1/agenda-files", headers: ["Content-Type": "text/markdown"],
      body: Array(text.utf8), id: "test")
    request.principal = "facilitator"
    let answer = story.test.api.respond(to: request)
    #expect(answer.status == 200)
    let again = story.test.send(.get, "/meetings/\(story.meeting)/agenda-file", as: "facilitator")
    #expect(String(decoding: try again.collected(), as: UTF8.self).contains("Papers: \(ref)"))
  }
}
