import HubModel
import HubText

/// A field's value as JSON: one place for the form that the API, exports and the history share.
enum FieldJSON {
  /// - Parameter names: what may be shown of what the field refers to; nil for all of it.
  static func write(
    _ cells: [Cell], _ kind: FieldKind, showing names: Names? = nil, to writer: inout JSONWriter
  ) {
    guard let first = cells.first else { return writer.null() }
    switch (kind, first) {
    case (_, .null): writer.null()
    case (.localized, .text(let en)):
      writer.beginObject()
      writer.key(.en)
      writer.string(en)
      writer.key(.fr)
      if case .text(let fr) = cells[1] {
        writer.string(fr)
      } else {
        writer.null()
      }
      if case .text(let stale) = cells[2] {
        writer.key(.stale)
        writer.string(stale)
      }
      writer.endObject()
    case (.flag, .integer(let value)): writer.bool(value != 0)
    case (.day, .integer(let value)): writer.day(Day(number: Int(value)))
    case (.moment, .integer(let value)): writer.moment(Moment(milliseconds: value))
    case (.money, .integer(let cents)):
      writer.beginObject()
      writer.key(.amount)
      writer.string(Money(cents: cents).amount)
      writer.key(.currency)
      if case .text(let currency) = cells[1] {
        writer.string(currency)
      } else {
        writer.null()
      }
      writer.endObject()
    case (.reference(let type), .integer(let number)):
      write(Reference(type, number), showing: names, to: &writer)
    case (.anyReference, .text(let type)):
      if let type = RecordType(rawValue: type), case .integer(let number) = cells[1] {
        write(Reference(type, number), showing: names, to: &writer)
      } else {
        writer.null()
      }
    case (.references, .text(let list)):
      let references = list.split(separator: ",").compactMap { Reference($0) }
      writer.references(references.filter { names?.contains($0) ?? true })
    case (.choices, .text(let list)), (.words, .text(let list)):
      writer.beginArray()
      for word in list.split(separator: ",") { writer.string(String(word)) }
      writer.endArray()
    case (.votes, .text(let list)):
      writer.beginArray()
      for word in list.split(separator: ",") {
        if let count = VoteCount(word: word) { write(count, to: &writer) }
      }
      writer.endArray()
    case (_, .integer(let value)): writer.integer(value)
    case (_, .text(let value)): writer.string(value)
    }
  }

  /// A neighbour that the caller may not see is written as if there were none.
  private static func write(
    _ reference: Reference, showing names: Names?, to writer: inout JSONWriter
  ) {
    if let names, !names.contains(reference) {
      writer.null()
    } else {
      writer.reference(reference)
    }
  }

  private static func write(_ count: VoteCount, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("stakeholderGroup")
    if let group = count.group { writer.string(group.rawValue) } else { writer.null() }
    writer.key("inFavour")
    writer.integer(Int64(count.inFavour))
    writer.key("against")
    writer.integer(Int64(count.against))
    writer.key("abstained")
    writer.integer(Int64(count.abstained))
    writer.endObject()
  }
}
