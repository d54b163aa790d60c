import HubModel
import HubSQL
import HubText

extension DataStep {
  /// Notes in the history what stands beside the records and was made before that was kept: every
  /// edition, and whatever lets somebody in of which the history says that it was made. Who is signed
  /// in signs in again.
  static let sealing = DataStep("seal-beside-records") { writing in
    let connection = writing.connection
    try connection.execute("DELETE FROM sessions")
    var editions: [(record: Int64, number: Int)] = []
    try EditionSeal.forEachEdition(connection) { record, number, _ in
      editions.append((record, number))
    }
    for edition in editions {
      try EditionSeal.append(edition.number, of: edition.record, in: writing)
    }
    let made = try DataStep.made(connection)
    var rows: [Sealed] = []
    for kind in Sealed.Kind.allCases { try Sealed.forEach(kind, connection) { rows.append($0) } }
    for row in rows where made.contains(Made(kind: row.kind, person: row.person, token: row.number))
    {
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("person", Reference(.person, row.person).description)
      if let number = row.number { writer.member("token", Int(number)) }
      writer.member("kind", row.kind.rawValue)
      writer.member("seal", row.seal)
      writer.endObject()
      try History.append(Act(.seal), record: nil, version: 0, content: writer.bytes, in: writing)
    }
  }

  /// What the history says that somebody got.
  private struct Made: Hashable {
    let kind: Sealed.Kind
    let person: Int64
    let token: Int64?
  }

  private static func made(_ connection: Connection) throws -> Set<Made> {
    let kinds: [(Act.Kind, Sealed.Kind)] = [
      (.makeToken, .token), (.setPassword, .password), (.invite, .invitation),
    ]
    var made: Set<Made> = []
    for (act, kind) in kinds {
      try connection.forEach(
        """
        SELECT content FROM history WHERE record IS NULL AND act = \(act.rawValue) \
        AND content IS NOT NULL
        """
      ) { row in
        let content = row.withUTF8(0) { try? JSON(parsing: $0) }
        guard let person = content?["person"]?.string.flatMap({ Reference($0) }) else {
          return true
        }
        made.insert(Made(kind: kind, person: person.number, token: content?["token"]?.integer))
        return true
      }
    }
    return made
  }
}
