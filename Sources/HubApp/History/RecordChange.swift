import HubModel
import HubText

/// What a change changed, as an RFC 7396 merge patch: applying the patches of a record's entries
/// one after another gives every revision it ever had.
enum RecordChange {
  /// `{"reason": …, "change": {…}}`, with the fields that differ, or all that are filled in a new
  /// record.
  static func patch<R: Record>(from former: R?, to record: R, _ act: Act) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    write(reasonOf: act, to: &writer)
    writer.key("change")
    writer.beginObject()
    if record.header.visibility != former?.header.visibility {
      writer.key("visibility")
      writer.string(record.header.visibility.rawValue)
    }
    let shared = record.header.sharedWith
    if shared != former?.header.sharedWith ?? [] {
      writer.key("sharedWith")
      writer.beginArray()
      for reference in shared { writer.string(reference.description) }
      writer.endArray()
    }
    if record.header.illustrative != former?.header.illustrative ?? false {
      writer.key("illustrative")
      writer.bool(record.header.illustrative)
    }
    for field in R.fields {
      let cells = field.cells(of: record)
      if let former {
        guard cells != field.cells(of: former) else { continue }
      } else if field.isBlank(record) {
        continue
      }
      writer.key(field.name)
      FieldJSON.write(field, of: record, to: &writer)
    }
    writer.endObject()
    if record.header.network != former?.header.network {
      writer.key("network")
      writer.string(record.header.network.description)
    }
    write(entriesOf: act, to: &writer)
    writer.endObject()
    return writer.bytes
  }

  /// The content of an entry that is of no record.
  static func reason(of act: Act) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    write(reasonOf: act, to: &writer)
    write(entriesOf: act, to: &writer)
    writer.endObject()
    return writer.bytes
  }

  private static func write(reasonOf act: Act, to writer: inout JSONWriter) {
    guard let reason = act.reason else { return }
    writer.key("reason")
    writer.string(reason)
  }

  private static func write(entriesOf act: Act, to writer: inout JSONWriter) {
    guard !act.replaced.isEmpty else { return }
    writer.key("entries")
    writer.beginArray()
    for entry in act.replaced { entry.write(to: &writer) }
    writer.endArray()
  }
}
