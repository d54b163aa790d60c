import HubApp
package import HubHTTP
import HubSQL
import HubText

extension TestHub {
  /// Sends a Markdown file through the whole API, as somebody who, where they are asked from which
  /// revision it was written, says from the one that they see now.
  package func sendFile(
    _ path: String, _ file: String, as handle: String? = nil, query: Query = Query(),
    language: String = "en"
  ) -> Response {
    let answer = sendFileAsItIs(path, file, as: handle, query: query, language: language)
    guard answer.status == 422, let faults = try? answer.json["errors"]?.array,
      let kind = ["agenda", "minutes"].first(where: { kind in
        faults.contains { $0["code"]?.string == "\(kind)RevisionRequired" }
      }),
      let meeting = faults.lazy.compactMap({ $0["detail"]?.string }).compactMap({ detail in
        detail.split(separator: " ").first { $0.hasPrefix("M-") && Int($0.dropFirst(2)) != nil }
      }).first
    else { return answer }
    var request = Request(.get, "/api/v1/meetings/\(meeting)/\(kind)-file", id: "test")
    request.principal = handle
    let seen = (try? api.respond(to: request).text) ?? ""
    guard let line = seen.split(separator: "\n").first(where: { $0.hasPrefix("- Revision: ") })
    else { return answer }
    var rows = file.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    rows.insert(String(line), at: rows.firstIndex { $0.hasPrefix("- ") } ?? 1)
    return sendFileAsItIs(
      path, rows.joined(separator: "\n"), as: handle, query: query, language: language)
  }

  /// Sends a Markdown file through the whole API, as somebody.
  package func sendFileAsItIs(
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
