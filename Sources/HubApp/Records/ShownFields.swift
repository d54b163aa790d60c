import HubModel
import HubText

/// A record's fields as they are shown to somebody who is about to change some of them: what is
/// hidden from them is neither changed nor lost when they send back what they were shown.
struct ShownFields<R: Stored> {
  private let record: R
  private let names: Names?

  init(_ record: R, in reading: Reading) throws {
    self.record = record
    // A new record has nothing to hide.
    names = record.header.version > 0 ? try Names(of: [record], in: reading) : nil
  }

  /// Whether a value is the one that is shown of a field that the hub sets or that refers to
  /// other records.
  func isUnchanged(_ field: Field<R>, _ value: JSON) throws -> Bool {
    guard field.kind.refers || field.traits.contains(.system) else { return false }
    var writer = JSONWriter()
    FieldJSON.write(field, of: record, showing: names, to: &writer)
    return try JSON(parsing: String(decoding: writer.bytes, as: UTF8.self)) == value
  }

  /// A field's new cells, with what a list has in it that is hidden.
  func keeping(hiddenOf field: Field<R>, in cells: [Cell]) -> [Cell] {
    guard let names, case .references = field.kind, case .text(let list)? = cells.first else {
      return cells
    }
    let hidden = field.references(of: record).filter { !names.contains($0) }
    let words = [list] + hidden.map(\.description)
    return [.text(words.filter { !$0.isEmpty }.joined(separator: ","))]
  }

  /// Puts back with whom the record is shared that the caller may not see.
  func keepHiddenShares(in header: inout Header) {
    guard let names else { return }
    for reference in record.header.sharedWith
    where !names.contains(reference) && !header.sharedWith.contains(reference) {
      header.sharedWith.append(reference)
    }
  }
}

extension FieldKind {
  /// Whether the field refers to other records.
  var refers: Bool {
    switch self {
    case .reference, .anyReference, .references: true
    default: false
    }
  }
}
