import HubSQL
import Testing

struct Stop: Error {}

@Suite struct TransactionTests {
  @Test func `a transaction is undone when its body throws`() throws {
    let connection = try Connection.withPeople("Ada")
    #expect(throws: Stop.self) {
      try connection.transaction {
        try connection.execute("INSERT INTO person (name) VALUES ('Bo')")
        throw Stop()
      }
    }
    #expect(try connection.names == ["Ada"])
    #expect(!connection.inTransaction)
  }

  @Test func `savepoints nest and undo only themselves`() throws {
    let connection = try Connection.withPeople()
    try connection.transaction {
      try connection.execute("INSERT INTO person (name) VALUES ('outer')")
      try connection.savepoint {
        try connection.execute("INSERT INTO person (name) VALUES ('kept')")
        #expect(throws: Stop.self) {
          try connection.savepoint {
            try connection.execute("INSERT INTO person (name) VALUES ('undone')")
            throw Stop()
          }
        }
      }
    }
    #expect(try connection.names == ["outer", "kept"])
  }

  @Test func `a savepoint outside a transaction is one by itself`() throws {
    let connection = try Connection.withPeople()
    try connection.savepoint { try connection.execute("INSERT INTO person (name) VALUES ('Ada')") }
    #expect(throws: Stop.self) {
      try connection.savepoint {
        try connection.execute("DELETE FROM person")
        throw Stop()
      }
    }
    #expect(!connection.inTransaction)
    #expect(try connection.names == ["Ada"])
  }

  @Test func `a transaction inside a transaction is refused and the outer goes on`() throws {
    let connection = try Connection.withPeople()
    try connection.transaction {
      #expect(throws: SQLError.self) { try connection.transaction {} }
      try connection.execute("INSERT INTO person (name) VALUES ('Ada')")
    }
    #expect(try connection.names == ["Ada"])
  }

  @Test func `a deferred constraint that fails at the commit undoes the transaction`() throws {
    let connection = try Connection(path: ":memory:")
    try connection.script(
      """
      CREATE TABLE node (
        id INTEGER PRIMARY KEY,
        parent INTEGER REFERENCES node DEFERRABLE INITIALLY DEFERRED) STRICT
      """)
    let found = try kind {
      try connection.transaction { try connection.execute("INSERT INTO node VALUES (1, 2)") }
    }
    #expect(found == .constraint(what: .foreignKey))
    #expect(!connection.inTransaction)
    #expect(try connection.query("SELECT id FROM node") { $0.int(0) } == [])
  }

  @Test func `a body that ends its transaction is told`() throws {
    let connection = try Connection.withPeople()
    #expect(throws: SQLError.self) {
      try connection.transaction { try connection.execute("COMMIT") }
    }
    try connection.execute("INSERT INTO person (name) VALUES ('usable')")
  }
}
