/// Text as people compare it: lower case, without accents, with plain blanks, dashes and
/// apostrophes. What people type on a phone, on a Mac and on a keyboard without accents is then
/// the same word.
package enum Folding {
  /// The folded UTF-8 bytes; letters outside Latin are kept as they are.
  static func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.underestimatedCount)
    var lead: UInt8 = 0
    var middle: UInt8 = 0
    for byte in bytes {
      switch lead {
      case 0:
        if byte < 0x80 {
          out.append(plain(byte))
        } else {
          lead = byte
        }
      case 0xC2:
        if byte == 0xA0 { out.append(0x20) } else { out.append(contentsOf: [lead, byte]) }
        lead = 0
      case 0xC3:
        latin(byte, into: &out)
        lead = 0
      case 0xC5 where byte == 0x92 || byte == 0x93:
        out.append(contentsOf: [0x6F, 0x65])
        lead = 0
      case 0xCC, 0xCD:  // A combining accent: the letter before it has been written.
        lead = 0
      case 0xE2 where middle == 0 && byte == 0x80:
        middle = byte
      case 0xE2 where middle != 0:
        punctuation(byte, into: &out)
        (lead, middle) = (0, 0)
      default:
        out.append(contentsOf: [lead, byte])
        lead = 0
      }
    }
    if lead != 0 { out.append(lead) }
    return out
  }

  /// The folded UTF-8 bytes of a text.
  package static func folded(_ text: some StringProtocol) -> [UInt8] { folded(text.utf8) }

  private static func plain(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x09, 0x0A, 0x0D: 0x20
    default: byte
    }
  }

  /// The letters of U+00C0 to U+00FF by their second byte.
  private static func latin(_ byte: UInt8, into out: inout [UInt8]) {
    switch byte | 0x20 {
    case 0xA0...0xA5: out.append(0x61)
    case 0xA6: out.append(contentsOf: [0x61, 0x65])
    case 0xA7: out.append(0x63)
    case 0xA8...0xAB: out.append(0x65)
    case 0xAC...0xAF: out.append(0x69)
    case 0xB1: out.append(0x6E)
    case 0xB2...0xB6: out.append(0x6F)
    case 0xB9...0xBC: out.append(0x75)
    case 0xBD, 0xBF: out.append(0x79)
    default: out.append(contentsOf: [0xC3, byte])
    }
  }

  /// U+2000 to U+203F by their last byte.
  private static func punctuation(_ byte: UInt8, into out: inout [UInt8]) {
    switch byte {
    case 0x80...0x8A, 0xAF: out.append(0x20)
    case 0x90...0x95: out.append(0x2D)
    case 0x98, 0x99: out.append(0x27)
    default: out.append(contentsOf: [0xE2, 0x80, byte])
    }
  }
}
