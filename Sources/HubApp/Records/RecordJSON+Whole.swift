import HubModel
import HubText

extension RecordJSON {
  /// Writes a record with all that is kept of it, as nobody in particular sees it.
  static func writeWhole<R: Record>(_ record: R, to writer: inout JSONWriter) {
    let header = record.header
    writer.beginObject()
    func member(_ name: String, _ value: String?) {
      writer.key(name)
      if let value { writer.string(value) } else { writer.null() }
    }
    member("ref", record.reference.description)
    member("type", R.type.rawValue)
    if R.lifeCycle != nil { member("state", header.state) }
    member("visibility", header.visibility.rawValue)
    member("network", header.network.description)
    writer.key("sharedWith")
    writer.beginArray()
    for reference in header.sharedWith { writer.string(reference.description) }
    writer.endArray()
    writer.key("illustrative")
    writer.bool(header.illustrative)
    for field in R.fields {
      writer.key(field.name)
      FieldJSON.write(field, of: record, to: &writer)
    }
    member("created", header.created.description)
    member("modified", header.modified.description)
    member("author", header.author?.description)
    writer.key("version")
    writer.integer(Int64(header.version))
    writer.endObject()
  }
}
