import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

/// A file may have any number in it that a column takes. Checking it tells so, and goes on.
@Suite struct WildNumberTests {
  static let columns: [String] = {
    let always = ["number", "network", "author", "audience", "illustrative"]
    let fields = Kinds.all.flatMap { kind in
      kind.fieldSummaries.flatMap { field in
        field.columns.enumerated().compactMap { index, column in
          field.kind.isInteger(column: index) && field.kind != .flag
            ? "\(kind.type.table).\(column)" : nil
        }
      }
    }
    let headers = Kinds.all.flatMap { kind in
      Header.columns.filter {
        ["created", "modified", "version"].contains($0) && !always.contains($0)
      }
      .map { "\(kind.type.table).\($0)" }
    }
    return fields + headers + [
      "history.id", "history.at", "history.version", "history.record", "history.actor",
      "records.day", "records.modified", "records.number", "records.id", "audiences.id",
      "editions.number", "editions.at", "settings.value", "links.earlier", "departures.at",
    ]
  }()

  /// What the file says nowhere else, so that no check can find it changed.
  static func isSaidOnce(_ place: String) -> Bool {
    place.hasSuffix(".created") || place.hasPrefix("editions.") || place.hasPrefix("departures.")
      || place == "settings.value"
  }

  @Test(arguments: [Int64.max, Int64.min, -1])
  func `the largest and the smallest number in any column is found and stops nothing`(
    _ number: Int64
  ) throws {
    // Two of every kind: few enough that each column can be tried by itself.
    let hub = try World().test.hub
    let before = try hub.verify()
    var refused = 0
    for place in Self.columns {
      let (table, column) = (place.split(separator: ".")[0], place.split(separator: ".")[1])
      struct Undone: Error {}
      try hub.database.withWriter { writer in
        try writer.execute("PRAGMA foreign_keys = OFF")
        defer { try? writer.execute("PRAGMA foreign_keys = ON") }
        do {
          try writer.transaction {
            do {
              try writer.execute(
                """
                UPDATE \(raw: String(table)) SET \(raw: String(column)) = \(number) \
                WHERE rowid = (SELECT MAX(rowid) FROM \(raw: String(table)))
                """)
            } catch is SQLError {
              // The last guard: what the schema refuses cannot stand in a file.
              refused += 1
              throw Undone()
            }
            let found = try Verification.of(writer, hub.schema)
            let isFound =
              (found.findings, found.outdated) != (before.findings, before.outdated)
            #expect(isFound || Self.isSaidOnce(place), "\(place)")
            throw Undone()
          }
        } catch is Undone {}
      }
    }
    #expect(refused < Self.columns.count / 2)
  }
}
