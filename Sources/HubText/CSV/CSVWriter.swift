extension CSV {
  /// Writes a table: the same rows give the same bytes. Lines end with CRLF (RFC 4180).
  package struct Writer {
    /// What has been written and not been taken, UTF-8.
    package private(set) var bytes: [UInt8] = []
    private let separator: UInt8
    private let guardsFormulas: Bool

    /// - Parameters:
    ///   - separator: an ASCII character.
    ///   - guardsFormulas: puts an apostrophe before a text that a spreadsheet would run as a
    ///     formula. A file so guarded does not read back the same, so it is for people only.
    package init(separator: UInt8 = UInt8(ascii: ","), guardsFormulas: Bool = false) {
      self.separator = separator
      self.guardsFormulas = guardsFormulas
    }

    /// Writes one row.
    package mutating func row(_ fields: [String]) {
      for (index, field) in fields.enumerated() {
        if index > 0 { bytes.append(separator) }
        append(field, alone: fields.count == 1)
      }
      bytes.append(0x0D)
      bytes.append(0x0A)
    }

    /// Writes a line without a field, which stands for no row but is counted.
    package mutating func emptyLine() { bytes += [0x0D, 0x0A] }

    /// Hands over what has been written, so that a long table needs no memory.
    package mutating func take() -> [UInt8] {
      defer { bytes.removeAll(keepingCapacity: true) }
      return bytes
    }

    private mutating func append(_ field: String, alone: Bool) {
      let isFormula = guardsFormulas && Writer.isFormula(field)
      guard needsQuotes(field, alone: alone) else {
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        bytes.append(contentsOf: field.utf8)
        return
      }
      bytes.append(UInt8(ascii: "\""))
      if isFormula { bytes.append(UInt8(ascii: "'")) }
      for byte in field.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }

    private func needsQuotes(_ field: String, alone: Bool) -> Bool {
      // An empty field alone would be an empty line, and a mark at the beginning would be lost.
      if field.isEmpty { return alone }
      if field.unicodeScalars.first == "\u{FEFF}" { return true }
      if field.utf8.first == 0x20 || field.utf8.last == 0x20 { return true }
      return field.utf8.contains {
        $0 == separator || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
      }
    }

    private static func isFormula(_ field: String) -> Bool {
      switch field.utf8.first {
      case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: true
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        // A number is no formula.
        !field.utf8.dropFirst().allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
          || field.utf8.count == 1
      default: false
      }
    }
  }
}
