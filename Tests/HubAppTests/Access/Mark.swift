import HubModel

@testable import HubApp

/// A word in every text of a record that no other record has: where it is read, the record is
/// read.
enum Mark {
  static func word(_ reference: Reference) -> String {
    "zq\(reference.type.prefix.lowercased())\(reference.number)q"
  }

  /// A handle that is near no other one: nobody is offered it for a slip of theirs.
  static func handle(_ reference: Reference) -> String {
    let word = word(reference)
    return "\(word)-\(word)-\(word)"
  }

  /// Adds the record's word to each of its texts.
  static func put<R: Record>(on record: inout R) {
    let word = word(record.reference)
    for field in R.fields {
      var cells = field.cells(of: record)
      switch (field.kind, field.name) {
      case (.text, let name) where Specimen.texts[name] != nil: continue
      case (.text, "handle"): cells = [.text(handle(record.reference))]
      case (.text, "email"): cells = [.text("\(word)@example.org")]
      case (.text, _): cells = [.text("\(Specimen.word) \(word)")]
      case (.localized, _):
        guard cells[0] != .null else { continue }
        cells = [
          .text("\(Specimen.word) \(word)"), .text("\(Specimen.word) \(word) « é »"), .null,
        ]
      default: continue
      }
      var source = CellReader(cells)
      field.load(&record, from: &source)
    }
  }

  /// The records that a text reveals, by their references or by their words.
  static func found(in bytes: [UInt8]) -> (references: Set<Reference>, words: Set<Reference>) {
    var references: Set<Reference> = []
    var words: Set<Reference> = []
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        let isStart = place == 0 || !isWord(bytes[place - 1])
        if isStart, byte &- 0x41 < 26, let found = reference(bytes, &place) {
          references.insert(found)
        } else if byte == UInt8(ascii: "z"), let found = word(bytes, &place) {
          words.insert(found)
        } else {
          place += 1
        }
      }
    }
    return (references, words)
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// `M-12`; nil, and nothing is passed over, for anything else.
  private static func reference(_ bytes: Bytes, _ place: inout Int) -> Reference? {
    var end = place
    while end < bytes.count, bytes[end] &- 0x41 < 26 { end += 1 }
    guard end - place <= 2, end < bytes.count, bytes[end] == UInt8(ascii: "-") else { return nil }
    end += 1
    while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
    guard end == bytes.count || !isWord(bytes[end]),
      let found = Reference(String(decoding: bytes[place..<end], as: UTF8.self))
    else { return nil }
    place = end
    return found
  }

  /// `zqm12q`; nil, and nothing is passed over, for anything else.
  private static func word(_ bytes: Bytes, _ place: inout Int) -> Reference? {
    guard place + 4 < bytes.count, bytes[place + 1] == UInt8(ascii: "q") else { return nil }
    var end = place + 2
    while end < bytes.count, bytes[end] &- 0x61 < 26 { end += 1 }
    let letters = String(decoding: bytes[(place + 2)..<end], as: UTF8.self).uppercased()
    let digits = end
    while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "q") else { return nil }
    let number = String(decoding: bytes[digits..<end], as: UTF8.self)
    guard let found = Reference("\(letters)-\(number)") else { return nil }
    place = end + 1
    return found
  }
}
