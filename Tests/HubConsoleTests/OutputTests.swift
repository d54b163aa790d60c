import Foundation
import HubCommands
import HubModel
import HubTestKit
import HubText
import HubWords
import Testing

@testable import HubConsole

@Suite("What the console draws")
struct OutputTests {
  static let table: Table = {
    var table = Table([
      .init("Ref"), .init("Title", flexible: true), .init("Items", right: true), .init("Due"),
    ])
    table.row("A-3", "Écrire à l’inspection des logements", "7", Styled("3 jours", .overdue))
    table.group("Later")
    table.row("A-12", "日本語 title", "1,200", "")
    return table
  }()

  @Test("aligns a table by what a terminal shows, whole where nobody looks")
  func wholeTable() throws {
    let lines = Self.table.lines(width: nil, colour: false)
    try Recorded.expect(lines.joined(separator: "\n") + "\n", is: "table-whole")
    #expect(lines.allSatisfy { $0.last != " " })
  }

  @Test("cuts the flexible column of a table to the terminal's width")
  func narrowTable() throws {
    let lines = Self.table.lines(width: 40, colour: false)
    try Recorded.expect(lines.joined(separator: "\n") + "\n", is: "table-40")
  }

  @Test("colours a table without moving its columns")
  func colouredTable() throws {
    let plain = Self.table.lines(width: 40, colour: false)
    let coloured = Self.table.lines(width: 40, colour: true).map { line in
      line.components(separatedBy: "\u{1B}[").enumerated().map { index, part in
        index == 0 ? part : String(part.drop { $0 != "m" }.dropFirst())
      }.joined()
    }
    #expect(coloured == plain)
  }

  /// The share of light that a colour of the cube or the greys of the 256 gives back.
  private static func luminance(_ colour: Int) -> Double {
    let steps = [0, 95, 135, 175, 215, 255]
    let at = colour - 16
    let parts =
      colour < 232
      ? [steps[at / 36], steps[at / 6 % 6], steps[at % 6]]
      : [Int](repeating: 8 + (colour - 232) * 10, count: 3)
    let linear = parts.map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  @Test("has colours that are read on white and on black", arguments: Style.allCases)
  func contrast(style: Style) throws {
    let codes = style.rawValue.split(separator: ";").compactMap { Int($0) }
    #expect(!codes.contains(2), "faint text is read by few")
    guard let at = codes.firstIndex(of: 38) else {
      // Bold, or nothing: the colour that the person chose for text.
      return #expect(codes.isEmpty || codes == [1])
    }
    let light = Self.luminance(codes[at + 2])
    #expect(1.05 / (light + 0.05) > 4.2)
    #expect((light + 0.05) / 0.05 > 4.2)
  }

  @Test("says once what is the same in every row, and leaves out what is empty")
  func sameColumns() {
    var table = Table([.init("Ref"), .init("State"), .init("Title", main: true), .init("Who")])
    table.row("A-1", "Open", "Roof", "")
    table.row("A-2", "Open", "Roof", "")
    let (rest, same) = table.withoutSame()
    #expect(rest.lines(width: 40, colour: false) == ["Ref  Title", "A-1  Roof", "A-2  Roof"])
    #expect(same.map(\.title) == ["State"])
    #expect(same.map(\.value) == ["Open"])
  }

  @Test("cuts the title last, and then leaves out columns", arguments: [24, 40, 60, 80])
  func narrow(width: Int) {
    var table = Table([
      .init("Ref"), .init("State"), .init("Title", main: true), .init("Body", flexible: true),
      .init("Due", fixed: true),
    ])
    table.row(
      "A-1", "Being worked on", "Write to the ministry about roofs",
      "Working group on the housing of workers", "Dec. 3, 2026")
    let lines = table.lines(width: width, colour: false)
    #expect(lines.allSatisfy { TextWidth.columns($0) <= width }, "\(lines)")
    #expect(lines[1].contains("Write to"))
    #expect(width < 80 || lines[1].contains("about roofs"))
    #expect(width < 60 || lines[1].contains("Dec. 3, 2026"))
  }

  @Test("breaks sentences between words, and leaves a line to be typed whole")
  func sentences() {
    let text =
      "What you can do with it now:\n  hub action done A-3 --reason \"as agreed\"\n    one two"
    #expect(
      Wrap.sentence(text, columns: 16) == [
        "What you can do", "with it now:", "  hub action done A-3 --reason \"as agreed\"",
        "    one two",
      ])
  }

  @Test("draws a tree with lines or with ASCII", arguments: [true, false])
  func tree(unicode: Bool) throws {
    let tree = Tree(
      Styled("M-1", .reference), "Plenary of the network",
      children: [
        Tree(
          "R-1", "Housing inspections without notice, with interpreters who come along",
          children: [Tree("F-1", "Call"), Tree("G-1", "Agreement")]),
        Tree("A-1", "Write to the ministry"),
      ])
    let lines = tree.lines(width: 40, unicode: unicode, colour: false)
    try Recorded.expect(
      lines.joined(separator: "\n") + "\n", is: unicode ? "tree" : "tree-ascii")
  }

  @Test("reports progress ten times a second at most, and cleans up")
  func progress() {
    let recorded = RecordedTerminal()
    let terminal = recorded.terminal(isTerminal: true)
    let seconds = Steps([0, 1, 1.05, 2])
    let progress = Progress(
      "Import", total: 4000, words: Words(.en), terminal: terminal, isShown: true,
      seconds: seconds.next)
    progress.advance(to: 1000)
    progress.advance(to: 1050)
    progress.advance(to: 2000)
    progress.finish()
    #expect(
      recorded.errors == """
        \rImport  █████░░░░░░░░░░░░░░░  25%  1,000/4,000  1,000/s  0:03 left\u{1B}[K\
        \rImport  ██████████░░░░░░░░░░  50%  2,000/4,000  1,000/s  0:02 left\u{1B}[K\
        \r\u{1B}[K
        """)
  }

  @Test("counts where the total is unknown, and says nothing where nobody looks")
  func unknownTotal() {
    let recorded = RecordedTerminal()
    let progress = Progress(
      "Lecture", total: nil, words: Words(.fr), terminal: recorded.terminal(), isShown: false)
    #expect(progress.line(1500, elapsed: 2) == "Lecture  1\u{A0}500  750/s")
    progress.advance(to: 5)
    progress.finish()
    #expect(recorded.errors == "")
  }
}

/// A clock that shows one time after another.
private final class Steps {
  private var times: ArraySlice<Double>
  init(_ times: [Double]) { self.times = times[...] }
  func next() -> Double { times.popFirst() ?? 0 }
}
