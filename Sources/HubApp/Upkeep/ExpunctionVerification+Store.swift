import HubModel
import HubSQL
import HubText

/// Whether an entry that took content out is one that the hub makes: by an admin of then, of entries
/// of its own record that are before it and have no content any more, and with something taken out
/// of each.
struct ExpunctionVerification {
  let entry: Int64
  let record: Int64?
  let actor: Int64?
  let connection: Connection

  func isGenuine(_ kept: [ExpungedEntry]) throws -> Bool {
    guard try actor.map({ try wasAdmin($0) }) ?? true else { return false }
    return try kept.allSatisfy { try isTakenOut($0) }
  }

  private func isTakenOut(_ kept: ExpungedEntry) throws -> Bool {
    let found = try connection.first(
      "SELECT record, content IS NULL, act FROM history WHERE id = \(kept.entry)"
    ) { (record: $0.optionalInt64(0), isBlank: $0.bool(1), act: $0.string(2)) }
    guard let found, found.record == record, found.isBlank, kept.entry < entry else { return false }
    // A seal says nothing, and an earlier expunction may only keep what had the words.
    return [Act.Kind.seal, .expunge].contains { $0.rawValue == found.act }
      || Self.saysLess(kept.content)
  }

  /// Whether there is something that stands in the place of words, or a place without any.
  private static func saysLess(_ content: String) -> Bool {
    let marks = Erasure.Replacement.expunged
    return [marks.en, marks.fr, marks.neutral, "expunged-", ":null"].contains {
      content.contains($0)
    }
  }

  /// Whether a person was an admin before the entry, by what their own history says.
  private func wasAdmin(_ person: Int64) throws -> Bool {
    var role: String?
    try connection.forEach(
      """
      SELECT h.id, h.content, e.content FROM records r JOIN history h ON h.record = r.id \
      LEFT JOIN history e ON e.id = h.expunged_by \
      WHERE r.type = 'person' AND r.number = \(person) AND h.id < \(entry) ORDER BY h.id
      """
    ) { row in
      var content = row.optionalString(1)
      if content == nil {
        content =
          ExpungedEntry.list(in: row.string(2)).first { $0.entry == row.int64(0) }?.content
      }
      let change = content.flatMap { try? JSON(parsing: $0) }?["change"]
      role = change?["hubRole"]?.string ?? role
      return true
    }
    return role == HubRole.admin.rawValue
  }
}
