import Foundation
import HubCommands
import HubModel
import HubWords
import Testing

@testable import HubConsole

@Suite("Completions")
struct CompletionsTests {
  static func script(_ shell: Completions.Shell) -> String {
    Completions(
      commands: SampleConsole.commands, options: SampleConsole.program.options, words: Words(.en)
    ).script(for: shell)
  }

  @Test("are written for each shell from the commands", arguments: Completions.Shell.allCases)
  func scripts(shell: Completions.Shell) throws {
    try Recorded.expect(Self.script(shell), is: "completions-\(shell.rawValue)")
  }

  @Test("say what every command does, whatever it is of", arguments: Language.allCases)
  func everyPurpose(language: Language) {
    let completions = Completions(
      commands: Commands.all, options: SampleConsole.program.options, words: Words(language))
    for shell in Completions.Shell.allCases {
      let script = completions.script(for: shell)
      #expect(!script.contains("{type"), "\(shell)")
      #expect(script.contains("agenda"), "\(shell)")
    }
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

  @Test(
    "keep the sign of a handle, which bash takes for a word of its own",
    arguments: [
      ("hub --as @ f", "facilitator"), ("hub --as @", "facilitator staff"),
      ("hub --as =@ s", "staff"), ("hub --as @ facilitator action li", "list"),
      ("hub --as @f", "@facilitator"),
    ])
  func handles(words: String, expected: String) throws {
    let typed = words.components(separatedBy: " ")
    let breaks = words.hasSuffix("@f") ? " =" : " @="
    let program = """
      hub() { printf '@facilitator\\n@staff\\n'; }
      \(Self.script(.bash))
      COMP_WORDBREAKS='\(breaks)'
      COMP_WORDS=(\(typed.map { "'\($0)'" }.joined(separator: " ")))
      COMP_CWORD=\(typed.count - 1); _hub
      printf '%s' "${COMPREPLY[*]}"
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
}
