import Foundation
import HubCommands
import HubModel
import HubTestKit
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

  @Test("reads profiles")
  func profiles() {
    let profiles = Profile.read(
      "# mine\nas = ana\n lang=fr \n\n[work]\nserver = http://a?b=c\n[empty]\n")
    #expect(profiles[""]?.values == ["as": "ana", "lang": "fr"])
    #expect(profiles["work"]?.values == ["server": "http://a?b=c"])
    #expect(profiles["empty"]?.values == [:])
  }
}

/// A clock that shows one time after another.
private final class Steps {
  private var times: ArraySlice<Double>
  init(_ times: [Double]) { self.times = times[...] }
  func next() -> Double { times.popFirst() ?? 0 }
}
