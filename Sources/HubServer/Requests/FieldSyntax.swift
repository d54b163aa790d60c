/// What may stand in a header field (RFC 9110, section 5).
enum FieldSyntax {
  /// Whether the bytes can be the name of a field or a method: letters, digits and some marks.
  static func isToken(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        let half: UInt64 =
          switch byte >> 6 {
          case 0: 0x03FF_6CFA_0000_0000
          case 1: 0x57FF_FFFF_C7FF_FFFE
          default: 0
          }
        return half >> UInt64(byte & 63) & 1 == 1
      }
  }

  /// Whether the bytes can be the value of a field: no control characters but the tab.
  static func isValue(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }

  /// Whether a name is the given one, which is in lower case, in whatever case it is written.
  static func isName(_ bytes: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    guard bytes.count == name.utf8CodeUnitCount else { return false }
    for index in 0..<bytes.count {
      let byte = bytes[index]
      let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if lower != name.utf8Start[index] { return false }
    }
    return true
  }
}
