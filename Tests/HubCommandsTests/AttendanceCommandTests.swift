import HubApp
import HubConsole
import HubModel
import HubTestKit
import HubText
import Testing

/// Several people are recorded at once, and nobody over what was recorded of them.
@Suite struct AttendanceCommandTests {
  private let hub: Hub

  private let meeting: String

  init() throws {
    hub = try TestHub.sample().hub
    let added = Self.run(
      hub,
      [
        "meeting", "add", "--body", "B-2", "--title-en", "Next", "--title-fr", "Prochaine",
        "--starts-at", "2025-02-03 13:30", "--ends-at", "15:30", "--json",
      ])
    meeting = try #require(try JSON(parsing: Array(added.output.utf8))["ref"]?.string)
  }

  private func run(_ arguments: String...) -> (
    status: HubConsole.ExitStatus, output: String, errors: String
  ) {
    Self.run(hub, arguments)
  }

  private static func run(_ hub: Hub, _ arguments: [String]) -> (
    status: HubConsole.ExitStatus, output: String, errors: String
  ) {
    CommandOnHub.run(hub, arguments + ["--as", "staff-bc", "--clock", "2025-02-01T16:00:00Z"])
  }

  private func recorded() throws -> [String: String] {
    let list = run("attendance", "list", "--meeting", meeting, "--json")
    let items = try JSON(parsing: Array(list.output.utf8))["items"]?.array ?? []
    return Dictionary(
      items.map { ($0["person"]?.string ?? "", $0["presence"]?.string ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  private func reference(_ handle: String) throws -> String {
    let shown = run("person", "show", handle, "--json")
    return try JSON(parsing: Array(shown.output.utf8))["ref"]?.string ?? ""
  }

  @Test func `all members become present, but for those who are named and those who were recorded`()
    throws
  {
    let first = run("attendance", "add", meeting, "@facilitator", "--excused")
    #expect(first.output.contains("(@facilitator): excused"), "\(first.errors)")
    let before = try recorded()
    let members = try JSON(
      parsing: Array(run("membership", "list", "--body", "B-2", "--all", "--json").output.utf8))
    let people = Set((members["items"]?.array ?? []).compactMap { $0["person"]?.string })
    let without = try #require(people.subtracting(before.keys).min())
    let all = run("attendance", "all", meeting, "--except", without)
    #expect(all.status == .done, "\(all.errors)")
    let after = try recorded()
    #expect(after[try reference("@facilitator")] == "excused")
    #expect(after[without] == nil)
    #expect(after.count > before.count)
    for person in people.subtracting(before.keys).subtracting([without]) {
      #expect(after[person] == "present")
    }
    #expect(run("attendance", "all", meeting, "--except", without).output.contains("as it was"))
    #expect(try recorded() == after)
  }

  @Test func `several people in one command are recorded together, or none`() throws {
    #expect(
      run("attendance", "add", meeting, "@facilitator", "@chair", "--absent").status == .done)
    #expect(Set(try recorded().values) == ["absent"])
    #expect(
      run("attendance", "add", meeting, "@admin", "--absent", "--excused").status == .wrongUsage)
    #expect(run("attendance", "add", meeting).status == .wrongUsage)
    #expect(run("attendance", "add", meeting, "@nobody-here").status == .notFound)
    #expect(try recorded().count == 2)
  }

  @Test func `somebody without an account and people who were counted are recorded and told`()
    throws
  {
    let guest = run(
      "attendance", "add", meeting, "--name", "Jane Roe", "--function", "Director",
      "--organization-name", "Ministry of Labour", "--guest", "yes")
    #expect(guest.output.contains("Jane Roe (Director, Ministry of Labour): guest"))
    let count = run(
      "attendance", "add", meeting, "--count", "60", "--approximate", "yes", "--stakeholder-group",
      "worker")
    #expect(count.output.contains("about 60"), "\(count.output)\(count.errors)")
    let list = run("attendance", "list", "--meeting", meeting)
    #expect(list.output.contains("Jane Roe") && list.output.contains("about 60"))
    #expect(
      run("attendance", "add", meeting, "@facilitator", "--name", "Jane Roe").status == .wrongUsage)
    let slip = run("attendance", "add", meeting, "--name", "Jane and Luis")
    #expect(slip.status == .refused && slip.errors.contains("--name"))
    let facilitator = try #require(Reference(try reference("@facilitator")))
    try hub.write(as: .founder) { writing in
      _ = try writing.edit(ID<Person>(facilitator.number)) { $0.name = "Nadia Exemplar" }
    }
    let suggested = run("attendance", "add", meeting, "--name", "nadia exemplar")
    #expect(suggested.output.contains("@facilitator"), "\(suggested.output)\(suggested.errors)")
  }

  @Test func `who is no member cannot be left out`() throws {
    let call = run("attendance", "all", meeting, "--except", "@liaison-federal")
    #expect(call.status == .refused)
    #expect(call.errors.contains("no member of the body"))
    #expect(try recorded().isEmpty)
  }
}
