import HubApp
import HubConsole
import HubModel
import HubTestKit
import HubText
import Testing

/// One command for several records: all of them or none.
@Suite struct SeveralRecordsTests {
  private let hub: Hub

  init() throws {
    hub = try Door().hub
    for title in ["Print the posters", "Book the bus"] {
      #expect(
        run("action", "add", "--body", "B-1", "--title-en", title, "--title-fr", title).status
          == .done)
    }
  }

  private func run(_ arguments: String...) -> (
    status: HubConsole.ExitStatus, output: String, errors: String
  ) {
    CommandOnHub.run(hub, arguments + ["--as", "facilitator"])
  }

  private func states() throws -> [String] {
    let shown = run("action", "show", "A-2", "A-3", "A-4", "--json")
    let actions = try JSON(parsing: Array(shown.output.utf8)).array ?? []
    return actions.compactMap { $0["state"]?.string }
  }

  @Test func `the same is done to each`() throws {
    let done = run("action", "done", "A-2", "book the bus", "A-3", "a2")
    #expect(done.status == .done, "\(done.errors)")
    #expect(done.output.split(separator: "\n").count == 3)
    #expect(try states() == ["done", "done", "done"])
  }

  @Test func `all of them or none, and every fault with the record that it is about`() throws {
    let refused = run("action", "done", "A-2", "A-1", "A-3", "A-99")
    #expect(refused.status != .done)
    #expect(refused.errors.contains("A-1"), "\(refused.errors)")
    #expect(refused.errors.contains("A-99"), "\(refused.errors)")
    #expect(!refused.errors.contains("A-2"))
    #expect(try states() == ["open", "open", "open"])
  }

  @Test func `what follows the records is not one of them`() throws {
    let assigned = run("action", "assign", "A-2", "A-3", "@staff")
    #expect(assigned.status == .done, "\(assigned.errors)")
    #expect(assigned.output.contains("A-3"))
    #expect(run("action", "reschedule", "A-2", "A-4", "2019-08-01").status == .done)
    #expect(run("action", "edit", "A-2", "A-3", "A-4", "--due", "2019-09-02").status == .done)
    let listed = run("action", "list", "--due", "2019-09-02", "--json")
    #expect(try JSON(parsing: Array(listed.output.utf8))["items"]?.array?.count == 3)
  }

  @Test func `what can be shown is, and the rest is told`() {
    let shown = run("action", "show", "A-2", "A-99", "A-3")
    #expect(shown.status == .notFound)
    #expect(shown.output.contains("A-2 ·") && shown.output.contains("A-3 ·"))
    #expect(shown.errors.contains("A-99"))
  }
}
