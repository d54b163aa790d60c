import FoundationEssentials
import HubCrypto
import HubModel
import HubSQL
import HubText

/// Everything that the hub holds but credentials, as JSON Lines: `hub export all`. An admin's act
/// on the database itself, whatever its records' visibility, and therefore in the history.
///
/// The first line says what it is and carries the head of the history; then come the records in
/// the order of their types and numbers, the editions, and the history with its digests and salts,
/// so that the chain can be checked from the export alone. The last line counts them: without it
/// the export was cut short. The same data gives the same bytes.
package enum WholeExport {
  /// What every one begins with.
  package static let mark = #"{"hubExport":"#

  /// - Parameters:
  ///   - reason: why, for the history.
  ///   - progress: told how many lines of how many were written.
  ///   - write: takes the next piece of the export.
  /// - Returns: the head of the history that was exported; its last entry is this act.
  /// - Throws: `Refusal.notAllowed` for anybody but an admin, and what `write` throws.
  @discardableResult
  package static func write(
    _ hub: Hub, as identity: Identity, reason: String? = nil,
    progress: (_ done: Int64, _ total: Int64) -> Void = { _, _ in },
    to write: ([UInt8]) throws -> Void
  ) throws -> Head {
    try hub.write(as: identity) { writing in
      try Access.requireAdmin(writing.caller)
      let act = Act(.export, reason: reason)
      try History.append(
        act, record: nil, version: 0, content: RecordChange.reason(of: act), in: writing)
    }
    return try withoutActuallyEscaping(write) { write in
      try withoutActuallyEscaping(progress) { progress in
        try hub.read(as: identity) { reading in
          let lines = ExportLines(to: write, progress: progress)
          return try lines.writeAll(reading)
        }
      }
    }
  }
}

/// Hands lines over in pieces of some 64 KiB.
private final class ExportLines {
  private let sink: ([UInt8]) throws -> Void
  private let progress: (Int64, Int64) -> Void
  private var writer = JSONWriter()
  private var done: Int64 = 0
  private var total: Int64 = 0

  init(to sink: @escaping ([UInt8]) throws -> Void, progress: @escaping (Int64, Int64) -> Void) {
    self.sink = sink
    self.progress = progress
  }

  func writeAll(_ reading: Reading) throws -> Head {
    let connection = reading.connection
    let head = try History.head(connection)
    let records = try count("records", connection)
    let editions = try count("editions", connection)
    let pieces = try count("document_pieces", connection)
    total = records + editions + pieces + head.entry
    try line { writer in
      writer.key("hubExport")
      writer.integer(1)
      writer.key("schema")
      writer.integer(Int64(try Migrator.version(of: connection)))
      writer.key("entry")
      writer.integer(head.entry)
      writer.key("digest")
      writer.string(head.hex)
    }
    for subject in Subjects.all { try self.records(subject, connection) }
    try self.editions(connection)
    try contents(connection)
    try history(connection)
    try line { writer in
      writer.key("end")
      writer.beginObject()
      for (name, value) in [
        ("records", records), ("editions", editions), ("pieces", pieces), ("entries", head.entry),
      ] {
        writer.key(name)
        writer.integer(value)
      }
      writer.endObject()
    }
    try flush()
    progress(total, total)
    return head
  }

  private func count(_ table: String, _ connection: Connection) throws -> Int64 {
    try connection.first("SELECT COUNT(*) FROM \(raw: table)") { $0.int64(0) } ?? 0
  }

  private func records<R: Stored>(_ type: R.Type, _ connection: Connection) throws {
    let table = R.table
    try connection.forEach(
      "SELECT \(raw: table.selection) FROM \(raw: R.type.table) ORDER BY number"
    ) { row in
      let record = table.record(row)
      try line { writer in
        writer.key("record")
        RecordJSON.writeWhole(record, to: &writer)
      }
      return true
    }
  }

  private func editions(_ connection: Connection) throws {
    try connection.forEach(
      """
      SELECT r.type, r.number, e.number, e.at, e.actor, e.note_en, e.note_fr, e.text \
      FROM editions e JOIN records r ON r.id = e.record ORDER BY e.record, e.number
      """
    ) { row in
      try line { writer in
        writer.key("edition")
        writer.beginObject()
        writer.reference("of", RecordType(rawValue: row.string(0)), row.int64(1))
        writer.key("number")
        writer.integer(row.int64(2))
        writer.key("at")
        writer.string(Moment(milliseconds: row.int64(3)).description)
        writer.reference("by", .person, row.optionalInt64(4))
        writer.key("note")
        writer.localized(LocalizedText(en: row.string(5), fr: row.string(6)))
        writer.key("text")
        writer.string(row.string(7))
        writer.endObject()
      }
      return true
    }
  }

  /// What is kept of documents, each edition with its checksum and then piece by piece.
  private func contents(_ connection: Connection) throws {
    try connection.forEach(
      """
      SELECT c.document, c.edition, c.at, c.media_type, c.size, c.digest, c.expunged_by, p.place, \
      p.bytes FROM document_contents c LEFT JOIN document_pieces p ON p.document = c.document \
      AND p.edition = c.edition ORDER BY c.document, c.edition, p.place NULLS FIRST
      """
    ) { row in
      try line { writer in
        writer.key("contents")
        writer.beginObject()
        writer.reference("of", .document, row.int64(0))
        writer.member("edition", row.int(1))
        writer.key("at")
        writer.string(Moment(milliseconds: row.int64(2)).description)
        writer.member("mediaType", row.string(3))
        writer.member("size", row.int(4))
        writer.member("digest", Digest.hex(row.bytes(5)))
        writer.key("expunged")
        writer.bool(!row.isNull(6))
        writer.key("piece")
        if row.isNull(7) { writer.null() } else { writer.integer(row.int64(7)) }
        writer.key("base64")
        if let bytes = row.optionalBytes(8) {
          writer.string(Data(bytes).base64EncodedString())
        } else {
          writer.null()
        }
        writer.endObject()
      }
      return true
    }
  }

  private func history(_ connection: Connection) throws {
    try connection.forEach(
      """
      SELECT h.id, h.at, h.actor, h.record, h.act, h.version, h.from_state, h.to_state, h.content, \
      h.salt, h.content_digest, h.digest, h.expunged_by, r.type, r.number, \
      a.keys FROM history h LEFT JOIN records r ON r.id = h.record \
      LEFT JOIN audiences a ON a.id = h.audience ORDER BY h.id
      """
    ) { row in
      try line { writer in
        writer.key("entry")
        writer.beginObject()
        writer.key("id")
        writer.integer(row.int64(0))
        // To the millisecond, and with the directory's number: what the digest covers.
        writer.key("at")
        writer.integer(row.int64(1))
        writer.reference("by", .person, row.optionalInt64(2))
        writer.reference("of", RecordType(rawValue: row.string(13)), row.optionalInt64(14))
        writer.key("record")
        if let record = row.optionalInt64(3) { writer.integer(record) } else { writer.null() }
        writer.key("audience")
        if let keys = row.optionalString(15) { writer.string(keys) } else { writer.null() }
        writer.key("act")
        writer.string(row.string(4))
        writer.key("version")
        writer.integer(row.int64(5))
        for (name, column) in [("from", 6), ("to", 7)] {
          guard let state = row.optionalString(column) else { continue }
          writer.key(name)
          writer.string(state)
        }
        writer.key("content")
        if let content = row.optionalBytes(8) { writer.raw(content) } else { writer.null() }
        for (name, column) in [("salt", 9), ("contentDigest", 10), ("digest", 11)] {
          writer.key(name)
          if let bytes = row.optionalBytes(column) {
            writer.string(Digest.hex(bytes))
          } else {
            writer.null()
          }
        }
        if let expunger = row.optionalInt64(12) {
          writer.key("expungedBy")
          writer.integer(expunger)
        }
        writer.endObject()
      }
      return true
    }
  }

  private func line(_ body: (inout JSONWriter) throws -> Void) throws {
    writer.beginObject()
    try body(&writer)
    writer.endObject()
    writer.endLine()
    done += 1
    if done & 0x3FF == 0 { progress(min(done, total), total) }
    if writer.count > 1 << 16 { try flush() }
  }

  private func flush() throws {
    try sink(writer.bytes)
    writer.removeAll()
  }
}

extension JSONWriter {
  fileprivate mutating func reference(_ name: String, _ type: RecordType?, _ number: Int64?) {
    key(name)
    if let type, let number { string(Reference(type, number).description) } else { null() }
  }
}
