import HubCrypto
package import HubModel

/// The end of the chain: kept elsewhere, it shows whether the tail was cut or the chain rebuilt.
package struct Head: Sendable, Hashable {
  /// The number of the last entry; 0 for a history without entries.
  package let entry: Int64
  /// Its digest, which covers every entry before it too: 32 bytes.
  package let digest: [UInt8]

  package init(entry: Int64, digest: [UInt8]) {
    self.entry = entry
    self.digest = digest
  }

  /// Before the first entry.
  package static let start = Head(
    entry: 0, digest: [UInt8](repeating: 0, count: Digest.size))

  /// The digest in hexadecimal digits.
  package var hex: String { Digest.hex(digest) }
}

/// A head written down to be kept elsewhere: four lines that people can read, print and compare.
///
///     hub-head 1
///     entry 4711
///     digest 5c1f…
///     time 2026-11-21T14:05:00Z
package struct HeadFile: Sendable, Hashable {
  /// The end of the chain at `time`.
  package let head: Head
  /// When it was written down.
  package let time: Moment

  package init(head: Head, time: Moment) {
    self.head = head
    self.time = time
  }

  /// What it begins with.
  package static let mark = "hub-head 1\n"

  /// The whole file.
  package var text: String {
    "\(Self.mark)entry \(head.entry)\ndigest \(head.hex)\ntime \(time)\n"
  }

  /// - Throws: `Refusal.malformed` for anything but such a file.
  package init(text: String) throws {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: " ") }
    func value(_ index: Int, _ name: String) -> Substring? {
      guard index < lines.count, lines[index].count == 2, lines[index][0] == name else {
        return nil
      }
      return lines[index][1]
    }
    guard lines.count == 4, value(0, "hub-head") == "1",
      let entry = value(1, "entry").flatMap({ Int64($0) }), entry >= 0,
      let digest = value(2, "digest").flatMap({ Digest.bytes(hex: String($0)) }),
      digest.count == Digest.size, let time = value(3, "time").flatMap({ Moment($0) })
    else { throw Refusal.malformed([Fault("badHeadFile")]) }
    self.init(head: Head(entry: entry, digest: digest), time: time)
  }
}
