import HubModel
import HubText

/// A field's value as JSON: one place for the form that the API, exports and the history share.
enum FieldJSON {
  static func write(_ cells: [Cell], _ kind: FieldKind, to writer: inout JSONWriter) {
    write(cells[...], kind, to: &writer)
  }

  static func write(_ cells: ArraySlice<Cell>, _ kind: FieldKind, to writer: inout JSONWriter) {
    let first = cells[cells.startIndex]
    switch (kind, first) {
    case (_, .null): writer.null()
    case (.localized, .text(let en)):
      writer.beginObject()
      writer.key("en")
      writer.string(en)
      writer.key("fr")
      if case .text(let fr) = cells[cells.startIndex + 1] {
        writer.string(fr)
      } else {
        writer.null()
      }
      if case .text(let stale) = cells[cells.startIndex + 2] {
        writer.key("stale")
        writer.string(stale)
      }
      writer.endObject()
    case (.flag, .integer(let value)): writer.bool(value != 0)
    case (.day, .integer(let value)): writer.string(Day(number: Int(value)).description)
    case (.moment, .integer(let value)):
      writer.string(Moment(milliseconds: value).description)
    case (.money, .integer(let cents)):
      writer.beginObject()
      writer.key("amount")
      writer.string(Money(cents: cents).amount)
      writer.key("currency")
      if case .text(let currency) = cells[cells.startIndex + 1] {
        writer.string(currency)
      } else {
        writer.null()
      }
      writer.endObject()
    case (.reference(let type), .integer(let number)):
      writer.string(Reference(type, number).description)
    case (.anyReference, .text(let type)):
      if let type = RecordType(rawValue: type),
        case .integer(let number) = cells[cells.startIndex + 1]
      {
        writer.string(Reference(type, number).description)
      } else {
        writer.null()
      }
    case (.references, .text(let list)), (.choices, .text(let list)), (.words, .text(let list)):
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
