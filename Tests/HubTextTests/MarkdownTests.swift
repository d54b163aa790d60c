import HubText
import Testing

@Suite("Markdown")
struct MarkdownTests {
  @Test(
    "Marks become markup",
    arguments: [
      ("a *b* **c**", "<p>a <em>b</em> <strong>c</strong></p>\n"),
      ("# T", "<h1>T</h1>\n"),
      ("~~x~~", "<p><del>x</del></p>\n"),
      ("www.example.ca", "<p><a href=\"http://www.example.ca\">www.example.ca</a></p>\n"),
      ("é & <", "<p>é &amp; &lt;</p>\n"),
      ("", ""),
    ])
  func renders(text: String, markup: String) {
    #expect(Markdown.html(text).text == markup)
  }

  @Test("Tables and task lists are read")
  func extensions() {
    #expect(Markdown.html("|a|b|\n|-|-:|\n|1|2|").text.contains("<td align=\"right\">2</td>"))
    #expect(Markdown.html("- [x] done").text.contains("type=\"checkbox\" checked=\"\""))
  }

  @Test(
    "Nothing that could run or load is let through",
    arguments: [
      "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b",
      "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))",
      "<javascript:alert(1)>", "![x](javascript:alert(1))", "[x](vbscript:x)",
      "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](file:///etc/passwd)",
      "<div onclick=\"alert(1)\">x</div>", "[x][1]\n\n[1]: javascript:alert(1)",
      "<a href=\"javascript:alert(1)\">x</a>", "[x](java\nscript:alert(1))", "<iframe src=x>",
      "|a|\n|-|\n|<script>x</script>|", "[x](http://a \"onmouseover='alert(1)\")",
    ])
  func isSafe(text: String) {
    let markup = Markdown.html(text).text.lowercased()
    for bad in [
      "<script", "<img src=x", "<iframe", "<div", "=\"javascript:", "=\"vbscript:",
      "=\"data:text", "=\"file:", " onclick=\"", " onmouseover='",
    ] {
      #expect(!markup.contains(bad))
    }
  }

  @Test(
    "Plain text is what is said, on one line",
    arguments: [
      ("# Title\n\nA *b* `c`\nd", "Title A b c d"), ("- one\n- two", "one two"),
      ("[text](http://x.ca)", "text"), ("|a|b|\n|-|-|\n|1|2|", "a b 1 2"),
      ("<b>x</b> &amp; y", "x & y"), ("```\na\nb\n```", "a b"), ("a  \nb", "a b"),
      ("un*believ*able", "unbelievable"), ("", ""),
    ])
  func plain(text: String, plain: String) {
    #expect(Markdown.plain(text) == plain)
  }

  /// Each would be minutes of work, or gigabytes, for the library.
  static let hostile: [String] = [
    repeated("|", 4000) + "\n" + repeated("|-", 4000) + "|\n" + repeated("a\n", 4000),
    repeated("|a", 50) + "|\n" + repeated("|-", 50) + "|\n" + repeated("a\n", 4000),
    repeated("[", 50_000), repeated("[a](", 40_000), repeated("![[]()", 30_000),
    repeated("a<!A ", 40_000), repeated("a@", 100_000), repeated("a**b", 50_000),
    repeated("www.", 50_000), repeated("> ", 1000) + "a" + repeated("\n>", 50_000),
    repeated("- ", 20) + "a" + repeated("\n", 200_000),
    (0..<90).map { repeated(" ", 2 * $0) + "- a\n" }.joined() + repeated("\n", 100_000),
    "[a]: " + repeated("u", 50_000) + "\n\n" + repeated("[a] ", 50_000),
    repeated("word ", 60_000),
  ]

  private static func repeated(_ piece: String, _ count: Int) -> String {
    String(repeating: piece, count: count)
  }

  @Test("What would be endless work is shown as it was typed", arguments: hostile)
  func showsWhatItDoesNotRead(text: String) {
    let typed = text + "\n\nthe *end* <b>"
    let html = Markdown.html(typed).text
    #expect(html.hasPrefix("<p>") && html.hasSuffix("<p>the *end* &lt;b&gt;</p>\n"))
    let letters = { (text: String) in text.utf8.filter { $0 > 0x20 } }
    #expect(letters(Markdown.plain(typed)) == letters(typed))
  }

  @Test(
    "What people write is far within the bounds",
    arguments: [
      String(repeating: "Some *prose*, [a link](http://x.ca) and `code`.\n\n", count: 3000),
      String(repeating: "- [a](b) *c* `d` www.a.b\n  - more\n    1. and more\n", count: 1000),
      "|a|b|c|\n|-|-|-|\n" + String(repeating: "|one|two|*three*|\n", count: 1000),
      String(repeating: "> quoted\n> > twice\n\n", count: 2000),
      String(repeating: "Ein Satz, der lang ist, und noch einer: so geht es fort. ", count: 3000),
    ])
  func readsLongTexts(text: String) {
    #expect(Markdown.html(text + "\n\n**end**").text.hasSuffix("<p><strong>end</strong></p>\n"))
  }

  @Test(
    "Escaped text says the same and has no marks",
    arguments: [
      "a*b*c", "# no title", "- no item", "+ no", "1. no", "12) no", "a_b_c _x_", "snake_case",
      "[x](y)", "![x](y)", "<b>", "&amp;", "&#65;", "AT&T & co", "`x`", "~~x~~", "\\*", "a|b",
      "> quote", "= x", "---", ":-:", "a\n---", "a\n===", "a | b\n- | -", "***", "1.5 x", "é_é",
      "x\n# y", "a\n:-:", "2026-12-03", "~~~", "```", "<a@x>", "a\\", "\\", "* * *",
      "1986. x", "a\n2. b", "$5 (five)!",
    ])
  func escapes(text: String) {
    let lines = text.split(separator: "\n").joined(separator: " ")
    let escaped = Markdown.escape(text)
    #expect(Markdown.plain(escaped) == lines)
    let markup = Markdown.html(escaped).text
    #expect(markup.hasPrefix("<p>"))
    #expect(markup.split(separator: "<").count == 2)
  }

  @Test("Indented text does not become code")
  func escapesIndent() {
    #expect(!Markdown.html(Markdown.escape("    x")).text.contains("<code>"))
    #expect(!Markdown.html(Markdown.escape("\tx")).text.contains("<code>"))
  }

  @Test("Random punctuation, once escaped, is one paragraph of the same text")
  func escapesAnything() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("ab1 .*_-+#=>[]()!`~|:&;<\\\"'")
    for _ in 0..<2000 {
      let length = Int.random(in: 1...12, using: &random)
      let text =
        "x" + String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "a" })
      #expect(Markdown.plain(Markdown.escape(text) + "x") == text + "x")
    }
  }

  @Test("Threads that read at once do not disturb each other")
  func isThreadSafe() async {
    let text = "~~x~~ www.example.ca\n\n|a|b|\n|-|-|\n|1|2|\n\n- [x] done"
    let expected = Markdown.html(text)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<500).allSatisfy { _ in Markdown.html(text) == expected } }
      }
      for await same in group { #expect(same) }
    }
  }
}
