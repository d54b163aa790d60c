import Foundation
import HubCommands
import HubModel
import HubWords
import Testing

@testable import HubConsole

@Suite("The manual page")
struct ManualTests {
  @Test("is written from the commands", arguments: Language.allCases)
  func sample(language: Language) throws {
    let page = Manual(
      SampleConsole.program, commands: SampleConsole.commands, words: Words(language)
    ).text
    try Recorded.expect(page, is: "manual-\(language.rawValue)")
  }

  @Test("tells every command in whole sentences", arguments: Language.allCases)
  func whole(language: Language) {
    let page = Manual(SampleConsole.program, commands: Commands.all, words: Words(language)).text
    for command in Commands.all where !command.hidden {
      let line = ManualPage.escaped("hub \(command.name)")
      #expect(page.contains("\n\\fB\(line)"), "\(command.name)")
    }
    #expect(!page.contains("{"), "\(page.split(separator: "\n").first { $0.contains("{") } ?? "")")
    for family in ["manual.", "command.", "option.", "argument.", "metavariable."] {
      #expect(!page.contains("\n\(family)"))
    }
    // Nothing that people write is a request to the formatter.
    let requests = [
      ".TH", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi", ".br", ".nh", ".ad",
    ]
    for line in page.split(separator: "\n") where line.hasPrefix(".") {
      #expect(requests.contains { line.hasPrefix($0) }, "\(line)")
    }
  }

  @Test("keeps text from being markup")
  func escapes() {
    #expect(ManualPage.escaped(".x \\ --a") == "\\&.x \\e \\-\\-a")
    #expect(ManualPage.escaped("'a'") == "\\&\\(aqa\\(aq")
    #expect(ManualPage.escaped("a\n.b") == "a\n.br\n\\&.b")
    #expect(ManualPage.escaped("M-12\u{A0}: é") == "M\\-12\\~: é")
  }
}
