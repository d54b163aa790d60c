import Foundation
import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

/// A later version of the program, with a rule tightened, fields added, and a field, a state and a
/// word renamed, opens, verifies, backs up and restores what this one left.
@Suite struct ChangeTests {
  let now: @Sendable () -> Moment = { Moment("2019-10-01T16:00:00Z") ?? Moment(milliseconds: 0) }

  /// The recorded file, as this version leaves it, with an action that is done and public, one that
  /// is blocked, and a practice sheet.
  private func file(in place: TemporaryHub) throws -> String {
    let path = place.path("changing.db")
    try RecordedDatabases.bytes(2).write(to: URL(filePath: path))
    let hub = try Hub.open(path, keepsCopy: false, clock: now)
    defer { hub.close() }
    try hub.write(as: .founder) { writing in
      for (title, state) in [("Zanzibar done", "done"), ("Zanzibar blocked", "blocked")] {
        var action = ActionItem()
        action.body = ID(1)
        action.title = LocalizedText(en: title, fr: "Zanzibar")
        action.details = LocalizedText(en: "At length", fr: "En détail")
        let made = try writing.create(action, visibility: .public)
        try writing.move(made.id, to: state, reason: "So it was")
      }
      var sheet = KnowledgeItem()
      sheet.header.network = ID(1)
      sheet.title = LocalizedText(en: "Zanzibar sheet", fr: "Fiche Zanzibar")
      try writing.create(sheet)
    }
    return path
  }

  private func done(in hub: Hub) throws -> ID<LaterActionItem> {
    try hub.read(as: .founder) {
      let found: [LaterActionItem] = try $0.loadAll(where: "t.title_en = 'Zanzibar done'")
      return try #require(found.first).id
    }
  }

  @Test func `a tightened rule holds at once, everywhere, when the file is opened`() throws {
    let place = try TemporaryHub()
    let path = try file(in: place)
    var events: [Update.Event] = []
    let hub = try Hub.open(path, schema: .later(), clock: now, report: { events.append($0) })
    defer { hub.close() }
    #expect(events.contains { if case .rebuilding = $0 { true } else { false } })
    let id = try done(in: hub)
    try hub.read(as: .anonymous) { reading in
      #expect(throws: Refusal.notFound(id.description)) { try reading.find(id) }
      let listed = try reading.list(LaterActionItem.self, ListQuery(limit: 500)).records
      #expect(!listed.contains { $0.id == id })
      #expect(!listed.isEmpty)
      #expect(try Directory.visible([id.reference], in: reading) == [])
      let found = try Search.find("zanzibar", in: reading).hits.map(\.entry.reference)
      #expect(!found.contains(id.reference) && !found.isEmpty)
      // Whoever kept a copy is told that it is gone.
      let gone = try Departures.since(
        Moment("2019-09-30T00:00:00Z") ?? now(), of: .actionItem, in: reading)
      #expect(gone.contains(id.reference))
    }
    let found = try hub.verify()
    #expect(found.findings == [])
    #expect(found.outdated == [])
    #expect(try Backup.write(hub, to: place.path("backup.db")).isUpToDate)
  }

  @Test func `nothing of the history is touched, and it is read with the words of today`() throws {
    let place = try TemporaryHub()
    let path = try file(in: place)
    let head = try History.head(Connection(path: path, mode: .readOnly))
    let hub = try Hub.open(path, schema: .later(), clock: now)
    defer { hub.close() }
    #expect(try hub.verify(against: head).isSound)
    let id = try done(in: hub)
    try hub.read(as: .founder) { reading in
      let record = try reading.find(id)
      #expect(record.header.state == "finished")
      #expect(record.today.details?.en == "At length")
      #expect(!record.urgent && record.urgency == nil)
      #expect(try HistoryEntry.of(id, in: reading).last?.to == "finished")
      let sheets: [LaterKnowledgeItem] = try reading.loadAll(where: "t.title_en = 'Zanzibar sheet'")
      #expect(sheets.map(\.kind) == [.goodPractice])
    }
    // And it goes on.
    try hub.write(as: .founder) { writing in
      try writing.edit(id) { $0.urgent = true }
      try writing.edit(id) { $0.today.details?.en = "At more length" }
    }
    #expect(try hub.verify(against: head).findings == [])
  }

  @Test func `a step that migrates data is taken once, and is an entry of the history`() throws {
    let place = try TemporaryHub()
    let path = try file(in: place)
    let before = try History.head(Connection(path: path, mode: .readOnly)).entry
    let hub = try Hub.open(path, schema: .later(), clock: now)
    let acts: (Hub) throws -> [String] = { hub in
      try hub.database.read { connection in
        try connection.query("SELECT act, record IS NULL FROM history WHERE id > \(before)") {
          "\($0.string(0)) \($0.bool(1) ? "hub" : "record")"
        }
      }
    }
    let first = try acts(hub)
    #expect(first.first == "migrate hub")
    #expect(Set(first) == ["migrate hub", "migrate record"])
    let urgent: [LaterActionItem] = try hub.read(as: .founder) {
      try $0.loadAll(where: "t.urgent = 1")
    }
    #expect(urgent.contains { $0.today.title.en == "Zanzibar blocked" })
    hub.close()
    let again = try Hub.open(path, schema: .later(), clock: now)
    defer { again.close() }
    #expect(try acts(again) == first)
  }

  @Test func `a backup of before the change is restored by the version after it`() throws {
    let place = try TemporaryHub()
    let hub = try Hub.open(try file(in: place), clock: now)
    let head = try Backup.write(hub, to: place.path("backup.db")).head
    hub.close()
    let later = try Schema.later()
    let found = try Backup.restore(
      place.path("backup.db"), to: place.path("new.db"), schema: later, clock: now)
    #expect(found.isUpToDate)
    let restored = try Hub.open(place.path("new.db"), schema: later, clock: now)
    defer { restored.close() }
    #expect(try restored.verify(against: head).isSound)
    let id = try done(in: restored)
    try restored.read(as: .anonymous) { reading in
      _ = #expect(throws: Refusal.notFound(id.description)) { try reading.find(id) }
    }
  }

  @Test func `what is out of date is told apart from damage, copied all the same, and mended`()
    throws
  {
    let place = try TemporaryHub()
    let path = try file(in: place)
    // The rules have changed, and nobody has raised their number.
    var later = try Schema.later()
    later.rules -= 1
    let hub = try Hub.open(path, schema: later, clock: now)
    defer { hub.close() }
    let found = try hub.verify()
    #expect(found.findings == [])
    #expect(!found.isUpToDate)
    let id = try done(in: hub)
    #expect(
      found.outdated.contains { $0.code == "audienceDiffers" && $0.arguments["ref"] == "\(id)" })
    let copied = try Backup.write(hub, to: place.path("backup.db"))
    #expect(copied.isSound && copied.outdatedCount == found.outdatedCount)
    #expect(try Rebuild.run(hub).mended > 0)
    #expect(try hub.verify().isUpToDate)
    #expect(try Rebuild.run(hub).mended == 0)
  }

  @Test func `whoever knows only older rules is refused`() throws {
    let place = try TemporaryHub()
    let path = try file(in: place)
    var later = Schema.current
    later.rules += 1
    try Hub.open(path, schema: later, clock: now).close()
    let (schema, rules) = (Schema.current.migrations.count, Schema.current.rules)
    let expected = Refusal.unavailable(
      Fault(
        "databaseTooNew", ["found": "\(schema).\(rules + 1)", "known": "\(schema).\(rules)"]))
    #expect(throws: expected) { try Hub.open(path) }
  }
}
