import HubApp
package import HubHTTP
import HubSQL
import HubText

extension TestHub {
  /// Sends a Markdown file through the whole API, as somebody.
  package func sendFile(
    _ path: String, _ file: String, as handle: String? = nil, query: Query = Query(),
    language: String = "en"
  ) -> Response {
    var request = Request(
      .post, "/api/v1" + path, query: query,
      headers: ["Content-Type": "text/markdown", "Accept-Language": language],
      body: Array(file.utf8), id: "test")
    request.principal = handle
    return api.respond(to: request)
  }

  /// How many statements the hub runs meanwhile. The only connection of a hub in memory serves
  /// readers and the writer.
  package func statements(_ body: () throws -> Void) throws -> Int {
    let before = try hub.database.read { $0.statementCount }
    try body()
    return try hub.database.read { $0.statementCount } - before
  }

  /// Every row of every table, so that a test can say that nothing was changed.
  package func dump() throws -> [String] {
    try hub.database.read { connection in
      let tables = try connection.query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%'"
      ) { $0.string(0) }
      return try tables.sorted().flatMap { table in
        try connection.query(SQL(raw: "SELECT * FROM \(table)")) { row in
          var line = table
          for index in 0..<row.columnCount { line += "|" + row.string(index) }
          return line
        }.sorted()
      }
    }
  }
}

extension Response {
  /// The body as text.
  package var text: String {
    get throws { String(decoding: try collected(), as: UTF8.self) }
  }
}
