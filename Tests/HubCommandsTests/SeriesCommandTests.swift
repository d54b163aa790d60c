import HubApp
import HubConsole
import HubModel
import HubTestKit
import HubText
import Testing

/// Standing items and series of a body.
@Suite struct SeriesCommandTests {
  private let hub: Hub

  init() throws { hub = try TestHub.sample().hub }

  private func run(_ arguments: [String], by handle: String = "staff-bc") -> (
    status: HubConsole.ExitStatus, output: String, errors: String
  ) {
    CommandOnHub.run(hub, arguments + ["--as", handle, "--clock", "2025-02-01T16:00:00Z"])
  }

  private func json(_ arguments: String...) throws -> JSON {
    let call = run(arguments + ["--json"])
    #expect(call.status == .done, "\(arguments) \(call.errors)")
    return try JSON(parsing: Array(call.output.utf8))
  }

  private static let add = [
    "series", "add", "--body", "B-2", "--title-en", "Table", "--title-fr", "Table", "--weekday",
    "mardi", "--every", "2", "--hour", "18:00", "--starts", "2025-02-25", "--times", "3",
  ]

  private func meetings() throws -> [JSON] {
    try json("meeting", "list", "--body", "B-2", "--upcoming", "--sort", "startsAt")[
      "items"]?.array ?? []
  }

  @Test func `a new agenda begins and ends with the standing items of its body`() throws {
    for (title, place) in [("Welcome", "beginning"), ("Around the table", "end")] {
      _ = try json(
        "standing", "add", "--body", "B-2", "--title-en", title, "--title-fr", title, "--duration",
        "5", "--placement", place, "--presenter-role", "facilitator")
    }
    let called = try json("meeting", "call", "B-2", "--to", "2025-03-14")
    let items = try json(
      "item", "list", "--meeting", called["ref"]?.string ?? "", "--sort", "position")
    let titles = (items["items"]?.array ?? []).compactMap { $0["title"]?["en"]?.string }
    #expect(titles.first == "Welcome")
    #expect(titles.last == "Around the table")
    #expect(items["items"]?[0]?["presenter"]?.string?.hasPrefix("P-") == true)
    #expect(run(["standing", "retire", "BI-1"]).status == .done)
    #expect(!run(["agenda", "new", "B-2", "--date", "2025-04-14"]).output.contains("Welcome"))
    let closed = run(
      ["standing", "add", "--body", "B-2", "--title-en", "Closed", "--visibility", "body"])
    #expect(closed.status == .done, "\(closed.errors)")
    #expect(!run(["standing", "list"], by: "liaison-federal").output.contains("Closed"))
  }

  @Test func `the dates are told before, and the meetings come by the clocks of their place`()
    throws
  {
    let dry = run(Self.add + ["--dry-run"])
    #expect(dry.output.contains("Tuesday, February 25, 2025, 6:00\u{A0}p.m."), "\(dry.errors)")
    #expect(dry.output.contains("3 meetings would be scheduled."))
    let before = try meetings().count
    let asked = CommandOnHub.run(
      hub, Self.add + ["--as", "staff-bc", "--clock", "2025-02-01T16:00:00Z"], typed: "n\n")
    #expect(asked.output.contains("Tuesday, March 11, 2025"))
    #expect(try asked.status == .refused && meetings().count == before)
    let added = run(Self.add)
    #expect(added.status == .done, "\(added.errors)")
    let starts = try meetings().dropFirst(before).compactMap { $0["startsAt"]?.string }
    #expect(starts == ["2025-02-26T02:00:00Z", "2025-03-12T01:00:00Z", "2025-03-26T01:00:00Z"])
    #expect(run(Self.add, by: "liaison-federal").status == .notAllowed)
    let refused = run(Array(Self.add.dropLast(2)))
    #expect(refused.status == .refused)
    #expect(refused.errors.contains("until which day"))
  }

  @Test func `only meetings to come that nobody has touched follow a change`() throws {
    #expect(run(Self.add).status == .done)
    let refs = try meetings().compactMap { $0["ref"]?.string }
    #expect(refs.count == 3)
    _ = try json("meeting", "edit", refs[0], "--place-en", "Surrey")
    _ = try json("item", "add", "--meeting", refs[1], "--title-en", "Buses", "--title-fr", "Bus")
    _ = try json("series", "edit", "MS-1", "--hour", "19:00", "--times", "4")
    let tried = try json("series", "schedule", "MS-1", "--dry-run")
    let deeds = (tried["meetings"]?.array ?? []).compactMap { $0["does"]?.string }
    #expect(deeds == ["leave", "leave", "change", "create"])
    #expect(try meetings().count == 3)
    #expect(run(["series", "schedule", "MS-1", "--lang", "fr"]).output.contains("laisser"))
    let starts = try meetings().compactMap { $0["startsAt"]?.string }
    #expect(
      starts == [
        "2025-02-26T02:00:00Z", "2025-03-12T01:00:00Z", "2025-03-26T02:00:00Z",
        "2025-04-09T02:00:00Z",
      ])
    // The same again changes nothing; and with the series ended, what is left of it is called off.
    let again = try json("series", "schedule", "MS-1")
    #expect(
      (again["meetings"]?.array ?? []).compactMap { $0["does"]?.string }
        == ["leave", "leave", "nothing", "nothing"])
    _ = try json("series", "end", "MS-1")
    let ended = try json("series", "schedule", "MS-1")
    #expect(
      (ended["meetings"]?.array ?? []).compactMap { $0["does"]?.string }
        == ["leave", "leave", "cancel", "cancel"])
  }
}
