import Foundation
import HubConsole
import HubText
import HubWords

/// A table in parts that fit a request each, read piece by piece: a file of a million rows takes no
/// more memory than one of a thousand.
struct ImportParts {
  /// Some of the rows, under the head of the table.
  struct Part {
    let bytes: [UInt8]
    /// The number of its first row in the file.
    let firstRow: Int
    /// How many bytes of the file have been read with it.
    let end: Int
  }

  private let file: String
  private let encoding: CSV.Encoding
  private let call: Invocation
  /// The whole file where it is short, or came from standard input.
  private let short: [UInt8]?
  let bytes: Int

  /// What a request takes; it may have fewer rows.
  private static let mostBytes = 900_000
  private static let mostRows = 2000

  init(_ file: String, encoding: CSV.Encoding, in call: Invocation) throws {
    self.file = file
    self.encoding = encoding
    self.call = call
    let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
    if let size, size > Self.mostBytes {
      short = nil
      bytes = size
    } else {
      let whole = try TextFile.read(file, in: call)
      short = whole
      bytes = whole.count
    }
  }

  /// The file as it is, where one request takes it.
  func whole() throws -> [UInt8]? {
    guard let short, short.count <= Self.mostBytes else { return nil }
    let lines = short.count { $0 == 0x0A }
    return lines <= Self.mostRows ? short : nil
  }

  /// Hands out the parts one after another.
  ///
  /// - Throws: what the file's form is not, with its place, and what `body` throws.
  func forEach(_ body: (Part) throws -> Void) throws {
    var head: [String]?
    var rows: [CSV.Row] = []
    var size = 0
    var read = 0
    var reader: CSV.Reader?
    func give() throws {
      guard let first = rows.first, let head else { return }
      var writer = CSV.Writer()
      writer.row(head)
      var next = first.number
      for row in rows {
        // Rows that are empty are counted as they stand in the file.
        while next < row.number {
          writer.emptyLine()
          next += 1
        }
        writer.row(row.fields)
        next += 1
      }
      rows.removeAll(keepingCapacity: true)
      size = 0
      try body(Part(bytes: writer.take(), firstRow: first.number, end: read))
    }
    func take(_ row: CSV.Row) throws {
      guard head != nil else {
        head = row.fields
        return
      }
      rows.append(row)
      size += row.fields.reduce(row.fields.count) { $0 + $1.utf8.count }
      if rows.count >= Self.mostRows || size > Self.mostBytes { try give() }
    }
    do {
      try forEachPiece { piece in
        read += piece.count
        var utf8 = encoding == .utf8 ? piece : CSV.windows1252(piece)
        if reader == nil {
          let form = CSV.separator(of: utf8)
          reader = CSV.Reader(separator: form.separator)
          utf8.removeFirst(form.start)
        }
        try reader?.read(utf8, row: take)
      }
      try reader?.finish(row: take)
    } catch let error as CSV.SyntaxError {
      throw Failure(.refused, [sentence(error)], bare: true)
    }
    try give()
  }

  private func sentence(_ error: CSV.SyntaxError) -> String {
    let words = call.words
    let arguments = ["line": String(error.line), "column": String(error.column), "text": ""]
    let text =
      switch error.kind {
      case .strayQuote: words("fault.tableStrayQuote", arguments)
      case .textAfterQuote: words("fault.tableTextAfterQuote", arguments)
      case .unclosedQuote, .rowTooLong: words("fault.tableUnclosedQuote", arguments)
      case .bareCarriageReturn: words("fault.tableBareReturn", arguments)
      case .invalidUTF8: words("import.notUTF8", arguments)
      }
    return words("import.faultInFile", ["file": file, "sentence": text])
  }

  private func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    if let short { return try body(CSV.utf8(short, from: .utf8)) }
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw Failure(.refused, [call.words("file.unreadable", ["file": file])])
    }
    defer { try? handle.close() }
    while let data = try handle.read(upToCount: 256 * 1024), !data.isEmpty {
      try body([UInt8](data))
    }
  }
}
