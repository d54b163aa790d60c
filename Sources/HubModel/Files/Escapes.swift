/// Backslashes before the signs that hold a value in parentheses together.
enum Escapes {
  private static let signs: Set<UInt8> = [0x28, 0x29, 0x2C, 0x3B, 0x5C]

  /// Whether an odd number of backslashes stands before a place.
  static func isEscaped(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Bool {
    bytes[..<at].reversed().prefix { $0 == 0x5C }.count % 2 == 1
  }

  static func escaped(_ text: String) -> String { escaped(text, but: nil) }

  /// - Parameter exception: a sign that holds nothing together where the text will stand.
  static func escaped(_ text: String, but exception: UInt8?) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      if signs.contains(byte), byte != exception { out.append(0x5C) }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] == 0x5C, at + 1 < bytes.endIndex, signs.contains(bytes[at + 1]) { at += 1 }
      out.append(bytes[at])
      at += 1
    }
    return out
  }

  /// What stands in the parentheses at the very end, and what stands before them.
  static func parentheses(
    _ bytes: ArraySlice<UInt8>
  ) -> (before: ArraySlice<UInt8>, inside: ArraySlice<UInt8>)? {
    guard bytes.last == 0x29, !isEscaped(bytes, bytes.endIndex - 1) else { return nil }
    var depth = 0
    for at in bytes.indices.reversed() where bytes[at] == 0x28 || bytes[at] == 0x29 {
      guard !isEscaped(bytes, at) else { continue }
      depth += bytes[at] == 0x29 ? 1 : -1
      if depth == 0 { return (bytes[..<at], bytes[(at + 1)...].dropLast()) }
    }
    return nil
  }

  /// Where a bracket stands that has no partner.
  static func oddBracket(_ bytes: ArraySlice<UInt8>) -> Int? {
    var open: [Int] = []
    for at in bytes.indices where bytes[at] == 0x28 || bytes[at] == 0x29 {
      guard !isEscaped(bytes, at) else { continue }
      if bytes[at] == 0x28 {
        open.append(at)
      } else if open.popLast() == nil {
        return at
      }
    }
    return open.first
  }

  /// The parts between a separator that is not escaped, without blanks around them.
  static func parts(
    _ bytes: ArraySlice<UInt8>, _ separator: UInt8, keepingEmpty: Bool = false
  ) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for at in bytes.indices where bytes[at] == separator && !isEscaped(bytes[start...], at) {
      parts.append(Blanks.trimmed(bytes[start..<at]))
      start = at + 1
    }
    parts.append(Blanks.trimmed(bytes[start...]))
    return keepingEmpty ? parts : parts.filter { !$0.isEmpty }
  }
}
