import HubApp
import HubConsole
import HubModel
import HubTestKit
import HubText
import Testing

/// `hub` alone, and `hub whoami`.
@Suite struct HomeTests {
  private let hub: Hub

  init() throws { hub = try Door().hub }

  @discardableResult
  private func run(
    _ arguments: String..., caller: String? = "facilitator", at clock: String = "2019-05-01"
  ) -> (status: HubConsole.ExitStatus, output: String, errors: String) {
    CommandOnHub.run(
      hub, arguments + (caller.map { ["--as", $0] } ?? []) + ["--clock", "\(clock)T16:00:00Z"])
  }

  @Test func `nobody gets the help, and somebody what waits for them`() {
    #expect(run(caller: nil).output.contains("hub NOUN --help"))
    let nothing = run()
    #expect(nothing.status == .done, "\(nothing.errors)")
    #expect(nothing.output.contains("Nothing waits for you."))
    #expect(run("--help").output.contains("hub NOUN --help"))
  }

  @Test func `each thing is told with the command that comes next, and it works`() throws {
    run("action", "edit", "A-2", "--assignee", "@facilitator", "--due", "2019-04-24")
    run("action", "add", "--body", "B-1", "--title-en", "Later", "--title-fr", "Plus tard")
    run("action", "assign", "A-3", "@facilitator")
    run(
      "meeting", "add", "--body", "B-1", "--title-en", "May", "--title-fr", "Mai", "--starts-at",
      "2019-05-14 13:30", "--ends-at", "15:30")
    run(
      "recommendation", "add", "--body", "B-1", "--title-en", "Visit", "--title-fr", "Visiter",
      "--kind", "policy")
    let home = run()
    #expect(home.status == .done, "\(home.errors)")
    #expect(home.output.contains("overdue (1)"), "\(home.output)")
    #expect(home.output.contains("M-1"))
    let told = try JSON(parsing: Array(run("--json").output.utf8))["waiting"]?.array ?? []
    let kinds = told.compactMap { $0["kind"]?.string }
    #expect(kinds.contains("overdue") && kinds.contains("agendas") && kinds.contains("upcoming"))
    for group in told {
      for thing in group["items"]?.array ?? [] {
        let line = try #require(thing["command"]?.string)
        #expect(home.output.contains(line), "\(line)")
        let words = line.split(separator: " ").dropFirst().map(String.init)
        let done = CommandOnHub.run(
          hub, words + ["--as", "facilitator", "--clock", "2019-05-01T16:00:00Z"])
        // An agenda that says nothing yet is refused with what it lacks.
        if group["kind"]?.string != "agendas" {
          #expect(done.status == .done, "\(line): \(done.errors)")
        }
      }
    }
  }

  @Test func `a meeting that has been waits to be said so`() {
    run(
      "meeting", "add", "--body", "B-1", "--title-en", "May", "--title-fr", "Mai", "--starts-at",
      "2019-05-14 13:30", "--ends-at", "15:30")
    #expect(run(at: "2019-05-20").output.contains("hub meeting record-held M-1"))
    #expect(!run(caller: "staff", at: "2019-05-20").output.contains("Agendas to publish"))
  }

  @Test(arguments: Language.allCases) func `whoever asks is told who they are`(_ language: Language)
  {
    let who = run("whoami", "--lang", language.rawValue)
    #expect(who.output.contains("Rosa Delgado-Peña (@facilitator, P-3)"))
    #expect(who.output.contains("(B-1)"), "\(who.output)")
    #expect(run("whoami", caller: "admin").status == .done)
    #expect(run("whoami", caller: nil).status == .notAllowed)
  }
}
