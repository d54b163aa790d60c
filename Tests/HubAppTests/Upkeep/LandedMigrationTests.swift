import Foundation
import HubModel
import HubSQL
import HubTestKit
import Testing

@testable import HubApp

/// A migration that has landed is never edited and never goes: databases out there have applied it.
@Suite struct LandedMigrationTests {
  static let file = RecordedDatabases.folder.appending(path: "migrations.txt")

  /// `HUB_RECORD=1 swift test` adds what is new, and never touches what stands there.
  @Test func `no migration that has landed was changed or removed`() throws {
    let recorded = try String(contentsOf: Self.file, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let known = Schema.current.migrations.map { "\($0.number) \($0.name) \($0.digest)" }
    #expect(recorded.count >= 3)
    #expect(Array(known.prefix(recorded.count)) == recorded)
    let new = known.dropFirst(recorded.count)
    if ProcessInfo.processInfo.environment["HUB_RECORD"] != nil {
      let lines = (recorded + new).joined(separator: "\n") + "\n"
      try lines.write(to: Self.file, atomically: true, encoding: .utf8)
    } else {
      #expect(new == [], "note it once it is final: HUB_RECORD=1 swift test")
    }
  }

  @Test func `a file that was made by another text of a migration is told so and left alone`()
    throws
  {
    let place = try TemporaryHub()
    let path = place.path("other.db")
    var schema = Schema.current
    let first = schema.migrations[0]
    schema.migrations[0] = Migration(
      number: 1, name: first.name, sql: first.sql + "\nCREATE TABLE extra (x INTEGER) STRICT;",
      digest: "of another text")
    try Hub.open(path, create: true, schema: schema).close()
    let bytes = try Data(contentsOf: URL(filePath: path))
    let expected = Refusal.unavailable(Fault("databaseOfOtherMaking", ["number": "1"]))
    #expect(throws: expected) { try Hub.open(path) }
    #expect(throws: expected) { try Backup.restore(path, to: place.path("new.db")) }
    #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
  }

  @Test func `where no digest was kept, what the migrations made tells the same`() throws {
    let place = try TemporaryHub()
    let path = place.path("recorded.db")
    try RecordedDatabases.bytes(2).write(to: URL(filePath: path))
    try Connection(path: path, mode: .readWrite).script(
      "CREATE INDEX another ON meetings (title_en)")
    #expect(throws: Refusal.unavailable(Fault("databaseOfOtherMaking", ["number": "2"]))) {
      try Hub.open(path)
    }
  }
}
