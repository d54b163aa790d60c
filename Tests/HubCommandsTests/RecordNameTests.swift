import HubApp
import HubConsole
import HubModel
import HubTestKit
import HubText
import Testing

/// References as people say them, where a command asks for one.
@Suite struct RecordNameTests {
  private let hub: Hub

  init() throws { hub = try Door().hub }

  private func run(_ arguments: String..., caller: String? = "facilitator") -> (
    status: HubConsole.ExitStatus, output: String, errors: String
  ) {
    CommandOnHub.run(hub, arguments + (caller.map { ["--as", $0] } ?? []))
  }

  @Test(arguments: [
    ["action", "assign", "A-2", "@facilitator"], ["action", "assign", "A-2", "facilitator"],
    ["action", "assign", "A-2", "P-3"], ["action", "assign", "A-2", "Rosa Delgado-Pena"],
    ["action", "edit", "A-2", "--assignee", "@Facilitator"],
    ["action", "edit", "A-2", "--assignee", "ROSA  DELGADO-PEÑA"],
    ["action", "edit", "find a room", "--assignee", "@facilitator"],
    ["action", "edit", "Trouver une salle", "--assignee", "@facilitator"],
  ])
  func `a person is named as people name them`(_ arguments: [String]) throws {
    let done = CommandOnHub.run(hub, arguments + ["--as", "facilitator"])
    #expect(done.status == .done, "\(done.errors)")
    let action = try JSON(parsing: Array(run("action", "show", "A-2", "--json").output.utf8))
    #expect(action["assignee"]?.string == "P-3")
  }

  @Test func `a list is asked for by names, and what was understood is told beside it`() throws {
    for body in ["B-1", "housing group", "Groupe sur le logement"] {
      let listed = run("action", "list", "--all", "--body", body, "--json")
      #expect(listed.status == .done, "\(listed.errors)")
      #expect(try JSON(parsing: Array(listed.output.utf8))["items"]?.array?.count == 2)
      #expect(listed.errors.contains("Housing group (B-1)") == (body != "B-1"))
    }
    #expect(run("action", "list", "--all", "--assignee", "@staff").status == .done)
  }

  @Test func `somebody's new handle is taken with its sign`() {
    let added = run(
      "person", "add", "--handle", "@rosa", "--name", "Rosa Exemplar", caller: "staff")
    #expect(added.status == .done, "\(added.errors)")
    #expect(run("person", "show", "@rosa").output.contains("Rosa Exemplar"))
  }

  @Test func `what several are called is refused with all of them`() {
    for handle in ["rosa-one", "rosa-two"] {
      _ = run("person", "add", "--handle", handle, "--name", "Rosa Exemplar", caller: "staff")
    }
    let refused = run("action", "assign", "A-2", "rosa exemplar")
    #expect(refused.status == .refused)
    #expect(refused.errors.contains("Rosa Exemplar (@rosa-one, P-4)"))
    #expect(refused.errors.contains("Rosa Exemplar (@rosa-two, P-5)"))
  }

  @Test(arguments: [
    ("@facilitater", "Rosa Delgado-Peña (@facilitator, P-3)"),
    ("Rosa Delgado-Pina", "Rosa Delgado-Peña (@facilitator, P-3)"),
    ("rosa", "Rosa Delgado-Peña (@facilitator, P-3)"), ("Nobody There", "“Nobody There”"),
  ])
  func `what nobody is called is told with those who are near`(_ typed: String, _ told: String) {
    let refused = run("action", "assign", "A-2", typed)
    #expect(refused.status == .notFound)
    #expect(refused.errors.contains(told), "\(refused.errors)")
  }

  @Test func `everything that was not found is told at once, by its option`() {
    let refused = run("action", "list", "--body", "Nowhere", "--assignee", "@nobody")
    #expect(refused.status == .notFound)
    #expect(refused.errors.contains("--body"))
    #expect(refused.errors.contains("--assignee"))
  }

  @Test func `what is not to be seen is not told`() throws {
    let hidden = run("action", "show", "Find a room", caller: nil)
    #expect(hidden.status == .notFound)
    #expect(!hidden.errors.contains("A-2"))
  }

  @Test(arguments: ["A-1", "a1", "M 3"])
  func `a reference of another kind is no name`(_ reference: String) {
    #expect(run("action", "list", "--body", reference).status == .wrongUsage)
    #expect(run("person", "show", reference).status != .done)
  }
}
