extension MinutesWords {
  /// What can stand in the parentheses behind somebody who was there.
  enum PresencePart: Sendable { case remote, arrived, left }

  static let presencePart = WordTable<PresencePart>([
    (.remote, ["remote", "online", "by phone"], ["à distance", "en ligne", "par téléphone"]),
    (.arrived, ["arrived", "joined", "arrival"], ["arrivée", "arrivé"]),
    (.left, ["left", "departed", "departure"], ["départ", "partie", "parti"]),
  ])
}

extension MinutesDocument.Participant {
  /// `remote, arrived 13:20, left 15:00`; empty where nothing is to be said.
  func parts(in language: Language) -> String {
    let word = { MinutesWords.presencePart.word(for: $0, in: language) }
    func at(_ hour: SaidHour) -> String { language == .fr && hour.day == nil ? " à " : " " }
    return [
      remote ? word(.remote) : nil,
      arrived.map { word(.arrived) + at($0) + $0.plain(in: language) },
      left.map { word(.left) + at($0) + $0.plain(in: language) },
    ].compactMap(\.self).joined(separator: ", ")
  }
}

extension SourceValues {
  /// `remote`, `arrived at 13:20, left at 15:00`, « arrivée à 13 h 20 et départ à 15 h »
  mutating func presenceParts<Key>(
    _ inside: ArraySlice<UInt8>, of person: inout MinutesDocument.Participant,
    at pointer: String, _ entry: SourceEntry<Key>
  ) {
    for part in list(inside.indices) {
      for piece in Self.betweenConjunctions(file.bytes[part]) {
        read(piece, of: &person, at: pointer, entry)
      }
    }
  }

  private mutating func read<Key>(
    _ piece: ArraySlice<UInt8>, of person: inout MinutesDocument.Participant,
    at pointer: String, _ entry: SourceEntry<Key>
  ) {
    let words = MinutesWords.presencePart
    if words.find(Folding.folded(piece))?.value == .remote { return person.remote = true }
    let word = piece.prefix { $0 != 0x20 && $0 != 0x09 }
    let path: WritableKeyPath<MinutesDocument.Participant, SaidHour?>
    switch words.find(Folding.folded(word))?.value {
    case .arrived: path = \.arrived
    case .left: path = \.left
    default:
      return unknownWord(piece, keyword: entry.word, words, at: pointer, line: entry.line)
    }
    let rest = Blanks.trimmed(piece[word.endIndex...])
    guard !rest.isEmpty, person[keyPath: path] == nil else {
      return fault(
        rest.isEmpty ? "presenceWithoutHour" : "presenceTwice", at: pointer, line: entry.line,
        byte: piece.startIndex, ["word": String(decoding: word, as: UTF8.self)])
    }
    person[keyPath: path] = hour(rest, at: pointer, line: entry.line)
  }

  /// What stands between *and* and « et ».
  private static func betweenConjunctions(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 })
    where word.elementsEqual("and".utf8) || word.elementsEqual("et".utf8) {
      pieces.append(Blanks.trimmed(bytes[start..<word.startIndex]))
      start = word.endIndex
    }
    return (pieces + [Blanks.trimmed(bytes[start...])]).filter { !$0.isEmpty }
  }
}
