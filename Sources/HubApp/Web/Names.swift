import HubModel
import HubText

/// What records refer to in their fields, as far as the caller may see it: whoever shows them need
/// not ask again, and what is not here is not to be shown at all.
struct Names {
  private let labels: [Reference: LocalizedText]

  init(of references: Set<Reference>, in reading: Reading) throws {
    labels = try Directory.labels(of: references, in: reading)
  }

  init<R: Stored>(of records: [R], in reading: Reading) throws {
    var references: Set<Reference> = []
    Self.gather(records, into: &references)
    try self.init(of: references, in: reading)
  }

  /// Adds what the records refer to.
  static func gather<R: Stored>(_ records: [R], into references: inout Set<Reference>) {
    // Records that are shown together refer to much the same.
    var recent: [Reference] = []
    var turn = 0
    func add(_ reference: Reference) {
      guard !recent.contains(reference) else { return }
      references.insert(reference)
      if recent.count < 8 {
        recent.append(reference)
      } else {
        recent[turn] = reference
        turn = (turn + 1) % 8
      }
    }
    let table = R.table
    records.withUnsafeBufferPointer { records in
      guard var record = records.baseAddress else { return }
      for _ in records.indices {
        add(record.pointee.header.network.reference)
        for shared in record.pointee.header.sharedWith { add(shared) }
        table.forEachReference(of: record, add)
        record += 1
      }
    }
  }

  func contains(_ reference: Reference) -> Bool { labels.index(forKey: reference) != nil }

  /// Writes `"names": {"P-3": {"en": …, "fr": …}, …}`.
  func write(to writer: inout JSONWriter) {
    writer.key("names")
    writer.beginObject()
    for (reference, label) in labels.sorted(by: { $0.key < $1.key }) {
      writer.key(Reference.mostBytes) { reference.spell($0) }
      writer.localized(label)
    }
    writer.endObject()
  }
}
