import HubApp
import HubConsole
import HubModel
import HubTestKit
import HubText
import Testing

/// What cannot be undone is asked about at a terminal, and never of a program.
@Suite struct ConfirmingTests {
  private let hub: Hub

  init() throws {
    hub = try Door().hub
    let added = run(
      "meeting", "add", "--body", "B-1", "--title-en", "May", "--title-fr", "Mai", "--starts-at",
      "2019-05-14 13:30", "--ends-at", "15:30")
    #expect(added.status == .done, "\(added.errors)")
  }

  @discardableResult
  private func run(_ arguments: String..., typed: String? = nil, caller: String = "facilitator")
    -> (status: HubConsole.ExitStatus, output: String, errors: String)
  {
    CommandOnHub.run(
      hub, arguments + ["--as", caller, "--clock", "2019-05-01T16:00:00Z"], typed: typed)
  }

  private func meeting() throws -> JSON {
    try JSON(parsing: Array(run("meeting", "show", "M-1", "--json").output.utf8))
  }

  @Test func `anything but yes changes nothing`() throws {
    for typed in ["n\n", "\n", ""] {
      let asked = run("meeting", "cancel", "M-1", "--reason", "A storm", typed: typed)
      #expect(asked.status == .refused)
      #expect(asked.errors.contains("M-1 (May)"), "\(asked.errors)")
      #expect(try meeting()["state"]?.string == "scheduled")
    }
    #expect(run("meeting", "cancel", "M-1", "--reason", "A storm", typed: "y\n").status == .done)
    #expect(try meeting()["state"]?.string == "cancelled")
  }

  @Test(arguments: [["--yes"], []])
  func `neither who said yes already nor a program is asked`(_ options: [String]) {
    let cancelled = CommandOnHub.run(
      hub,
      ["meeting", "cancel", "M-1", "--reason", "A storm", "--as", "facilitator"] + options,
      typed: options.isEmpty ? nil : "")
    #expect(cancelled.status == .done, "\(cancelled.errors)")
  }

  @Test func `what leads back is done at once`() {
    let started = run("action", "start", "A-2", typed: "")
    #expect(started.status == .done, "\(started.errors)")
    #expect(run("action", "done", "A-2", typed: "").status == .done)
    #expect(run("action", "verify", "A-2", typed: "").status == .refused)
  }

  @Test func `a token that is lost is lost`() {
    run("token", "create", "--name", "Nightly import", caller: "staff")
    #expect(run("token", "revoke", "1", typed: "n\n", caller: "staff").status == .refused)
    #expect(run("token", "revoke", "1", typed: "yes\n", caller: "staff").status == .done)
  }

  @Test func `a meeting is put off to its new day at the same hours`() throws {
    let postponed = run("meeting", "postpone", "M-1", "--to", "2019-12-03", "--reason", "A storm")
    #expect(postponed.status == .done, "\(postponed.errors)")
    #expect(postponed.output.contains("Tuesday, December 3, 2019, 1:30\u{A0}p.m."))
    // By the clocks of Vancouver, which have changed in between.
    #expect(try meeting()["startsAt"]?.string == "2019-12-03T21:30:00Z")
    #expect(try meeting()["endsAt"]?.string == "2019-12-03T23:30:00Z")
    #expect(try meeting()["state"]?.string == "scheduled")
    let history = run("meeting", "history", "M-1").output
    #expect(history.contains("A storm"), "\(history)")
  }

  @Test func `without a day it waits for one, and gets it later with its hour`() throws {
    run("meeting", "postpone", "M-1", "--reason", "A storm")
    #expect(try meeting()["state"]?.string == "postponed")
    let again = run("meeting", "reschedule", "M-1", "--to", "2019-06-14 10 h")
    #expect(again.status == .done, "\(again.errors)")
    #expect(try meeting()["startsAt"]?.string == "2019-06-14T17:00:00Z")
    #expect(try meeting()["endsAt"]?.string == "2019-06-14T19:00:00Z")
  }

  @Test func `a meeting that cannot be put off keeps its time`() throws {
    run("meeting", "cancel", "M-1", "--reason", "A storm")
    let refused = run("meeting", "postpone", "M-1", "--to", "2019-12-03", "--reason", "A storm")
    #expect(refused.status != .done)
    #expect(try meeting()["startsAt"]?.string == "2019-05-14T20:30:00Z")
  }
}
