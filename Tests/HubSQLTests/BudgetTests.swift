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
}
