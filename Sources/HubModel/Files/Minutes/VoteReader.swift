/// Reads the count of a vote: `12 for, 2 against, 1 abstained`, `9-0`, `9 to 0`, or per group
/// `union 5-0-1; community organization 7-2-0`. What is not named is none.
enum VoteReader {
  /// nil when any part cannot be read.
  static func read(_ bytes: ArraySlice<UInt8>) -> [VoteCount]? {
    var votes: [VoteCount] = []
    for part in Escapes.parts(bytes, 0x3B) {
      guard let vote = count(part) else { return nil }
      votes.append(vote)
    }
    return votes
  }

  private static func count(_ part: ArraySlice<UInt8>) -> VoteCount? {
    let name = part.prefix { !(0x30...0x39).contains($0) }
    var group: StakeholderGroup?
    var word = Blanks.trimmed(name)
    if word.last == 0x3A { word = Blanks.trimmed(word.dropLast()) }
    if !word.isEmpty {
      guard let found = MinutesWords.group.find(Folding.folded(word))?.value else { return nil }
      group = found
    }
    let rest = part[name.endIndex...]
    if let numbers = numbers(rest), numbers.count == 2 || numbers.count == 3 {
      return VoteCount(
        group: group, inFavour: numbers[0], against: numbers[1],
        abstained: numbers.count == 3 ? numbers[2] : 0)
    }
    return sides(rest, group)
  }

  /// `9-0-1`, with whatever dash; `9 to 0`, « 9 à 0 ».
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int]? {
    let folded = Folding.folded(bytes)
    let words = folded.split(separator: 0x20)
    let isSpoken = words.count == 3 && [[0x74, 0x6F], [0x61]].contains(Array(words[1]))
    let parts = isSpoken ? [words[0], words[2]] : folded.split(separator: 0x2D)
    let numbers = parts.map { part in
      let digits = Blanks.trimmed(part)
      return digits.count <= 6 && digits.allSatisfy { (0x30...0x39).contains($0) }
        ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }
    return numbers.contains(nil) ? nil : numbers.compactMap(\.self)
  }

  /// `12 for, 2 against, 1 abstained`; a side that is not named has no votes.
  private static func sides(_ bytes: ArraySlice<UInt8>, _ group: StakeholderGroup?) -> VoteCount? {
    var vote = VoteCount(group: group, inFavour: 0, against: 0, abstained: 0)
    var seen = false
    for part in Escapes.parts(bytes, 0x2C) {
      let digits = part.prefix { (0x30...0x39).contains($0) }
      guard digits.count <= 6, let number = Int(String(decoding: digits, as: UTF8.self)),
        let side = MinutesWords.side.find(
          Folding.folded(Blanks.trimmed(part[digits.endIndex...])))?.value
      else { return nil }
      switch side {
      case .inFavour: vote.inFavour = number
      case .against: vote.against = number
      case .abstained: vote.abstained = number
      }
      seen = true
    }
    return seen ? vote : nil
  }
}
