extension CSV {
  /// What separates the fields of a table, and where its rows begin.
  ///
  /// A spreadsheet's own line `sep=;` says it. Else it is the one of comma, semicolon and tab that
  /// stands most often in the first line, outside quotes.
  package static func separator(of bytes: some Sequence<UInt8>) -> (separator: UInt8, start: Int) {
    var line: [UInt8] = []
    var isQuoted = false
    var counts: [UInt8: Int] = [:]
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted { break }
      line.append(byte)
      if !isQuoted, separators.contains(byte) { counts[byte, default: 0] += 1 }
    }
    let mark = line.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let said = line.dropFirst(mark)
    if said.starts(with: Array("sep=".utf8)), let separator = said.dropFirst(4).first,
      separators.contains(separator), said.dropFirst(5).allSatisfy({ $0 == 0x0D })
    {
      return (separator, line.count + 1)
    }
    let most = separators.max { counts[$0, default: 0] < counts[$1, default: 0] }
    return (most.flatMap { counts[$0] == nil ? nil : $0 } ?? UInt8(ascii: ","), 0)
  }

  private static let separators: [UInt8] = [0x09, UInt8(ascii: ";"), UInt8(ascii: ",")]
}
