import HubModel
import HubText
import HubWords

/// What an import did, or would do, row by row.
struct ImportResult {
  /// What becomes of a row.
  enum Deed: String, CaseIterable {
    case create, change, nothing
  }

  /// A row and its record.
  struct Item {
    let row: Int
    let deed: Deed
    /// nil for one that would be new.
    let reference: Reference?
    /// What the record is called, or what the row says first.
    let name: String
    /// The fields that became another value, with both as the API has them.
    var changes: [(field: String, from: JSON, to: JSON)] = []
  }

  /// How many items an answer tells; how many there are of each is told whatever there are.
  static let most = 1000

  private(set) var items: [Item] = []
  private(set) var counts: [Deed: Int] = [:]
  /// What the rows are known by, so that a program which sends a long table in parts finds the same
  /// record in two of them.
  private(set) var keys: [(row: Int, key: String)] = []

  mutating func add(_ item: Item, keys: [String]) {
    counts[item.deed, default: 0] += 1
    if items.count < Self.most { items.append(item) }
    self.keys += keys.map { (item.row, $0) }
  }

  /// Writes the answer.
  ///
  /// - Parameters:
  ///   - isDry: whether nothing was kept: what is new has no reference then.
  ///   - isPart: whether the table is a part of a longer one.
  func write(
    of table: ImportTable, isDry: Bool, isPart: Bool, _ words: Words, to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("kind", table.kind.name)
    writer.key("dryRun")
    writer.bool(isDry)
    writer.key("columns")
    writer.beginArray()
    for heading in table.headings where !heading.text.isEmpty {
      writer.beginObject()
      writer.member("heading", heading.text)
      writer.key("readAs")
      if let column = heading.column { writer.string(column.name) } else { writer.null() }
      writer.key("label")
      if let column = heading.column {
        writer.string(column.label(in: words, of: table.kind.type))
      } else {
        writer.null()
      }
      writer.endObject()
    }
    writer.endArray()
    writer.member("rows", table.rows.count)
    for (name, deed) in [("created", Deed.create), ("changed", .change), ("unchanged", .nothing)] {
      writer.member(name, counts[deed, default: 0])
    }
    writer.key("remarks")
    writer.beginArray()
    for row in table.remarks { writer.integer(Int64(row)) }
    writer.endArray()
    writer.key("items")
    writer.beginArray()
    for item in items { write(item, isDry: isDry, to: &writer) }
    writer.endArray()
    if isPart {
      writer.key("keys")
      writer.beginArray()
      for (row, key) in keys {
        writer.beginObject()
        writer.member("row", row)
        writer.member("key", key)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
  }

  private func write(_ item: Item, isDry: Bool, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("row", item.row)
    writer.member("does", item.deed.rawValue)
    writer.key("ref")
    writer.reference(isDry && item.deed == .create ? nil : item.reference)
    writer.member("name", item.name)
    writer.key("changes")
    writer.beginArray()
    for change in item.changes {
      writer.beginObject()
      writer.member("field", change.field)
      writer.key("from")
      writer.raw(change.from.text)
      writer.key("to")
      writer.raw(change.to.text)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}
