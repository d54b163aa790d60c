import Foundation
import HubModel
import HubText
import HubWords

/// Writes the rows of a table as records of one kind, through the one path on which all are
/// written; every fault of every row is found before anything is refused.
struct ImportRun<R: Stored> {
  private let table: ImportTable
  private let keys: [ImportKind.Key]
  private let writing: Writing
  private let words: Words
  private var cells: ImportCells
  private var faults: [Fault] = []
  private var outcome = ImportResult()
  /// By what the rows until now are known, and where each stood.
  private var seen: [String: Int] = [:]

  init(_ table: ImportTable, _ keys: [ImportKind.Key], in writing: Writing, _ words: Words) {
    self.table = table
    self.keys = keys
    self.writing = writing
    self.words = words
    cells = ImportCells(R.type, ImportNames(writing), words)
  }

  /// - Throws: `Refusal.invalid` with every fault, by the row and the column where it stands;
  ///   `Refusal.notAllowed` where the caller may not do it at all.
  mutating func result() throws -> ImportResult {
    for row in table.rows { try take(row) }
    guard faults.isEmpty else {
      throw Refusal.invalid(
        faults.sorted { ($0.position ?? Self.start) < ($1.position ?? Self.start) })
    }
    return outcome
  }

  private static var start: Fault.Position { .init(line: 0, column: 0) }

  private mutating func take(_ row: CSV.Row) throws {
    let before = faults.count
    let members = try members(of: row)
    let isReadable = faults.count == before
    do {
      try keep(.object(members), of: row, isReadable: isReadable)
    } catch Refusal.invalid(let found) {
      faults += found.map { placed($0, row) }
    } catch Refusal.malformed(let found) {
      faults += found.map { placed($0, row) }
    } catch Refusal.conflict(let fault) {
      faults.append(placed(fault, row))
    } catch Refusal.notAllowed(let fault) {
      throw Refusal.notAllowed(placed(fault, row))
    }
  }

  /// What the row says, as the members of a record's JSON; an empty cell says nothing.
  private mutating func members(of row: CSV.Row) throws -> [JSON.Member] {
    let texts = row.fields.map { text in
      text.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    }
    cells.begin(zone: zone(of: texts))
    // Hours follow the days on which they are, whatever the order of the columns.
    let places = texts.indices.sorted { order(of: $0) < order(of: $1) }
    var members: [JSON.Member] = []
    for index in places where !texts[index].isEmpty {
      guard index < table.headings.count else {
        faults.append(
          Fault(
            "extraCell", at: "/\(row.number)", ["text": texts[index]],
            position: .init(line: row.number, column: index + 1)))
        continue
      }
      let heading = table.headings[index]
      guard let column = heading.column else {
        if heading.text.isEmpty {
          faults.append(
            Fault(
              "extraCell", at: "/\(row.number)", ["text": texts[index]],
              position: .init(line: row.number, column: index + 1)))
        }
        continue
      }
      let count = cells.faults.count
      let value = try cells.value(texts[index], in: column)
      faults += cells.faults[count...].map { placed($0, row, index) }
      guard let value else { continue }
      guard case .language(let language) = column.part else {
        members.append(.init(name: column.member, value: value))
        continue
      }
      let text = JSON.Member(name: language.rawValue, value: value)
      if let place = members.firstIndex(where: { $0.name == column.member }) {
        members[place].value = .object((members[place].value.object ?? []) + [text])
      } else {
        members.append(.init(name: column.member, value: .object([text])))
      }
    }
    return members
  }

  private func order(of index: Int) -> Int {
    guard index < table.headings.count, let column = table.headings[index].column else {
      return 999
    }
    return table.columns.firstIndex(of: column) ?? 999
  }

  /// The clocks by which the row's hours are meant: those that it names, else the network's.
  private func zone(of texts: [String]) -> TimeZone {
    let place = table.headings.firstIndex { $0.column?.member == "timeZone" }
    let named = place.flatMap { $0 < texts.count ? TimeZone(identifier: texts[$0]) : nil }
    return named ?? writing.caller.zone
  }

  /// - Parameter isReadable: whether every cell was: of the others the rest is looked at, so that all
  ///   that is wrong is told at once.
  private mutating func keep(_ json: JSON, of row: CSV.Row, isReadable: Bool) throws {
    var draft = R()
    let state = json["state"]?.string
    let content = JSON.object((json.object ?? []).filter { !["ref", "state"].contains($0.name) })
    try RecordJSON.apply(content, to: &draft, in: writing)
    let keys = keyTexts(of: draft, json)
    for key in keys {
      if let first = seen[key] {
        throw Refusal.fault("rowTwice", ["row": String(first)])
      }
      seen[key] = row.number
    }
    guard isReadable else { return }
    if let id = try known(draft, json) {
      return try change(id, content, to: state, row, keys)
    }
    // One of the past is recorded as held at once; whatever else is said of its state is a step.
    let isPast = state != nil && state == R.pastState
    let new =
      isPast
      ? JSON.object((content.object ?? []) + [.init(name: "state", value: .string(state ?? ""))])
      : content
    var record = try writing.create(R.self, from: new)
    if let state, record.header.state != state {
      record = try writing.move(record.id, to: state)
    }
    let label = record.label
    try cells.names.add(record.reference, called: [label.en, label.fr])
    outcome.add(
      .init(row: row.number, deed: .create, reference: record.reference, name: name(record, row)),
      keys: keys)
  }

  private mutating func change(
    _ id: ID<R>, _ content: JSON, to state: String?, _ row: CSV.Row, _ keys: [String]
  ) throws {
    let former = try writing.find(id)
    var record = try writing.edit(id) {
      try RecordJSON.apply(content, to: &$0, in: writing)
    }
    if let state, record.header.state != state { record = try writing.move(id, to: state) }
    let isSame = record.header.version == former.header.version
    var item = ImportResult.Item(
      row: row.number, deed: isSame ? .nothing : .change, reference: id.reference,
      name: name(record, row))
    for field in R.fields where field.cells(of: record) != field.cells(of: former) {
      item.changes.append(
        (field.name, try json(of: field, former), try json(of: field, record)))
    }
    if record.header.state != former.header.state {
      item.changes.append(
        ("state", .string(former.header.state), .string(record.header.state)))
    }
    if record.header.visibility != former.header.visibility {
      item.changes.append(
        (
          "visibility", .string(former.header.visibility.rawValue),
          .string(record.header.visibility.rawValue)
        ))
    }
    outcome.add(item, keys: keys)
  }

  /// A field as the caller may see it.
  private func json(of field: Field<R>, _ record: R) throws -> JSON {
    var writer = JSONWriter()
    let names = try Names(of: field.references(of: record), in: writing)
    FieldJSON.write(field, of: record, showing: names, to: &writer)
    return try JSON(parsing: writer.bytes)
  }

  /// The record that the row is about, if it is there already and the caller may see it.
  private mutating func known(_ draft: R, _ json: JSON) throws -> ID<R>? {
    if let text = json["ref"]?.string {
      guard let reference = Reference(text), let id = ID<R>(reference), try writing.seen(id) != nil
      else { throw Refusal.fault("unknownReference", at: "/ref", ["ref": text]) }
      let successor = try Successors.of([reference], in: writing)[reference]
      return successor.flatMap { ID<R>($0) } ?? id
    }
    for key in keys {
      switch key {
      case .fields(let names):
        let fields = R.fields.filter { names.contains($0.name) }
        guard fields.allSatisfy({ !$0.isBlank(draft) }) else { continue }
        return try writing.references(R.self, having: fields.map { ($0, $0.cells(of: draft)) })
          .first
      case .name:
        var found: Set<Reference> = []
        for name in [draft.label.en, draft.label.fr] where !name.isEmpty {
          found.formUnion(try cells.names.references(R.type, called: name))
        }
        guard found.count <= 1 else {
          throw Refusal.fault(
            "ambiguousName",
            [
              "text": draft.label.best(words.language),
              "refs": found.sorted().prefix(8).map(\.description).joined(separator: ", "),
            ])
        }
        return found.first.flatMap { ID<R>($0) }
      }
    }
    return nil
  }

  /// What the row is known by, each as a text.
  private func keyTexts(of draft: R, _ json: JSON) -> [String] {
    if let ref = json["ref"]?.string { return ["ref=\(ref)"] }
    return keys.compactMap { key -> [String]? in
      switch key {
      case .fields(let names):
        let fields = R.fields.filter { names.contains($0.name) }
        guard fields.allSatisfy({ !$0.isBlank(draft) }) else { return nil }
        return ["\(names.joined(separator: "+"))=\(fields.flatMap { $0.cells(of: draft) })"]
      case .name:
        // Two people can have one name; what has no other key is known by it.
        guard keys.count == 1 else { return nil }
        return Set([draft.label.en, draft.label.fr]).filter { !$0.isEmpty }.map {
          "name=\(Naming.letters($0))"
        }
      }
    }.flatMap(\.self)
  }

  /// What the record is called, or what the row says first.
  private func name(_ record: R, _ row: CSV.Row) -> String {
    let label = record.label.best(words.language)
    guard label.isEmpty else { return label }
    return row.fields.filter { !$0.isEmpty }.prefix(3).joined(separator: " · ")
  }

  /// A fault at the cell whose field it is about.
  private func placed(_ fault: Fault, _ row: CSV.Row, _ index: Int? = nil) -> Fault {
    let parts = fault.pointer.split(separator: "/").map(String.init)
    let place =
      index
      ?? table.headings.firstIndex { heading in
        guard let column = heading.column, column.member == parts.first else { return false }
        return column.part == .whole
          || column.part
            == parts.dropFirst().first.flatMap(Language.init)
            .map { .language($0) }
          || parts.count == 1
      }
    var placed = fault
    let name = place.map { table.headings[$0].text } ?? ""
    placed.pointer = name.isEmpty ? "/\(row.number)" : Fault.pointer("/\(row.number)", name)
    placed.position = .init(line: row.number, column: (place ?? 0) + 1)
    return placed
  }
}
