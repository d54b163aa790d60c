import HubCommands
import HubModel
import HubTestKit
import HubWords
import Testing

@testable import HubConsole

@Suite("The console")
struct ConsoleTests {
  @Test(
    "shows whole screens of help in both languages",
    arguments: [
      ("welcome", []), ("full", ["--help"]), ("noun", ["action", "--help"]),
      ("command", ["action", "list", "--help"]), ("command-of-noun", ["help", "search"]),
      ("required", ["action", "block", "-h"]),
    ], ["en", "fr"])
  func help(screen: (name: String, arguments: [String]), language: String) throws {
    let recorded = RecordedTerminal()
    let console = Console(
      SampleConsole.program, commands: SampleConsole.commands,
      connect: { _ in throw SampleConsole.NoClient() })
    let status = console.run(
      ["--lang", language] + screen.arguments, on: recorded.terminal(width: 72))
    #expect(status == .done)
    #expect(recorded.errors == "")
    try Recorded.expect(recorded.output, is: "help-\(screen.name)-\(language)")
  }

  @Test("runs the command with what was typed, wherever the options stand")
  func runs() {
    let call = SampleConsole.run(
      "--as", "@ana", "action", "--lang=fr", "list", "--state", "open", "--state=done", "-n5",
      "--database", "x.db")
    #expect(call.status == .done)
    #expect(
      call.output == """
        limit = [5]
        state = ["open", "done"]
        as ana
        database x.db language fr

        """)
  }

  @Test("takes what stands after -- as it is")
  func dashes() {
    let call = SampleConsole.run("search", "a", "--", "--help", "-x")
    #expect(call.status == .done)
    #expect(call.output.contains("\"--help\"") && call.output.contains("\"-x\""))
  }

  @Test(
    "answers wrong usage with the nearest word and status 2",
    arguments: [
      (["actoin", "list"], "hub: There is no command “actoin”. Did you mean “action”?"),
      (["xyzzy"], "hub: There is no command “xyzzy”."),
      (
        ["action", "lst"], "hub: “hub action” has no command “lst”. Did you mean “action list”?"
      ),
      (
        ["action", "list", "--stat", "open"],
        "hub: There is no option “--stat”. Did you mean “--state”?"
      ),
      (
        ["action", "list", "--state", "opne"],
        "hub: --state cannot be “opne”. Did you mean “open”?"
      ),
      (["action", "list", "-z"], "hub: There is no option “-z”."),
      (
        ["action", "list", "--limit", "0"],
        "hub: --limit takes a whole number from 1 to 500, not “0”."
      ),
      (["action", "list", "--all=yes"], "hub: “--all” takes no value."),
      (["action", "list", "--due"], "hub: “--due” needs a value."),
      (
        ["action", "list", "--due", "2026-01-01", "--due", "2026-01-02"],
        "hub: “--due” can be given only once."
      ),
      (["action", "list", "more"], "hub: “more” is one word too many."),
      (
        ["action", "block", "M-1", "--reason", "x"],
        "hub: REFERENCE takes a reference such as A-…, not “M-1”."
      ),
      (["--lang", "de"], "hub: --lang cannot be “de”. Choose one of: en, fr."),
      (["--profile", "work"], "hub: There is no profile “work”"),
    ])
  func wrongUsage(arguments: [String], sentence: String) {
    let recorded = RecordedTerminal()
    let console = Console(
      SampleConsole.program, commands: SampleConsole.commands,
      connect: { _ in throw SampleConsole.NoClient() })
    let status = console.run(arguments, on: recorded.terminal())
    #expect(status == .wrongUsage)
    #expect(recorded.errors.hasPrefix(sentence), "\(recorded.errors)")
    #expect(recorded.errors.contains("Try “hub "))
    #expect(recorded.output == "")
  }

  @Test("tells every fault at once")
  func allFaults() throws {
    let call = SampleConsole.run(
      "action", "block", "M-3", "--clock", "noon", "--lang", "fr")
    #expect(call.status == .wrongUsage)
    try Recorded.expect(call.errors, is: "faults-fr")
  }

  @Test("keeps hidden commands out of its suggestions and screens")
  func hidden() {
    #expect(SampleConsole.run("complet").errors.contains("Did you mean") == false)
    #expect(SampleConsole.run().output.contains("complete") == false)
    #expect(SampleConsole.run("complete").status == .done)
  }

  @Test(
    "finds the language of the answer",
    arguments: [
      ([:], "en"), (["LANG": "fr_CA.UTF-8"], "fr"), (["LANG": "de_DE.UTF-8"], "en"),
      (["LANG": "fr_CA.UTF-8", "HUB_LANG": "en"], "en"),
      (["LANG": "fr_CA.UTF-8", "LC_ALL": "en_CA.UTF-8"], "en"),
      (["LANG": "en_CA.UTF-8", "LC_MESSAGES": "fr_CA.UTF-8"], "fr"),
    ])
  func language(environment: [String: String], language: String) {
    let call = SampleConsole.run("search", "x", environment: environment)
    #expect(call.output.contains("language \(language)"))
  }

  @Test("knows which texts a command still needs")
  func missingWords() {
    for command in SampleConsole.commands { #expect(command.missingWords(in: Words(.en)) == []) }
    let command = Command("nothing", "much", options: [Option("odd")]) { _ in }
    #expect(
      command.missingWords(in: Words(.en)) == [
        "command.nothing.much", "command.nothing",
        "option.nothing.much.odd | option.nothing.odd | option.odd",
      ])
  }

  @Test("says its version")
  func version() {
    #expect(SampleConsole.run("--version").output == "hub 1.2.3\n")
  }

  @Test("says nothing to people who want quiet or JSON", arguments: ["--quiet", "-q", "--json"])
  func quiet(option: String) {
    #expect(SampleConsole.run("search", "x", option).output == "")
  }
}
