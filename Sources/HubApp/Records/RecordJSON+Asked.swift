import HubModel
import HubText

extension RecordJSON {
  /// Writes those members of a record that are asked for, as whole records have them, in the same
  /// order; what the caller is not shown of a whole record is not here either.
  static func write<R: Stored>(
    _ asked: AskedMembers, of record: R, for caller: Caller, links: some Sequence<Reference>,
    names: Names, to writer: inout JSONWriter, more: (inout JSONWriter) -> Void = { _ in }
  ) {
    let header = record.header
    writer.beginObject()
    writer.key(.ref)
    writer.reference(record.reference)
    if asked.contains("type") { writer.member(.type, R.type.rawValue) }
    if asked.contains("state"), R.lifeCycle != nil { writer.member(.state, header.state) }
    if asked.contains("visibility") { writer.member(.visibility, header.visibility.rawValue) }
    if asked.contains("network") {
      writer.key(.network)
      writer.reference(header.network.reference)
    }
    let sharedWith = asked.contains("sharedWith") ? header.sharedWith.filter(names.contains) : []
    if !sharedWith.isEmpty {
      writer.key(.sharedWith)
      writer.references(sharedWith)
    }
    if asked.contains("illustrative"), header.illustrative {
      writer.key(.illustrative)
      writer.bool(true)
    }
    FieldJSON.writeMembers(asked, of: record, for: caller, showing: names, to: &writer)
    if asked.contains("created") {
      writer.key(.created)
      writer.moment(header.created)
    }
    if asked.contains("modified") {
      writer.key(.modified)
      writer.moment(header.modified)
    }
    if asked.contains("version") {
      writer.key(.version)
      writer.integer(Int64(header.version))
    }
    if asked.contains("links") {
      writer.key(.links)
      writer.references(links)
    }
    if asked.contains("can") {
      writer.key(.can)
      writer.beginArray()
      Access.forEachVerb(to: caller, record) { writer.string($0) }
      writer.endArray()
    }
    if asked.contains("moves"), R.lifeCycle != nil {
      writer.key(.moves)
      OpenMoves.write(of: record, for: caller, to: &writer)
    }
    more(&writer)
    writer.endObject()
  }
}
