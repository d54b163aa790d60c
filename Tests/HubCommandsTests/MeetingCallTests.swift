import HubApp
import HubConsole
import HubModel
import HubTestKit
import HubText
import Testing

/// Calling, putting off and calling off do the whole thing, and say what becomes of the items.
@Suite struct MeetingCallTests {
  private let hub: Hub

  init() throws {
    hub = try TestHub.sample().hub
    let action = run(
      "action", "add", "--body", "B-1", "--title-en", "Book the bus", "--title-fr",
      "Réserver l’autobus")
    #expect(action.status == .done, "\(action.errors)")
  }

  private func run(_ arguments: String..., by handle: String = "staff-bc") -> (
    status: HubConsole.ExitStatus, output: String, errors: String
  ) {
    CommandOnHub.run(hub, arguments + ["--as", handle, "--clock", "2025-02-01T16:00:00Z"])
  }

  private func json(_ arguments: String...) throws -> JSON {
    let call = CommandOnHub.run(
      hub, arguments + ["--as", "staff-bc", "--json", "--clock", "2025-02-01T16:00:00Z"])
    #expect(call.status == .done, "\(call.errors)")
    return try JSON(parsing: Array(call.output.utf8))
  }

  private func titles(_ meeting: String) throws -> [String] {
    try (json("item", "list", "--meeting", meeting, "--sort", "position")["items"]?.array ?? [])
      .compactMap { $0["title"]?["en"]?.string }
  }

  @Test func `a called meeting has a draft with everything that waits for it`() throws {
    let proposed = run("agenda", "new", "B-1", "--date", "2025-03-14").output
    let meeting = try json("meeting", "call", "B-1", "--to", "2025-03-14 13:30")
    let ref = try #require(meeting["ref"]?.string)
    #expect(meeting["state"]?.string == "scheduled")
    #expect(meeting["startsAt"]?.string == "2025-03-14T20:30:00Z")
    let titles = try titles(ref)
    #expect(titles.count == proposed.split(separator: "\n").count { $0.hasPrefix("## ") })
    #expect(titles.contains("Follow-up on action items"))
    let agenda = try json("agenda", "show", ref)
    #expect(agenda["state"]?.string == "draft")
    // What is on its draft waits for no other one.
    let again = run("agenda", "new", "B-1", "--date", "2025-03-28").output
    #expect(!again.contains("Carried from"))
    #expect(run("meeting", "call", "B-1", "--to", "2025-03-14").status == .conflict)
  }

  @Test func `it is told in both languages, and only those who run the body do it`() throws {
    let english = run("meeting", "call", "B-1", "--to", "2025-03-14", "--title-en", "Spring")
    #expect(english.output.contains("is scheduled: Spring"))
    #expect(english.output.contains("Nothing is published yet."))
    let french = run("meeting", "call", "B-2", "--to", "2025-03-14", "--lang", "fr")
    #expect(french.output.contains("est prévue"))
    #expect(run("meeting", "call", "B-1", by: "liaison-federal").status == .notAllowed)
    #expect(run("meeting", "call", "B-1", "--to", "2024-01-01").status == .refused)
  }

  @Test func `what was on the agenda of a cancelled meeting is carried over to the next`() throws {
    let meeting = try json("meeting", "call", "B-1", "--to", "2025-03-14")
    let ref = try #require(meeting["ref"]?.string)
    _ = try json(
      "item", "add", "--meeting", ref, "--title-en", "Buses", "--title-fr", "Autobus")
    let told = run("meeting", "cancel", ref, "--reason", "A storm", "--yes")
    #expect(told.output.contains("wait for the next agenda of B-1"))
    #expect(told.output.contains("Buses"))
    #expect(told.output.contains("B-1 has no other meeting to come"))
    let next = try json("meeting", "call", "B-1", "--to", "2025-03-28")
    #expect(try titles(next["ref"]?.string ?? "").contains("Buses"))
    #expect(run("meeting", "cancel", ref, "--reason", "Again", "--yes").status == .conflict)
  }

  @Test
  func `a meeting that is put off keeps its items, and says where its readers have the old day`()
    throws
  {
    let ref = try #require(
      try json("meeting", "call", "B-1", "--to", "2025-03-14")["ref"]?.string)
    let told = run("meeting", "postpone", ref, "--to", "+2w", "--reason", "A storm")
    #expect(told.status == .done, "\(told.errors)")
    #expect(told.output.contains("on its agenda."))
    #expect(!told.output.contains("former day"))
    #expect(run("agenda", "publish", ref, "--yes").status == .done)
    let later = run("meeting", "postpone", ref, "--to", "+4w", "--reason", "Another")
    #expect(later.output.contains("The published agenda still says the former day"))
  }
}
