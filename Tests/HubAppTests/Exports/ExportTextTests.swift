import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

@Suite struct ExportTextTests {
  @Test func `a text in one language is shown with a note in the reader's language`() throws {
    let story = try ExportStory()
    let french = try story.export("digest", "fr", as: "luc").text
    #expect(french.contains("<span lang=\"en\">Share the photos</span>"))
    #expect(french.contains("<small class=\"note\">en anglais seulement</small>"))
    let english = try story.export("digest", "en", as: "luc").text
    #expect(!english.contains("only</small>"))
    let both = try story.export("digest", "both", "markdown", as: "luc").text
    #expect(both.contains("Share the photos\n\n*(en anglais seulement)*"))
  }

  @Test func `a translation that fell behind is marked`() throws {
    let story = try ExportStory()
    #expect(try story.export("digest", "fr", as: "luc").text.contains("traduction à mettre à jour"))
    #expect(try !story.export("digest", "en", as: "luc").text.contains("not up to date"))
  }

  static let hostile = "<script>alert(1)</script> & \"R-1\" </style>"

  @Test(arguments: ["en", "fr", "both"])
  func `hostile text stays text`(language: String) throws {
    let story = try ExportStory()
    _ = try story.test.hub.write(as: .person("amara")) { writing in
      try writing.edit(ExportStory.digest, on: .erratum) {
        $0.title = LocalizedText(en: Self.hostile, fr: Self.hostile)
        $0.objectives = LocalizedText(
          en: "# Big\n\n\(Self.hostile)\n\n![spy](https://evil.example/p.png)", fr: Self.hostile)
      }
    }
    let page = try story.export("digest", language, as: "amara").text
    #expect(!page.contains("<script") && !page.contains("<img"))
    #expect(page.split(separator: "</style>").count == 2)
    #expect(!page.contains("evil.example"))
    let markdown = try story.export("digest", language, "markdown", as: "amara").text
    #expect(!markdown.replacing("\\<", with: "").contains("<script"))
  }

  @Test func `headings in a text stand below those of the document`() {
    let links = ReferenceLinks([Reference(.recommendation, 7)], headingsBelow: 2)
    let html = links.html(in: Markdown.html("# One\n\nSee R-7, `R-7` and R-8.")).text
    #expect(html.contains("<h3>One</h3>"))
    #expect(html.contains("See <a class=\"ref\" href=\"#R-7\">R-7</a>, <code>R-7</code> and R-8."))
    #expect(MarkdownProse.safe("# One\n`<b>`<b>", headingsBelow: 2) == "### One\n`<b>`\\<b>")
  }

  @Test(arguments: ["digest", "highlights"], ["html", "markdown", "json"])
  func `a meeting of which nothing is known yet makes a whole document`(
    kind: String, format: String
  ) throws {
    let test = try TestHub(now: "2019-03-01T16:00:00Z")
    let story = try ExportStory(in: test, until: .planned)
    let meeting = try test.hub.write(as: .person("amara")) { writing in
      var meeting = Meeting()
      meeting.body = ID(1)
      meeting.title = LocalizedText(en: "Autumn meeting", fr: "Réunion d’automne")
      meeting.startsAt = Moment("2019-10-09T17:00:00Z") ?? writing.now
      meeting.endsAt = meeting.startsAt.adding(minutes: 60)
      return try writing.create(meeting).id
    }
    let text = try story.export(kind, of: meeting, "en", format).text
    #expect(text.contains("Autumn meeting"))
    if format != "json" { #expect(text.contains("recorded here")) }
  }

  static let wrong: [(query: Query, kind: String, pointer: String)] = [
    (["meeting": "M-1"], "diary", "/kind"), (["meeting": "M-1", "lang": "de"], "digest", "/lang"),
    (["meeting": "M-1", "format": "docx"], "digest", "/format"), ([:], "digest", "/meeting"),
    (["meeting": "R-1"], "digest", "/meeting"),
  ]

  @Test(arguments: wrong)
  func `an unknown word is answered with those that are known`(
    query: Query, kind: String, pointer: String
  ) throws {
    let test = try TestHub()
    let answer = test.send(.get, "/exports/\(kind)", query: query)
    #expect(answer.status == 400)
    let fault = try answer.json["errors"]?[0]
    #expect(fault?["pointer"]?.string == pointer)
    if pointer == "/kind" {
      #expect(fault?["detail"]?.string?.contains("digest, minutes, agenda, highlights") == true)
    }
  }
}
