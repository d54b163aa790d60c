import HubSQL
import Testing

@Suite struct BudgetTests {
  private static let counting: SQL = """
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) \
    SELECT COUNT(*) FROM n
    """

  @Test func `a statement that is too much work ends, and the next one runs`() throws {
    let connection = try Connection(path: ":memory:")
    let error = #expect(throws: SQLError.self) {
      try connection.within(steps: 100_000) { try connection.query(Self.counting) { $0.int(0) } }
    }
    #expect(error?.kind == .interrupted)
    let next = try connection.within(steps: 100_000) {
      try connection.first("SELECT 1") { $0.int(0) }
    }
    #expect(next == 1)
    #expect(try connection.first("SELECT 2") { $0.int(0) } == 2)
  }

  @Test func `many small statements are as much work as a large one`() throws {
    let connection = try Connection(path: ":memory:")
    let small: SQL = """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) \
      SELECT COUNT(*) FROM n
      """
    var count = 0
    let error = #expect(throws: SQLError.self) {
      try connection.within(steps: 300_000) {
        try connection.within(steps: .max) {
          while count < 1000 {
            _ = try connection.query(small) { $0.int(0) }
            count += 1
          }
        }
      }
    }
    #expect(error?.kind == .interrupted)
    #expect((2..<1000).contains(count))
  }

  @Test func `a statement ends when nobody wants it any more, and the next one runs`() throws {
    let connection = try Connection(path: ":memory:")
    var asked = 0
    let error = #expect(throws: SQLError.self) {
      try connection.within(
        steps: .max,
        while: {
          asked += 1
          return asked < 3
        }
      ) { try connection.query(Self.counting) { $0.int(0) } }
    }
    #expect(error?.kind == .interrupted)
    #expect(asked == 3)
    #expect(try connection.first("SELECT 2") { $0.int(0) } == 2)
  }

  @Test func `a search that looks through much and finds nothing ends in the middle of it`() throws
  {
    let connection = try Connection(path: ":memory:")
    try connection.execute("CREATE VIRTUAL TABLE texts USING fts5(text)")
    let text = String(repeating: "x z ", count: 200) + String(repeating: "y z ", count: 200)
    try connection.transaction(.immediate) {
      for _ in 0..<20_000 {
        try connection.execute("INSERT INTO texts VALUES (?)", [.text(text)])
      }
    }
    // Not one row comes of it: all of the work is within the index.
    let search: SQL = "SELECT rowid FROM texts WHERE texts MATCH '\"x y\"'"
    var asked = 0
    let found = try connection.within(
      steps: .max,
      while: {
        asked += 1
        return true
      }
    ) { try connection.query(search) { $0.int64(0) } }
    #expect(found == [] && asked > 0)
    let error = #expect(throws: SQLError.self) {
      try connection.within(steps: .max, while: { false }) {
        try connection.query(search) { $0.int64(0) }
      }
    }
    #expect(error?.kind == .interrupted)
  }
}
