import HubModel
package import HubText

/// A record as JSON, and JSON onto a record.
package enum RecordJSON {
  /// Writes the members of a record: what every record has, its fields, and what the caller can
  /// do with it now.
  ///
  /// - Parameters:
  ///   - links: the references of its neighbours along the chain that the caller may see.
  ///   - names: what it refers to, as far as the caller may see it; the rest is not written.
  ///   - more: writes further members.
  static func write<R: Stored>(
    _ record: R, for caller: Caller, links: some Sequence<Reference>, names: Names,
    to writer: inout JSONWriter, more: (inout JSONWriter) -> Void = { _ in }
  ) {
    let header = record.header
    writer.beginObject()
    writer.key(.ref)
    writer.reference(record.reference)
    writer.member(.type, R.type.rawValue)
    if R.lifeCycle != nil { writer.member(.state, header.state) }
    writer.member(.visibility, header.visibility.rawValue)
    writer.key(.network)
    writer.reference(header.network.reference)
    let sharedWith = header.sharedWith.filter(names.contains)
    if !sharedWith.isEmpty {
      writer.key(.sharedWith)
      writer.references(sharedWith)
    }
    if header.illustrative {
      writer.key(.illustrative)
      writer.bool(true)
    }
    FieldJSON.writeMembers(of: record, for: caller, showing: names, to: &writer)
    writer.key(.created)
    writer.moment(header.created)
    writer.key(.modified)
    writer.moment(header.modified)
    writer.key(.version)
    writer.integer(Int64(header.version))
    writer.key(.links)
    writer.references(links)
    writer.key(.can)
    writer.beginArray()
    Access.forEachVerb(to: caller, record) { writer.string($0) }
    writer.endArray()
    more(&writer)
    writer.endObject()
  }

  /// What a caller may not set, and whoever sends a record back unchanged may leave in.
  static let readOnly: Set<String> = [
    "ref", "type", "state", "created", "modified", "version", "links", "can", "moves",
    "names",
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
    let table = R.table
    let former = record
    var reader = FieldReader(reading)
    try reader.prepare(members, of: R.self)
    let shown = try ShownFields(former, in: reading)
    for member in members {
      let pointer = Fault.pointer(prefix, member.name)
      if let field = table.field(named: member.name) {
        if try shown.isUnchanged(field, member.value) { continue }
        guard !field.traits.contains(.system) else {
          reader.faults.append(Fault("readOnlyField", at: pointer, ["field": field.name]))
          continue
        }
        if case .localized = field.kind, reader.isStillRight(member.value) {
          reader.stillRight.append(field.name)
        }
        let cells = try reader.cells(
          member.value, field.kind, optional: field.traits.contains(.optional),
          former: field.cells(of: former), at: pointer)
        guard let cells else { continue }
        var source = CellReader(shown.keeping(hiddenOf: field, in: cells))
        field.load(&record, from: &source)
      } else {
        try header(member, of: &record.header, R.self, &reader, at: pointer)
      }
    }
    shown.keepHiddenShares(in: &record.header)
    guard reader.faults.isEmpty else { throw Refusal.invalid(reader.faults) }
    let unreconciled = try record.reconcile(Set(members.map(\.name)), over: former, in: reading)
    guard unreconciled.isEmpty else { throw Refusal.invalid(unreconciled) }
    markStale(&record, former: former)
    for field in reader.stillRight { clearStale(field, of: &record) }
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
    case "state":
      // A record that is sent back as it was read has its state in it; another one is a move.
      let own = header.number == 0 ? [R.lifeCycle?.initial, R.pastState] : [header.state]
      if let word = member.value.string, !own.contains(word) {
        _ = reader.fault("stateByMove", pointer, ["state": word]) as Int?
      }
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

  /// Marks the side of a text that fell behind the other one, unless somebody says on the occasion
  /// that it is still right.
  package static func markStale<R: Stored>(
    _ record: inout R, former: R, on occasion: Occasion = .ordinary
  ) {
    guard former.header.version > 0 else { return }
    for field in R.fields {
      guard case .localized = field.kind else { continue }
      let cells = field.cells(of: record)
      let before = field.cells(of: former)
      guard cells != before, cells[0] != .null, before[0] != .null else { continue }
      var new = CellReader(cells)
      var old = CellReader(before)
      var replaced: [Cell] = []
      var text = LocalizedText(from: &new).replacing(LocalizedText(from: &old))
      if occasion.contains(.stillRight) { text.stale = nil }
      text.write(to: &replaced)
      var source = CellReader(replaced)
      field.load(&record, from: &source)
    }
  }

  /// Takes the mark from a text of which somebody says that both languages are right.
  private static func clearStale<R: Stored>(_ name: String, of record: inout R) {
    guard let field = R.table.field(named: name) else { return }
    var cells = field.cells(of: record)
    guard cells.count == 3, cells[0] != .null else { return }
    cells[2] = .null
    var source = CellReader(cells)
    field.load(&record, from: &source)
  }
}
