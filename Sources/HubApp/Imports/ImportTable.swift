import Foundation
import HubModel
import HubText
import HubWords

/// A table that was sent: its head and its rows, read before any transaction begins.
struct ImportTable {
  /// A column of the table as it came.
  struct Heading {
    /// As it is written there.
    let text: String
    /// What it was read as; nil where it is kept out.
    let column: ImportColumn?
  }

  let kind: ImportKind
  /// What its columns can be.
  let columns: [ImportColumn]
  let headings: [Heading]
  let rows: [CSV.Row]
  /// Rows that are remarks: their first cell begins with `# `, as the example in a template does.
  let remarks: [Int]

  /// How many rows a request may have: other writers wait for it.
  static let most = 2000

  /// - Parameters:
  ///   - without: headings of columns that are kept out.
  ///   - first: the number of the row after the head, where the table is a part of a longer one.
  ///   - languages: in which the network works.
  /// - Throws: `Refusal.invalid` with every fault of the head, or of the form of the file.
  init(
    _ bytes: [UInt8], of kind: ImportKind, encoding: CSV.Encoding, without: [String], first: Int,
    languages: [Language]
  ) throws {
    self.kind = kind
    columns = kind.columns
    let bytes = CSV.utf8(bytes, from: encoding)
    try Self.checkEncoding(bytes)
    guard !bytes.withUnsafeBufferPointer({ CombiningMarks.areTooMany(in: $0) }) else {
      throw Refusal.malformed([Fault("tooManyMarks", ["most": String(CombiningMarks.most)])])
    }
    let all = try Self.rows(bytes)
    guard let head = all.first else { throw Refusal.fault("tableIsEmpty") }
    headings = try Self.headings(head, of: kind, without: without, languages: languages)
    let offset = first - head.number - 1
    var rows: [CSV.Row] = []
    var remarks: [Int] = []
    for var row in all.dropFirst() where row.fields.contains(where: { !$0.isEmpty }) {
      row.number += offset
      if row.fields[0].hasPrefix("# ") { remarks.append(row.number) } else { rows.append(row) }
    }
    self.rows = rows
    self.remarks = remarks
    guard rows.count <= Self.most else {
      throw Refusal.fault("tooManyRows", ["most": String(Self.most)])
    }
  }

  /// Says where it is no UTF-8, and what would be read if it is what it mostly is then.
  private static func checkEncoding(_ bytes: [UInt8]) throws {
    guard let line = CSV.firstLineNotUTF8(in: bytes) else { return }
    let text = String(decoding: CSV.windows1252(line.bytes), as: UTF8.self)
    let read =
      text.split(whereSeparator: { ",;\t\r\"".contains($0) })
      .first { $0.utf8.contains { $0 >= 0x80 } } ?? ""
    throw Refusal.malformed([
      Fault("tableNotUTF8", ["line": String(line.number), "text": String(read.prefix(60))])
    ])
  }

  private static func rows(_ bytes: [UInt8]) throws -> [CSV.Row] {
    let form = CSV.separator(of: bytes)
    var reader = CSV.Reader(separator: form.separator)
    var rows: [CSV.Row] = []
    do {
      try reader.read(Array(bytes.dropFirst(form.start))) { rows.append($0) }
      try reader.finish { rows.append($0) }
    } catch let error as CSV.SyntaxError {
      let line = error.line + (form.start > 0 ? 1 : 0)
      throw Refusal.malformed([
        Fault(code(of: error.kind), ["line": String(line), "column": String(error.column)])
      ])
    }
    return rows
  }

  private static func code(of kind: CSV.SyntaxError.Kind) -> String {
    switch kind {
    case .strayQuote: "tableStrayQuote"
    case .textAfterQuote: "tableTextAfterQuote"
    case .unclosedQuote, .rowTooLong: "tableUnclosedQuote"
    case .bareCarriageReturn: "tableBareReturn"
    // The whole was UTF-8: a character is cut by a separator that is none.
    case .invalidUTF8: "tableStrayQuote"
    }
  }

  private static func headings(
    _ head: CSV.Row, of kind: ImportKind, without: [String], languages: [Language]
  ) throws -> [Heading] {
    var byName: [String: ImportColumn] = [:]
    var bare: [String: [ImportColumn]] = [:]
    for column in kind.columns {
      for name in column.names(of: kind.type) where byName[name] == nil { byName[name] = column }
      for name in column.nameWithoutLanguage(of: kind.type) ?? [] {
        bare[name, default: []].append(column)
      }
    }
    let keptOut = Set(without.map { Naming.letters($0) })
    var faults: [Fault] = []
    var seen: Set<ImportColumn> = []
    let headings = head.fields.enumerated().map { index, field -> Heading in
      let text = field.trimmingCharacters(in: .whitespacesAndNewlines)
      let plain = Naming.letters(text)
      let place = Fault.Position(line: head.number, column: index + 1)
      guard !text.isEmpty, !keptOut.contains(plain) else { return Heading(text: text, column: nil) }
      var column = byName[plain]
      if column == nil, let candidates = bare[plain] {
        column = candidates.first { $0.part == .language(languages[0]) && languages.count == 1 }
        if column == nil {
          faults.append(
            Fault(
              "columnWithoutLanguage", at: Fault.pointer("/\(head.number)", text),
              ["column": text, "names": candidates.map(\.name).joined(separator: ", ")],
              position: place))
          return Heading(text: text, column: nil)
        }
      }
      guard let column else {
        faults.append(unknown(text, kind, at: place))
        return Heading(text: text, column: nil)
      }
      if !seen.insert(column).inserted {
        faults.append(
          Fault(
            "columnTwice", at: Fault.pointer("/\(head.number)", text),
            ["column": text, "name": column.name], position: place))
      }
      return Heading(text: text, column: column)
    }
    faults += missing(seen, of: kind, head.number)
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
    return headings
  }

  private static func unknown(
    _ text: String, _ kind: ImportKind, at place: Fault.Position
  ) -> Fault {
    let names = kind.columns.map(\.name)
    let labels = kind.columns.flatMap { column in
      [Words(.en), Words(.fr)].map { column.label(in: $0, of: kind.type) }
    }
    let nearest = Nearest.word(to: text, among: names + labels)
    var arguments = ["word": text, "known": names.joined(separator: ", ")]
    arguments["nearest"] = nearest
    return Fault(
      nearest == nil ? "unknownColumn" : "unknownColumnNear",
      at: Fault.pointer("/\(place.line)", text), arguments, position: place)
  }

  /// What no new record is without; a table of records that are there has their references.
  private static func missing(
    _ seen: Set<ImportColumn>, of kind: ImportKind, _ row: Int
  ) -> [Fault] {
    let members = Set(seen.map(\.member))
    guard !members.contains("ref") else { return [] }
    var told: Set<String> = []
    return kind.columns.filter { $0.isRequired && !members.contains($0.member) }.compactMap {
      guard told.insert($0.member).inserted else { return nil }
      return Fault(
        "missingColumn", at: "/\(row)/\($0.name)",
        ["field": $0.member, "type": kind.type.rawValue, "name": $0.name],
        position: .init(line: row, column: 1))
    }
  }
}
