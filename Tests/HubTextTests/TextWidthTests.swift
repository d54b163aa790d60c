import HubText
import Testing

@Suite("Width on a terminal")
struct TextWidthTests {
  @Test(
    "A text takes as many columns as a terminal shows",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("가", 2), ("😀", 2),
      ("👩‍👩‍👧", 2), ("🇨🇦", 2), ("❤️", 2), ("❤", 1), ("ｆ", 2), ("a\u{200B}b", 2), ("€…–", 3),
      ("\u{7}", 0), ("Œuvre à l’été", 13),
    ])
  func columns(text: String, columns: Int) {
    #expect(TextWidth.columns(text) == columns)
  }
}
