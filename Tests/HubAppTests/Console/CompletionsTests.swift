import Foundation
import HubModel
import HubWords
import Testing

@testable import HubApp

@Suite("Completions")
struct CompletionsTests {
  static func script(_ shell: Completions.Shell) -> String {
    Completions(commands: SampleConsole.commands, words: Words(.en)).script(for: shell)
  }

  @Test("are written for each shell from the commands", arguments: Completions.Shell.allCases)
  func scripts(shell: Completions.Shell) throws {
    try Recorded.expect(Self.script(shell), is: "completions-\(shell.rawValue)")
  }

  @Test(
    "answer what bash asks",
    arguments: [
      ("hub a", "action agenda"), ("hub action ", "list block"),
      ("hub action list --sta", "--state"), ("hub action list --state in", "inProgress"),
      ("hub --lang ", "en fr"), ("hub --lang fr action li", "list"),
      ("hub action --as ana bl", "block"), ("hub action list --due ", ""),
      ("hub action block A", "A-1 A-2"), ("hub nothing ", ""),
    ])
  func bash(line: String, expected: String) throws {
    let typed = line.components(separatedBy: " ")
    let list = typed.map { "'\($0)'" }.joined(separator: " ")
    let program = """
      hub() { printf 'A-1\\nA-2\\n'; }
      compopt() { :; }
      \(Self.script(.bash))
      COMP_WORDS=(\(list)); COMP_CWORD=\(typed.count - 1); _hub
      first="${COMPREPLY[*]}"; first="${first%% --*}"
      printf '%s' "$first"
      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", program]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(output == expected)
  }

  @Test("ask the hidden command for references, and get nothing when it fails")
  func answering() {
    let command = Completions.answering { question, _ in
      #expect(question.types == [.actionItem, .meeting])
      return ["A-1", "M-1"]
    }
    let failing = Completions.answering { _, _ in throw SampleConsole.NoClient() }
    for (command, expected) in [(command, "A-1\n"), (failing, "")] {
      let recorded = RecordedTerminal()
      let console = Console(
        commands: [command], connect: { _ in throw SampleConsole.NoClient() })
      let status = console.run(
        ["complete", "reference", "--type", "actionItem,meeting", "--", "a"],
        on: recorded.terminal())
      #expect(status == .done)
      #expect(recorded.output == expected)
    }
  }

  @Test("give handles back with the @ that was typed", arguments: ["an", "@an"])
  func handles(typed: String) {
    let recorded = RecordedTerminal()
    let console = Console(
      commands: [Completions.answering { _, _ in ["ana", "ben"] }],
      connect: { _ in throw SampleConsole.NoClient() })
    _ = console.run(["complete", "handle", "--", typed], on: recorded.terminal())
    #expect(recorded.output == typed + "a\n")
  }
}
