import HubModel
import HubText

/// The values of fields as JSON: one place for the form that the API, exports and the history
/// share.
final class FieldJSON: FieldOutput {
  private let writer: UnsafeMutablePointer<JSONWriter>
  private let names: Names?

  private init(_ writer: UnsafeMutablePointer<JSONWriter>, _ names: Names?) {
    self.writer = writer
    self.names = names
  }

  /// Writes the value of one field of a record.
  ///
  /// - Parameter names: what may be shown of what the field refers to; nil for all of it.
  static func write<R: Record>(
    _ field: Field<R>, of record: R, showing names: Names? = nil, to writer: inout JSONWriter
  ) {
    withUnsafeMutablePointer(to: &writer) { writer in
      let output = FieldJSON(writer, names)
      withUnsafePointer(to: record) { field.place.put($0, into: output) }
    }
  }

  /// Writes the fields of a record as members, as the caller may see them.
  static func writeMembers<R: Stored>(
    of record: R, for caller: Caller, showing names: Names, to writer: inout JSONWriter
  ) {
    let confined = R.table.confined.isEmpty || Access.mayWrite(caller, record)
    withUnsafeMutablePointer(to: &writer) { writer in
      let output = FieldJSON(writer, names)
      R.table.forEachField(of: record, confined: confined) { name, place, record in
        writer.pointee.key(name)
        place.put(record, into: output)
      }
    }
  }

  /// Writes those that are asked for.
  static func writeMembers<R: Stored>(
    _ asked: AskedMembers, of record: R, for caller: Caller, showing names: Names,
    to writer: inout JSONWriter
  ) {
    let mayWrite = R.table.confined.isEmpty || Access.mayWrite(caller, record)
    for field in R.fields where asked.contains(field.name) {
      guard mayWrite || !R.table.confined.contains(field.name) else { continue }
      writer.key(field.name)
      write(field, of: record, showing: names, to: &writer)
    }
  }

  func absent() { writer.pointee.null() }
  func put(_ text: String) { writer.pointee.string(text) }
  func put(_ number: Int64) { writer.pointee.integer(number) }
  func put(_ flag: Bool) { writer.pointee.bool(flag) }
  func put(_ day: Day) { writer.pointee.day(day) }
  func put(_ moment: Moment) { writer.pointee.moment(moment) }

  func put(_ text: LocalizedText) {
    writer.pointee.beginObject()
    writer.pointee.member(.en, text.en)
    writer.pointee.member(.fr, text.fr)
    if let stale = text.stale { writer.pointee.member(.stale, stale.rawValue) }
    writer.pointee.endObject()
  }

  func put(_ money: Money) {
    writer.pointee.beginObject()
    writer.pointee.member(.amount, money.amount)
    writer.pointee.member(.currency, money.currency)
    writer.pointee.endObject()
  }

  /// A neighbour that the caller may not see is written as if there were none.
  func put(_ reference: Reference) {
    writer.pointee.reference(names?.contains(reference) ?? true ? reference : nil)
  }

  func put(references: [Reference]) {
    writer.pointee.references(references.filter { names?.contains($0) ?? true })
  }

  func put(words: [String]) { writer.pointee.list(words) }

  func put(votes: [VoteCount]) {
    writer.pointee.beginArray()
    for count in votes {
      writer.pointee.beginObject()
      writer.pointee.key("stakeholderGroup")
      if let group = count.group { put(group.rawValue) } else { absent() }
      writer.pointee.member("inFavour", count.inFavour)
      writer.pointee.member("against", count.against)
      writer.pointee.member("abstained", count.abstained)
      writer.pointee.endObject()
    }
    writer.pointee.endArray()
  }
}
