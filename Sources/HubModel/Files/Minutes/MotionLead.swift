/// How a motion begins where its movers are said first: `Moved by @ann, seconded by @bob: …`,
/// « Proposé par …, appuyé par … : … ».
struct MotionLead {
  var mover: String?
  var seconder: String?
  /// Where the movers stand.
  let word: Range<Int>
  let value: ArraySlice<UInt8>

  /// More than any names are long; a colon after it belongs to the text.
  private static let longest = 240

  static let words = MinutesWords.motionPart.words.en.prefix(2) + ["Moved", "Proposé", "Proposée"]

  /// nil where the line does not begin so; no value where no colon ends the names.
  static func read(_ line: ArraySlice<UInt8>) -> (lead: MotionLead?, begins: Bool) {
    guard begins(line) else { return (nil, false) }
    guard let colon = line.prefix(longest).firstIndex(of: 0x3A),
      colon + 1 == line.endIndex || Blanks.leading(line, colon + 1, line.endIndex) > 0
    else { return (nil, true) }
    let names = Blanks.trimmed(line[..<colon])
    var lead = MotionLead(word: names.indices, value: Blanks.trimmed(line[(colon + 1)...]))
    for part in parts(names) {
      guard let (kind, name) = MotionPart.read(part), !name.isEmpty else { return (nil, true) }
      let text = String(decoding: Escapes.unescaped(name), as: UTF8.self)
      switch kind {
      case .mover where lead.mover == nil: lead.mover = text
      case .seconder where lead.seconder == nil: lead.seconder = text
      default: return (nil, true)
      }
    }
    return (lead, true)
  }

  private static func begins(_ line: ArraySlice<UInt8>) -> Bool {
    let start = Folding.folded(line.prefix(16))
    return ["moved by ", "propose par ", "proposee par "].contains { start.starts(with: $0.utf8) }
  }

  /// Between the names a comma, *and*, or nothing at all stands before the second one.
  private static func parts(_ names: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    for at in names.indices where beginsWord(names, at) {
      let rest = Folding.folded(names[at...].prefix(longestSeconder))
      guard seconders.contains(where: { rest.starts(with: $0) }) else { continue }
      var before = Blanks.trimmed(names[..<at])
      for end in [",", ";", " and", " et"]
      where Folding.folded(before.suffix(end.utf8.count)) == Folding.folded(end) {
        before = Blanks.trimmed(before.dropLast(end.utf8.count))
        break
      }
      return [before, names[at...]]
    }
    return [names]
  }

  /// A word that may be *seconded* or « appuyé »: most are not looked at further.
  private static func beginsWord(_ names: ArraySlice<UInt8>, _ at: Int) -> Bool {
    let letter = names[at] | 0x20
    guard letter == 0x73 || letter == 0x61, at > names.startIndex else { return false }
    return [0x20, 0x09, 0x2C, 0x3B, 0xA0].contains(names[at - 1])
  }

  private static let seconders = [
    "seconded by", "appuyé par", "appuyée par", "secondé par", "secondée par",
  ].map { Folding.folded($0) }

  /// The longest of them as it may be typed, in bytes.
  private static let longestSeconder = 16
}

/// `moved by @ann`, `items: 3, 4`: a part of what is said of a motion.
enum MotionPart {
  static func read(
    _ part: ArraySlice<UInt8>
  ) -> (kind: MinutesWords.MotionPart, value: ArraySlice<UInt8>)? {
    // The longest word first: *vote par appel nominal* begins like no other, *item* like *items*.
    var at = min(part.startIndex + 40, part.endIndex)
    while at > part.startIndex {
      defer { at -= 1 }
      guard at == part.endIndex || [0x20, 0x3A, 0xC2, 0xE2].contains(part[at]),
        let kind = MinutesWords.motionPart.find(Folding.folded(Blanks.trimmed(part[..<at])))?.value
      else { continue }
      var rest = Blanks.trimmed(part[at...])
      if rest.first == 0x3A { rest = Blanks.trimmed(rest.dropFirst()) }
      return (kind, rest)
    }
    return nil
  }
}
