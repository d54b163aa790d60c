/// The signs with which word processors and people begin the items of a list, beside those of the
/// file.
enum ListSigns {
  /// How many bytes the sign at the start of a line takes: 0 where there is none.
  static func length(_ line: ArraySlice<UInt8>) -> Int {
    guard let first = line.first else { return 0 }
    switch first {
    case 0x2D, 0x2A, 0x2B: return line.dropFirst().first == first ? 0 : 1
    case 0xC2: return line.starts(with: [0xC2, 0xB7]) ? 2 : 0  // ·
    case 0xE2, 0xEF:
      return dashesAndDots.contains { line.starts(with: $0) } ? 3 : 0
    case 0x30...0x39, 0x61...0x7A:
      let label = line.prefix(3).prefix { ($0 | 0x20) >= 0x61 || (0x30...0x39).contains($0) }
      guard label.count <= 2, label.endIndex < line.endIndex,
        line[label.endIndex] == 0x2E || line[label.endIndex] == 0x29
      else { return 0 }
      return label.count + 1
    default: return 0
    }
  }

  private static let dashesAndDots =
    ["•", "‣", "◦", "▪", "●", "○", "–", "—", "−", "➢", "✓"]
    .map { Array($0.utf8) } + [Array("\u{F0B7}".utf8)]
}
