import HubConsole
import HubText

/// The lines of a file's header that say which records it speaks of and from which of their states
/// it was written. With them, a file that is sent over somebody else's change is refused instead of
/// undoing it.
struct HeaderLines {
  /// As the service answers them: whole lines.
  private let added: [String]
  private let revision: String?

  init(_ answer: JSON) {
    added = (answer["addLines"]?.array ?? []).compactMap(\.string)
    revision = answer["revision"]?.string
  }

  /// What is to be in the header of a file, a line each.
  func lines(in file: [UInt8]) -> [String] {
    added
      + (revision.map { [Self.revisionLine($0, isFrench: Self.isFrench(rows(of: file)))] } ?? [])
  }

  /// The file with the lines in its header; ends of lines are those of the file.
  func added(to file: [UInt8]) -> [UInt8] {
    var rows = rows(of: file)
    let end: [UInt8] = rows.first?.last == 0x0D ? [0x0D] : []
    let isFrench = Self.isFrench(rows)
    let first = rows.firstIndex(where: Self.isItem)
    let place = first ?? min(1, rows.count)
    rows.insert(contentsOf: added.map { Array($0.utf8) + end }, at: place)
    if let revision {
      let line = Array(Self.revisionLine(revision, isFrench: isFrench).utf8) + end
      if let former = rows.firstIndex(where: Self.isRevision) {
        rows[former] = line
      } else {
        rows.insert(line, at: min(place + 1, rows.count))
      }
    }
    return Array(rows.joined(separator: [0x0A]))
  }

  private func rows(of file: [UInt8]) -> [[UInt8]] {
    file.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  }

  private static func revisionLine(_ revision: String, isFrench: Bool) -> String {
    isFrench ? "- Révision\u{A0}: \(revision)" : "- Revision: \(revision)"
  }

  private static func isFrench(_ rows: [[UInt8]]) -> Bool {
    rows.contains { begins($0, with: ["Réunion", "Instance"]) }
  }

  private static func isRevision(_ row: [UInt8]) -> Bool {
    begins(row, with: ["Revision", "Révision", "revision", "révision"])
  }

  /// Whether a line is a list item, whatever sign begins it, that begins with one of the words.
  private static func begins(_ row: [UInt8], with words: [String]) -> Bool {
    guard isItem(row) else { return false }
    let rest = row.drop { !isLetter($0) }
    return words.contains { rest.starts(with: $0.utf8) }
  }

  private static func isItem(_ row: [UInt8]) -> Bool {
    guard let first = row.first else { return false }
    return [0x2A, 0x2B, 0x2D].contains(first) || [0xC2, 0xE2, 0xEF].contains(first)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }
}
