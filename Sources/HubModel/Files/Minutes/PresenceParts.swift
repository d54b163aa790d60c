extension MinutesWords {
  /// What can stand in the parentheses behind somebody who was there.
  enum PresencePart: Sendable { case remote, arrived, left }

  static let presencePart = WordTable<PresencePart>([
    (.remote, ["remote", "online", "by phone"], ["à distance", "en ligne", "par téléphone"]),
    (.arrived, ["arrived", "joined", "arrival"], ["arrivée", "arrivé"]),
    (.left, ["left", "departed", "departure"], ["départ", "partie", "parti"]),
  ])
}

extension ListedPerson {
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
  mutating func presenceParts(
    _ inside: ArraySlice<UInt8>, of person: inout ListedPerson, _ place: ListPlace
  ) {
    for part in list(inside.indices) {
      for piece in Self.betweenConjunctions(file.bytes[part]) { read(piece, of: &person, place) }
    }
  }

  /// Whether what stands behind a name says how somebody was there, and not what they do.
  static func isPresencePart(_ piece: ArraySlice<UInt8>) -> Bool {
    let words = MinutesWords.presencePart
    if words.find(Folding.folded(piece)) != nil { return true }
    let first = piece.prefix { $0 != 0x20 && $0 != 0x09 }
    return words.find(Folding.folded(first)) != nil
      && piece.contains { (0x30...0x39).contains($0) }
  }

  private mutating func read(
    _ piece: ArraySlice<UInt8>, of person: inout ListedPerson, _ place: ListPlace
  ) {
    let words = MinutesWords.presencePart
    if words.find(Folding.folded(piece))?.value == .remote { return person.remote = true }
    let word = piece.prefix { $0 != 0x20 && $0 != 0x09 }
    let path: WritableKeyPath<ListedPerson, SaidHour?>
    switch words.find(Folding.folded(word))?.value {
    case .arrived: path = \.arrived
    case .left: path = \.left
    default:
      return unknownWord(piece, keyword: place.keyword, words, at: place.pointer, line: place.line)
    }
    let rest = Blanks.trimmed(piece[word.endIndex...])
    guard !rest.isEmpty, person[keyPath: path] == nil else {
      return fault(
        rest.isEmpty ? "presenceWithoutHour" : "presenceTwice", at: place.pointer, line: place.line,
        byte: piece.startIndex, ["word": String(decoding: word, as: UTF8.self)])
    }
    person[keyPath: path] = hour(rest, at: place.pointer, line: place.line)
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
