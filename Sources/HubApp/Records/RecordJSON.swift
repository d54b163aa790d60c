package import HubModel
package import HubText

/// A record as JSON, and JSON onto a record.
package enum RecordJSON {
  /// Writes the members of a record: what every record has, its fields, and what the caller can
  /// do with it now.
  ///
  /// - Parameters:
  ///   - links: the references of its neighbours along the chain that the caller may see.
  ///   - more: writes further members.
  package static func write<R: Record>(
    _ record: R, for caller: Caller, links: [Reference], to writer: inout JSONWriter,
    more: (inout JSONWriter) throws -> Void = { _ in }
  ) rethrows {
    let header = record.header
    writer.beginObject()
    member("ref", record.reference.description, &writer)
    member("type", R.type.rawValue, &writer)
    if R.lifeCycle != nil { member("state", header.state, &writer) }
    member("visibility", header.visibility.rawValue, &writer)
    member("network", header.network.description, &writer)
    if !header.sharedWith.isEmpty {
      writer.key("sharedWith")
      list(header.sharedWith.map(\.description), &writer)
    }
    if header.illustrative {
      writer.key("illustrative")
      writer.bool(true)
    }
    var cells: [Cell] = []
    for field in R.fields {
      cells.removeAll(keepingCapacity: true)
      field.write(record, to: &cells)
      writer.key(field.name)
      FieldJSON.write(cells[...], field.kind, to: &writer)
    }
    member("created", header.created.description, &writer)
    member("modified", header.modified.description, &writer)
    writer.key("version")
    writer.integer(Int64(header.version))
    writer.key("links")
    list(links.map(\.description), &writer)
    writer.key("can")
    var can = Access.openTransitions(caller, record).map(\.verb)
    if Access.mayWrite(caller, record) { can.insert("edit", at: 0) }
    list(can, &writer)
    try more(&writer)
    writer.endObject()
  }

  private static func member(_ name: String, _ value: String, _ writer: inout JSONWriter) {
    writer.key(name)
    writer.string(value)
  }

  private static func list(_ words: [String], _ writer: inout JSONWriter) {
    writer.beginArray()
    for word in words { writer.string(word) }
    writer.endArray()
  }

  /// What a caller may not set, and whoever sends a record back unchanged may leave in.
  static let readOnly: Set<String> = [
    "ref", "type", "state", "created", "modified", "version", "links", "can", "names",
  ]

  /// Sets a record's fields from the members of an object (an RFC 7396 merge patch).
  ///
  /// - Throws: `Refusal.invalid` with every fault: unknown members with the nearest field, wrong
  ///   types, unknown words and references.
  package static func apply<R: Stored>(
    _ json: JSON, to record: inout R, in reading: Reading, at prefix: String = ""
  ) throws {
    guard let members = json.object else {
      throw Refusal.malformed([Fault("wrongType", at: prefix, ["wanted": "object"])])
    }
    let former = record
    var reader = FieldReader(reading)
    for member in members {
      let pointer = Fault.pointer(prefix, member.name)
      if let field = R.fields.first(where: { $0.name == member.name }) {
        guard !field.traits.contains(.system) else {
          if try value(of: field, in: former) == member.value { continue }
          reader.faults.append(Fault("readOnlyField", at: pointer, ["field": field.name]))
          continue
        }
        let cells = try reader.cells(
          member.value, field.kind, optional: field.traits.contains(.optional),
          former: field.cells(of: former), at: pointer)
        guard let cells else { continue }
        var source = CellReader(cells)
        field.load(&record, from: &source)
      } else {
        try header(member, of: &record.header, R.self, &reader, at: pointer)
      }
    }
    guard reader.faults.isEmpty else { throw Refusal.invalid(reader.faults) }
    markStale(&record, former: former)
  }

  /// A field's value as the API writes it.
  private static func value<R: Record>(of field: Field<R>, in record: R) throws -> JSON {
    var writer = JSONWriter()
    FieldJSON.write(field.cells(of: record), field.kind, to: &writer)
    return try JSON(parsing: String(decoding: writer.bytes, as: UTF8.self))
  }

  private static func header<R: Stored>(
    _ member: JSON.Member, of header: inout Header, _ type: R.Type, _ reader: inout FieldReader,
    at pointer: String
  ) throws {
    switch member.name {
    case "visibility":
      let words = Visibility.allCases.map(\.rawValue)
      guard let word = member.value.string else {
        return _ = reader.wrongType("text", pointer) as Int?
      }
      guard let visibility = Visibility(rawValue: word) else {
        return _ = reader.unknown(word, words, pointer) as Int?
      }
      header.visibility = visibility
    case "illustrative":
      guard let flag = member.value.bool else {
        return _ = reader.wrongType("flag", pointer) as Int?
      }
      header.illustrative = flag
    case "network":
      guard let found = try reader.reference(member.value, [.network], at: pointer) else { return }
      if header.version > 0, found.number != header.network.number {
        return _ = reader.fault("fixedField", pointer, ["field": "network"]) as Int?
      }
      header.network = ID(found.number)
    case "sharedWith":
      guard let values = reader.elements(member.value, pointer) else { return }
      let shared = try values.enumerated().compactMap {
        try reader.reference($0.element, [.body, .person], at: "\(pointer)/\($0.offset)")
      }
      header.sharedWith = shared
    case let name where readOnly.contains(name): break
    default:
      let known = R.fields.map(\.name) + ["visibility", "illustrative", "network", "sharedWith"]
      let nearest = Nearest.word(to: member.name, among: known)
      var arguments = ["word": member.name, "known": known.joined(separator: ", ")]
      arguments["nearest"] = nearest
      _ =
        reader.fault(nearest == nil ? "unknownField" : "unknownFieldNear", pointer, arguments)
        as Int?
    }
  }

  /// Marks the side of a text that fell behind the other one.
  package static func markStale<R: Record>(_ record: inout R, former: R) {
    guard former.header.version > 0 else { return }
    for field in R.fields {
      guard case .localized = field.kind else { continue }
      let cells = field.cells(of: record)
      let before = field.cells(of: former)
      guard cells != before, cells[0] != .null, before[0] != .null else { continue }
      var new = CellReader(cells)
      var old = CellReader(before)
      var replaced: [Cell] = []
      LocalizedText(from: &new).replacing(LocalizedText(from: &old)).write(to: &replaced)
      var source = CellReader(replaced)
      field.load(&record, from: &source)
    }
  }
}
