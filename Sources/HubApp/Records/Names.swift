import HubModel
import HubText

/// What records refer to in their fields, as far as the caller may see it: whoever shows them need
/// not ask again, and what is not here is not to be shown at all.
struct Names {
  /// In their order, each once.
  private let references: [Reference]
  /// What each of them is called; nil where the caller may not see it.
  private let labels: [LocalizedText?]

  /// - Parameter references: in any order, and as often as they come.
  init(of references: [Reference], in reading: Reading) throws {
    var each: [Reference] = []
    for reference in references.sorted() where each.last != reference { each.append(reference) }
    self.references = each
    labels = try Directory.labels(of: each, in: reading)
  }

  init<R: Stored>(of records: [R], in reading: Reading) throws {
    var references: [Reference] = []
    Self.gather(records, into: &references)
    try self.init(of: references, in: reading)
  }

  /// - Parameter asked: what is shown of the records, whose names come along unless all of them are
  ///   asked for; nil for whole records.
  init<R: Stored>(of records: [R], showing asked: AskedMembers?, in reading: Reading) throws {
    guard let asked, !asked.contains("names") else {
      try self.init(of: records, in: reading)
      return
    }
    let fields = R.fields.filter { $0.kind.refers && asked.contains($0.name) }
    var references: [Reference] = []
    for record in records {
      let header = record.header
      if asked.contains("network") { Self.add(header.network.reference, to: &references) }
      if asked.contains("sharedWith") { references += header.sharedWith }
      for field in fields { references += field.references(of: record) }
    }
    try self.init(of: references, in: reading)
  }

  /// Adds what the records refer to.
  static func gather<R: Stored>(_ records: [R], into references: inout [Reference]) {
    let table = R.table
    records.withUnsafeBufferPointer { records in
      guard var record = records.baseAddress else { return }
      for _ in records.indices {
        Self.add(record.pointee.header.network.reference, to: &references)
        for shared in record.pointee.header.sharedWith { Self.add(shared, to: &references) }
        table.forEachReference(of: record) { Self.add($0, to: &references) }
        record += 1
      }
    }
  }

  /// Records that are shown together refer to much the same: what was added a short while ago is
  /// not added again.
  private static func add(_ reference: Reference, to references: inout [Reference]) {
    for index in references.indices.suffix(8) where references[index] == reference { return }
    references.append(reference)
  }

  func contains(_ reference: Reference) -> Bool {
    var (low, high) = (0, references.count)
    while low < high {
      let middle = (low + high) / 2
      if references[middle] < reference { low = middle + 1 } else { high = middle }
    }
    return low < references.count && references[low] == reference && labels[low] != nil
  }

  /// Writes `"names": {"P-3": {"en": …, "fr": …}, …}`.
  func write(to writer: inout JSONWriter) {
    writer.key("names")
    writer.beginObject()
    for (reference, label) in zip(references, labels) {
      guard let label else { continue }
      writer.key(Reference.mostBytes) { reference.spell($0) }
      writer.localized(label)
    }
    writer.endObject()
  }
}
