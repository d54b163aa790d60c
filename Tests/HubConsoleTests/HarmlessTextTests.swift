import Foundation
import HubCommands
import HubTestKit
import HubWords
import Testing

@testable import HubConsole

@Suite("Text of others on a terminal")
struct HarmlessTextTests {
  @Test(
    "is text and nothing more",
    arguments: [
      ("a\u{1B}[2Jb", "a\u{FFFD}[2Jb"), ("\u{9B}31m", "\u{FFFD}31m"), ("a\u{7}", "a\u{FFFD}"),
      ("bad\u{202E}txt.exe", "bad\u{FFFD}txt.exe"), ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
      ("a\u{200B}b\u{FEFF}c\u{AD}d", "abcd"), ("a\rb", "a\u{FFFD}b"), ("a\r\nb", "a\nb"),
      ("a\u{2028}b", "a\nb"), ("a\u{200D}b", "ab"), ("👩‍👧", "👩‍👧"), ("می‌خواهم", "می‌خواهم"),
      ("Écoute\tici\n", "Écoute\tici\n"), ("\u{E0041}a", "a"),
    ])
  func shown(text: String, expected: String) {
    let shown = HarmlessText.of(text)
    #expect(Array(shown.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("has no styles but the console's own")
  func styles() {
    let styled = Style.overdue.applied(to: "late\u{1B}[0m\u{1B}[8m", colour: true)
    let shown = HarmlessText.of(styled + "\u{1B}[8mhidden", colour: true)
    #expect(shown.components(separatedBy: "\u{1B}").count == 3)
    #expect(shown.hasSuffix("\u{1B}[0m\u{FFFD}[8mhidden"))
    #expect(!HarmlessText.of(styled).contains("\u{1B}"))
  }

  @Test("is the same text in JSON, by escapes")
  func json() {
    let bytes = Array("{\"a\":\"\u{9B}x\u{202E}y\u{E0041}é\"}".utf8)
    let escaped = String(decoding: HarmlessText.json(bytes), as: UTF8.self)
    #expect(escaped == "{\"a\":\"\\u009bx\\u202ey\\udb40\\udc41é\"}")
  }

  @Test("is harmless in what was typed too")
  func echoed() {
    let recorded = RecordedTerminal()
    let console = Console(SampleConsole.program, commands: SampleConsole.commands) { _ in
      throw Failure(.refused, [])
    }
    for argument in ["\u{1B}]0;title\u{7}", "--\u{202E}lave", "a\u{9B}2J"] {
      _ = console.run([argument], on: recorded.terminal(isTerminal: true))
      _ = console.run(["action", argument], on: recorded.terminal(isTerminal: true))
    }
    let said = recorded.output + recorded.errors
    #expect(said.contains("\u{FFFD}"))
    #expect(!said.unicodeScalars.contains { ["\u{7}", "\u{9B}", "\u{202E}"].contains($0) })
    #expect(!said.contains("\u{1B}]"))
  }

  @Test("stands in a table on one line, as wide as it is shown")
  func cells() {
    var table = Table([.init("Ref"), .init("Title", main: true)])
    table.row("A-1", "two\nlines\u{1B}[31m")
    table.row("A-2", "plain")
    let lines = table.lines(width: 40, colour: false)
    #expect(lines == ["Ref  Title", "A-1  two lines\u{FFFD}[31m", "A-2  plain"])
  }
}
