import HubModel
import HubText

/// The names of what records refer to, so that whoever shows them need not ask again.
enum Names {
  /// Writes `"names": {"P-3": {"en": …, "fr": …}, …}` for the references that the caller may see.
  static func write<R: Record>(of records: [R], in reading: Reading, to writer: inout JSONWriter)
    throws
  {
    try write(references(of: records), in: reading, to: &writer)
  }

  static func write(
    _ references: Set<Reference>, in reading: Reading, to writer: inout JSONWriter
  ) throws {
    let entries = try Directory.entries(of: references, in: reading)
    writer.key("names")
    writer.beginObject()
    for (reference, entry) in entries.sorted(by: { $0.key < $1.key }) {
      writer.key(reference.description)
      writer.localized(entry.label)
    }
    writer.endObject()
  }

  /// What the records refer to in their fields.
  static func references<R: Record>(of records: [R]) -> Set<Reference> {
    var references: Set<Reference> = []
    for record in records {
      references.insert(record.header.network.reference)
      for field in R.fields where Links.refers(field.kind) {
        references.formUnion(Links.references(field.cells(of: record), field.kind))
      }
    }
    return references
  }
}
