import HubText
import Testing

@Suite("HTML literals")
struct HTMLTests {
  @Test(
    "Text in a literal is escaped",
    arguments: [
      ("", ""), ("plain é", "plain é"), ("<script>", "&lt;script&gt;"),
      ("a & b", "a &amp; b"), ("\"'", "&quot;&#39;"), ("&amp;", "&amp;amp;"),
      ("<", "&lt;"), ("é<é", "é&lt;é"),
    ])
  func escapes(text: String, markup: String) {
    #expect(
      ("<p title=\"\(text)\">\(text[...])</p>" as HTML).text
        == "<p title=\"\(markup)\">\(markup)</p>")
    #expect(HTML(text: text).text == markup)
  }

  @Test("Markup in a literal is spliced as it is")
  func splices() {
    let bold: HTML = "<b>\("<")</b>"
    let none: HTML? = nil
    #expect(
      ("<p>\(bold)\(none)\([bold, "<br>"])</p>" as HTML).text
        == "<p><b>&lt;</b><b>&lt;</b><br></p>")
    #expect(HTML(raw: "<i>").text == "<i>")
  }

  @Test("Numbers and other described values are escaped text")
  func describes() {
    struct Name: CustomStringConvertible { let description = "<x>" }
    #expect(("\(3) \(Int64(-4)) \(Name())" as HTML).text == "3 -4 &lt;x&gt;")
  }

  @Test("Pieces are joined and added")
  func joins() {
    let pieces: [HTML] = ["<a>", "<b>", "<c>"]
    #expect(pieces.joined().text == "<a><b><c>")
    #expect(pieces.joined(separator: ", ").text == "<a>, <b>, <c>")
    #expect([HTML]().joined(separator: ",").isEmpty)
    var sum: HTML = "<a>"
    sum += "<b>"
    #expect((sum + "<c>").text == "<a><b><c>")
  }
}
