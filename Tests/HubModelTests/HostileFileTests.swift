import Testing

@testable import HubModel

/// Files that are made to cost the square of their length: each would run for minutes. The time
/// limit only ends a hang.
@Suite(.timeLimit(.minutes(4))) struct HostileFileTests {
  static let header = "# T / T\n- Body: B-1\n- Date: 2019-06-18, 9:00 to 12:30\n"

  static let texts: [(String, String)] = [
    ("# \\", " "), ("# T\n- Place: \\", " "), ("## A / B\n\n", "### English\na\n"),
    ("## A / B\n- Papers: ", "x,"), ("## A / B\n- Papers: (", "\\("), ("", "##\n"),
    ("", "### x\n"), ("", "- a: b\n"), ("## A\n\n- Action: ", "\\@a "),
    ("## A\n\n- Recommendation: a to ", "O-1 "), ("## A\n\n- Recommendation: a (hearing; ", "x;"),
    ("## A\n\n- Action: a\n", "  en: a\n  fr: b\n"), ("- Present: ", "@a,"), ("## A\n\n", "||"),
    ("", "```\n"), ("", "~~~~\n```\n"),
  ]

  @Test(arguments: texts)
  func `a file is read in time that is proportional to its length`(head: String, piece: String) {
    let count = (SourceFile.limit - 1000) / piece.utf8.count
    let text = Self.header + head + String(repeating: piece, count: count)
    let today = Day(number: 18_000)
    let agenda = AgendaDocument.parse(Array(text.utf8), today: today)
    let minutes = MinutesDocument.parse(Array(text.utf8), meetingDay: today)
    for faults in [agenda.faults, minutes.faults] {
      #expect(faults.count <= SourceFile.mostFaults + 1)
    }
    #expect(agenda.document.written(in: .en).utf8.count > 0)
    #expect(minutes.document.written(in: .en).utf8.count > 0)
  }

  @Test func `fences of every length that none closes are read once`() {
    let fences = (3...900).reversed().map { String(repeating: "`", count: $0) }
    let text = fences.joined(separator: "\n") + String(repeating: "\nx", count: 40_000)
    let lines = SourceText.lines(of: Array(text.utf8))
    // The shortest is closed by none that is longer and stands before it.
    #expect(lines.allSatisfy { $0.kind != .code })
  }

  @Test func `the first faults are told, and how many there are`() throws {
    let text = Self.header + String(repeating: "- Colour: blue\n", count: 1500)
    let faults = AgendaDocument.parse(Array(text.utf8), today: Day(number: 18_000)).faults
    #expect(faults.count == SourceFile.mostFaults + 1)
    let last = try #require(faults.last)
    #expect(last.code == "moreFaults")
    #expect(last.arguments["most"] == "1000")
    #expect(last.arguments["count"] == "1500")
  }
}
