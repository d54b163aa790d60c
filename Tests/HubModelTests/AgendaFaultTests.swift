import HubModel
import Testing

@Suite("What is wrong with an agenda file")
struct AgendaFaultTests {
  static let header = "# T / T\n- Body: B-1\n- Date: 2019-06-18, 9:00 to 12:30\n"
  static let today = Day(number: 18_000)

  static func faults(_ text: String) -> [Fault] {
    AgendaDocument.parse(Array(text.utf8), today: today).faults
  }

  @Test(
    "Each fault has its code, its place and what was meant",
    arguments: [
      ("- Bodi: B-1", "unknownKeywordNear", 4, 3, "Body"),
      ("- Colour: blue", "unknownKeyword", 4, 3, nil),
      ("- Mode: hibrid", "unknownWordNear", 4, 9, "hybrid"),
      ("- Mode : présentielle", "unknownWord", 4, 10, nil),
      ("- Place: A / B / C", "ambiguousSlash", 4, 10, nil),
      ("- Meeting: R-3", "wrongReference", 4, 12, nil),
      ("- Revision: five", "unreadableRevision", 4, 13, nil),
      ("- Revision: 7-abc", "unreadableRevision", 4, 13, nil),
      ("- Link: example.org", "unreadableLink", 4, 9, nil),
      ("- Languages: en, français", "unreadableLanguage", 4, 18, nil),
      ("- Body: B-2", "duplicateKeyword", 4, 3, nil),
      ("- Purpose: decision", "misplacedKeyword", 4, 3, nil),
      ("Some text", "strayText", 4, 1, nil),
      ("# Again", "secondTitle", 4, 1, nil),
      ("## 2. A / B", "itemOutOfOrder", 4, 1, nil),
      ("## 1.", "missingItemTitle", 4, 1, nil),
      ("## A / B\n- Purpose: decison", "unknownWordNear", 5, 12, "decision"),
      ("## A / B\n- Time: soon", "unreadableDuration", 5, 9, nil),
      ("## A / B\n- Presenter: Ana", "unreadableHandle", 5, 14, nil),
      ("## A / B\n- Papers: R-7, nothing", "unreadableReference", 5, 16, nil),
      ("## A / B\n- Papers: R-7 (heering)", "unknownWordNear", 5, 16, "hearing"),
      ("## A / B\n- Item: M-3", "wrongReference", 5, 9, nil),
      ("## A / B\n\n- Purpse: decision", "unknownKeywordNear", 6, 3, "Purpose"),
      ("## A / B\n### English\n### Englsh", "headingInTextNear", 6, 1, "English"),
      ("## A / B\n### English\n### Background", "headingInText", 6, 1, nil),
      ("## A / B\n### English\nx\n### English\ny", "duplicateLanguageSection", 7, 1, nil),
      ("## A / B\n### English\n```\n## B", "unclosedFence", 6, 1, nil),
      ("## Introduction\na\n## Introduction\nb", "duplicateSection", 6, 1, nil),
    ])
  func places(text: String, code: String, line: Int, column: Int, nearest: String?) throws {
    let fault = try #require(Self.faults(Self.header + text).first)
    #expect(fault.code == code)
    #expect(SampleFilesTests.isExplained(code))
    #expect(fault.position == Fault.Position(line: line, column: column))
    #expect(fault.arguments["nearest"] == nearest)
  }

  @Test(
    "A date is told what it lacks",
    arguments: [
      ("someday", "unreadableDate"), ("2019-02-30, 9:00 to 10:00", "unreadableDate"),
      ("2019-06-18", "missingHours"), ("2019-06-18, 9:00", "missingEnd"),
      ("2019-06-18, 25:00 to 26:00", "unreadableTime"),
      ("2019-06-18, 12:00 to 9:00", "endsBeforeItStarts"),
      ("Monday 18 June 2019, 9:00 to 10:00", "wrongWeekday"),
      ("2019-06-18, 9:00 to 10:00, America/Vancover", "unknownTimeZoneNear"),
      ("2019-06-18, 9:00 to 10:00, Middle/Earth", "unknownTimeZone"),
    ])
  func dates(date: String, code: String) {
    #expect(Self.faults("# T\n- Body: B-1\n- Date: \(date)\n").map(\.code) == [code])
    #expect(SampleFilesTests.isExplained(code))
  }

  @Test("Every fault is told at once, in the order of the file")
  func all() {
    let faults = Self.faults("- Mode: x\n## 3. A\n- Time: y\n- Purpose: z\n")
    #expect(
      faults.map(\.code) == [
        "missingTitle", "missingBody", "missingDate", "unknownWord", "itemOutOfOrder",
        "unreadableDuration", "unknownWord",
      ])
    #expect(faults.map(\.code).allSatisfy(SampleFilesTests.isExplained))
    #expect(faults.compactMap { $0.position?.line } == [1, 1, 1, 1, 2, 3, 4])
  }

  @Test(
    "What cannot be read as text is one fault",
    arguments: [
      ("", 1, "emptyFile"), ("\u{FEFF}\n", 1, "emptyFile"), ("a", 500_001, "fileTooLong"),
    ])
  func unreadable(text: String, count: Int, code: String) {
    #expect(Self.faults(String(repeating: text, count: count)).map(\.code) == [code])
    #expect(SampleFilesTests.isExplained(code))
  }

  @Test("A byte that is not UTF-8 is found")
  func notUTF8() {
    let bytes = Array("\(Self.header)\n## É".utf8) + [0xE9]
    let faults = AgendaDocument.parse(bytes, today: Self.today).faults
    #expect(faults.map(\.code) == ["notUTF8"])
    #expect(SampleFilesTests.isExplained("notUTF8"))
    #expect(faults.first?.position == Fault.Position(line: 5, column: 5))
  }

  @Test("A meeting that exists needs neither body nor date in its file")
  func revision() {
    #expect(Self.faults("# T\n- Meeting: M-12\n") == [])
  }
}
