import HubApp
import HubConsole
import HubModel
import HubTestKit
import Testing

/// Nothing is taken out that nobody has seen and confirmed.
@Suite struct ExpunctionCommandTests {
  let name = "Rosa Delgado-Peña"

  private func run(
    _ test: TestHub, _ arguments: String..., typed: String? = nil
  ) -> (status: HubConsole.ExitStatus, output: String, errors: String) {
    CommandOnHub.run(
      test.hub, ["expunge"] + arguments + ["--reason", "Asked", "--as", "admin"], typed: typed)
  }

  private func story() throws -> TestHub {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    return test
  }

  @Test func `every place is told, and without a confirmation nothing is changed`() throws {
    let test = try story()
    let before = try test.dump()
    let asked = run(test, name)
    #expect(asked.status == .refused)
    #expect(asked.output.contains("A-1") && asked.output.contains("P-3"))
    #expect(asked.output.contains("6 places in all, 2 history entries among them."))
    #expect(asked.errors.contains("add “--yes”"))
    #expect(try test.dump() == before)
    let done = run(test, name, "--yes")
    #expect(done.status == .done, "\(done.errors)")
    #expect(done.output.contains("Taken out of 6 places"))
    #expect(done.output.contains("no longer have it"))
    #expect(!(try test.dump().joined().contains(name)))
    #expect(run(test, name, "--yes").output.contains("is nowhere in the hub"))
  }

  @Test func `what is hardly meant is only taken out by the number of its places`() throws {
    let test = try TestHub(now: "2025-01-10T16:00:00Z")
    try Sample.load(into: test.hub)
    let before = try test.dump()
    for typed in [nil, "yes\n", "y\n", "1\n"] {
      let asked = run(test, "on", "--yes", typed: typed)
      #expect(asked.status == .refused)
      #expect(asked.errors.contains("short"))
    }
    #expect(run(test, "on", "--places", "3").status == .conflict)
    #expect(try test.dump() == before)
  }

  @Test func `at a terminal somebody is asked, and anything but yes is no`() throws {
    let test = try story()
    let before = try test.dump()
    for typed in ["", "n\n", "maybe\n", "6\n"] {
      let asked = run(test, name, typed: typed)
      #expect(asked.status == .refused, "\(typed)")
      #expect(asked.errors.contains("out of 6 places? (y/N)"))
      #expect(asked.errors.contains("Nothing was changed."))
    }
    #expect(try test.dump() == before)
    #expect(run(test, name, typed: " Yes \n").status == .done)
    #expect(try test.dump() != before)
  }

  @Test func `near spellings are offered one by one`() throws {
    let test = try story()
    _ = try test.hub.write(as: .person("staff")) { writing in
      try writing.edit(Story.actions[1]) {
        $0.details = LocalizedText(en: "With ROSA Delgado-Peña, not rosa delgado pena", fr: "")
      }
    }
    let dry = run(test, name, "--dry-run")
    #expect(dry.output.contains(#"add --also "ROSA Delgado-Peña""#))
    let done = run(test, name, typed: "y\nn\ny\n")
    #expect(done.status == .done, "\(done.errors)")
    let words = try test.dump().joined()
    #expect(!words.contains("ROSA"))
    #expect(words.contains("rosa delgado pena"))
    let rest = run(test, name, "--also", "rosa delgado pena", "--yes")
    #expect(rest.status == .done, "\(rest.errors)")
    #expect(!(try test.dump().joined().contains("rosa delgado pena")))
  }

  @Test func `a program is told what was done, and asked for the same confirmation`() throws {
    let test = try story()
    let asked = run(test, name, "--json")
    #expect(asked.status == .refused && asked.output.isEmpty)
    let done = run(test, name, "--json", "--places", "6")
    #expect(done.status == .done)
    #expect(done.output.contains(#""places":6"#) && done.output.contains(#""erased":true"#))
  }
}
