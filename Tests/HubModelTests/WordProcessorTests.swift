import Testing

@testable import HubModel

/// What word processors make of a file is read right, or told.
@Suite struct WordProcessorTests {
  private static let file = """
    # Spring plenary / Plénière du printemps

    – Body: B-1
    • Date: 2027‑05‑14, 9:00 – 11:00

    ## 1. Complaint / Plainte

    – Purpose\u{A0}: information
    — Visibility: in camera
    · Time:\u{202F}10\u{A0}min

    """

  static let ends = ["\n", "\r\n"]

  @Test(arguments: ends)
  func `typographic bullets, dashes and blanks are read as what they stand for`(end: String) throws
  {
    let text = Self.file.replacing("\n", with: end)
    let (document, faults) = AgendaDocument.parse(Array(text.utf8), today: Day(number: 20000))
    #expect(faults == [])
    let item = try #require(document.items.first)
    #expect(item.visibility == .inCamera && item.purpose == .information && item.duration == 10)
    #expect(document.body == "B-1" && document.minutesAvailable == 120)
  }

  static let bare: [(String, [String])] = [
    ("Visibility: in camera", ["keywordNotMarked"]),
    ("**Visibilité** : huis clos", ["keywordNotMarked"]),
    ("\\\\Visibility: in camera", []), ("We talk.\n\nVisibility: it was good.", []),
    ("We talk about this: much.", []),
  ]

  @Test(arguments: bare)
  func `a keyword without its sign is never taken for text`(line: String, codes: [String]) {
    let text = Self.file + "\n## 2. Other / Autre\n\n- Purpose: information\n"
    let whole = text + line.replacing("\\\\", with: "\\") + "\n"
    let (_, faults) = AgendaDocument.parse(Array(whole.utf8), today: Day(number: 20000))
    #expect(faults.map(\.code) == codes)
  }
}
