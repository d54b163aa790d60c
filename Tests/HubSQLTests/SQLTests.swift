import HubSQL
import Testing

@Suite struct SQLTests {
  @Test func `an interpolated value is bound and never spliced`() {
    let name = "'; DROP TABLE person; --"
    let sql: SQL = "SELECT id FROM person WHERE name = \(name) AND age > \(30)"
    #expect(sql.text == "SELECT id FROM person WHERE name = ? AND age > ?")
    #expect(sql.bindings == [.text(name), .integer(30)])
  }
}
