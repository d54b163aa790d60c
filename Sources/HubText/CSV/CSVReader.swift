extension CSV {
  /// Reads a table piece by piece, keeping no more than one row.
  ///
  /// Lines end with CRLF or LF; a byte order mark at the beginning and empty lines are left out.
  package struct Reader {
    private enum State { case fieldStart, plain, quoted, quoteInQuoted, carriageReturn }
    private struct Place { var line = 1, column = 1 }

    private let separator: UInt8
    private let maxRowBytes: Int
    private var state = State.fieldStart
    private var field: [UInt8] = []
    private var fields: [String] = []
    private var rowBytes = 0
    private var place = Place()
    private var fieldPlace = Place()
    private var rowLine = 1
    private var rowNumber = 1
    /// How much of a byte order mark has been seen; 3 once it cannot come any more.
    private var mark = 0

    /// - Parameters:
    ///   - separator: an ASCII character; French spreadsheets write `;`.
    ///   - maxRowBytes: what a row may hold at most.
    package init(separator: UInt8 = UInt8(ascii: ","), maxRowBytes: Int = 1 << 20) {
      self.separator = separator
      self.maxRowBytes = maxRowBytes
    }

    /// Takes the next bytes and hands out the rows that they complete.
    /// - Throws: a `SyntaxError`, after which the reader is of no use, or what `row` throws.
    package mutating func read(_ bytes: [UInt8], row: (Row) throws -> Void) throws {
      try bytes.withUnsafeBufferPointer { try read($0, row: row) }
    }

    /// Takes the next bytes and hands out the rows that they complete.
    /// - Throws: a `SyntaxError`, after which the reader is of no use, or what `row` throws.
    package mutating func read(
      _ bytes: UnsafeBufferPointer<UInt8>, row: (Row) throws -> Void
    ) throws {
      var index = 0
      while index < bytes.count, mark < 3 {
        try takeMark(bytes[index], row: row)
        index += 1
      }
      while index < bytes.count {
        let end = runEnd(in: bytes, from: index)
        if index < end {
          field.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
          rowBytes += end - index
          index = end
          if rowBytes > maxRowBytes { throw fault(.rowTooLong) }
        } else {
          try take(bytes[index], row: row)
          index += 1
        }
      }
    }

    /// Hands out the last row, where no line break ends it.
    /// - Throws: a `SyntaxError`, or what `row` throws.
    package mutating func finish(row: (Row) throws -> Void) throws {
      if mark < 3 { try releaseMark(row: row) }
      switch state {
      case .quoted: throw fault(.unclosedQuote, at: fieldPlace)
      case .carriageReturn: throw fault(.bareCarriageReturn)
      case .fieldStart where fields.isEmpty: return
      case .fieldStart, .plain, .quoteInQuoted: try endRow(row)
      }
      state = .fieldStart
    }

    /// The end of a run of bytes that belong to the field and need no decision.
    private mutating func runEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
      guard state == .plain || state == .quoted else { return start }
      let quoted = state == .quoted
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") || byte == 0x0A { break }
        if !quoted, byte == separator || byte == 0x0D { break }
        if byte & 0xC0 != 0x80 { place.column += 1 }
        index += 1
      }
      return index
    }

    private mutating func take(_ byte: UInt8, row: (Row) throws -> Void) throws {
      switch (state, byte) {
      case (.carriageReturn, 0x0A): try endLine(row)
      case (.carriageReturn, _): throw fault(.bareCarriageReturn)
      case (.fieldStart, UInt8(ascii: "\"")):
        state = .quoted
        fieldPlace = place
      case (.plain, UInt8(ascii: "\"")): throw fault(.strayQuote)
      case (.quoted, UInt8(ascii: "\"")): state = .quoteInQuoted
      case (.quoteInQuoted, UInt8(ascii: "\"")):
        field.append(byte)
        state = .quoted
      case (.quoted, _):
        field.append(byte)
        if byte == 0x0A {
          place = Place(line: place.line + 1, column: 0)
        }
      case (_, separator): try endField()
      case (_, 0x0D): state = .carriageReturn
      case (_, 0x0A): try endLine(row)
      case (.quoteInQuoted, _): throw fault(.textAfterQuote)
      case (.fieldStart, _), (.plain, _):
        if state == .fieldStart { fieldPlace = place }
        state = .plain
        field.append(byte)
      }
      rowBytes += 1
      if rowBytes > maxRowBytes { throw fault(.rowTooLong) }
      if byte & 0xC0 != 0x80 { place.column += 1 }
    }

    private mutating func endField() throws {
      guard let text = String(utf8: field) else {
        throw fault(.invalidUTF8, at: fieldPlace)
      }
      fields.append(text)
      field.removeAll(keepingCapacity: true)
      state = .fieldStart
    }

    private mutating func endLine(_ row: (Row) throws -> Void) throws {
      let isEmpty = fields.isEmpty && rowBytes == (state == .carriageReturn ? 1 : 0)
      if !isEmpty { try endRow(row) }
      state = .fieldStart
      place = Place(line: place.line + 1, column: 0)
      rowLine = place.line
      rowNumber += 1
      rowBytes = -1
    }

    private mutating func endRow(_ row: (Row) throws -> Void) throws {
      try endField()
      let complete = Row(fields: fields, line: rowLine, number: rowNumber)
      fields.removeAll(keepingCapacity: true)
      try row(complete)
    }

    private func fault(_ kind: SyntaxError.Kind, at place: Place? = nil) -> SyntaxError {
      let place = place ?? self.place
      return SyntaxError(kind: kind, line: place.line, column: place.column)
    }

    private static let markBytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    private mutating func takeMark(_ byte: UInt8, row: (Row) throws -> Void) throws {
      if byte == Reader.markBytes[mark] {
        mark += 1
      } else {
        try releaseMark(row: row)
        try take(byte, row: row)
      }
    }

    /// What looked like the beginning of a mark was text.
    private mutating func releaseMark(row: (Row) throws -> Void) throws {
      let seen = mark
      mark = 3
      for byte in Reader.markBytes.prefix(seen) { try take(byte, row: row) }
    }
  }
}
