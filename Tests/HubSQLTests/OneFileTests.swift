import Foundation
import HubSQL
import Testing

@Suite struct OneFileTests {
  @Test func `what was deleted is not in the bytes of a file that was written anew`() throws {
    let folder = try TemporaryFolder()
    let connection = try Connection(path: folder.path("hub.db"), busyTimeout: 10)
    try connection.createPeople(["Ada", "A very particular name"])
    try connection.execute("DELETE FROM person WHERE id = 2")
    let reader = try Connection(path: folder.path("hub.db"), mode: .readOnly)
    try reader.transaction(.deferred) {
      #expect(try reader.names == ["Ada"])
      let isWiped = try connection.wipeDeleted()
      #expect(!isWiped)
    }
    let isWiped = try connection.wipeDeleted()
    #expect(isWiped)
    for name in ["hub.db", "hub.db-wal"] {
      let bytes = try Data(contentsOf: URL(filePath: folder.path(name)))
      #expect(bytes.range(of: Data("particular".utf8)) == nil)
    }
    #expect(try connection.names == ["Ada"])
  }

  @Test func `a database is one file once nobody else has it open`() throws {
    let folder = try TemporaryFolder()
    let connection = try Connection(path: folder.path("hub.db"), busyTimeout: 0)
    try connection.createPeople(["Ada"])
    do {
      let other = try Connection(path: folder.path("hub.db"))
      #expect(try kind { try connection.becomeOneFile() } == .busy)
      #expect(try other.names == ["Ada"])
    }
    try connection.becomeOneFile()
    #expect(!FileManager.default.fileExists(atPath: folder.path("hub.db-wal")))
    #expect(try connection.names == ["Ada"])
  }

  @Test func `rows that refer to nothing are named, and a whole file has none`() throws {
    let connection = try Connection.withPeople("Ada")
    try connection.script(
      """
      CREATE TABLE pet (id INTEGER PRIMARY KEY, owner INTEGER REFERENCES person (id)) STRICT;
      INSERT INTO pet VALUES (1, 1);
      """)
    var found: [String] = []
    let check = {
      try connection.forEachDamage { found.append($0) }
      try connection.forEachDanglingRow { found.append("\($0) \($1)") }
    }
    try check()
    #expect(found.isEmpty)
    try connection.transaction {
      try connection.execute("PRAGMA defer_foreign_keys = ON")
      try connection.execute("INSERT INTO pet VALUES (7, 9)")
      try check()
      try connection.execute("DELETE FROM pet WHERE id = 7")
    }
    #expect(found == ["pet 7"])
  }
}
