/// Reads a roll call: `@ann for, @bob against, Jean Exemple abstained`.
enum RollCallReader {
  /// nil when any part cannot be read, or names somebody twice.
  static func read(_ bytes: ArraySlice<UInt8>) -> [RollCallVote]? {
    var votes: [RollCallVote] = []
    for part in Escapes.parts(bytes, 0x2C) {
      guard let vote = vote(part), !votes.contains(where: { $0.voter == vote.voter }) else {
        return nil
      }
      votes.append(vote)
    }
    return votes.isEmpty ? nil : votes
  }

  private static func vote(_ part: ArraySlice<UInt8>) -> RollCallVote? {
    // The side is one word or two (*in favour*).
    let blanks = part.indices.filter { part[$0] == 0x20 || part[$0] == 0xC2 }.suffix(2)
    for blank in blanks {
      var voter = Blanks.trimmed(part[..<blank])
      if voter.last == 0x3A { voter = Blanks.trimmed(voter.dropLast()) }
      guard
        let side = MinutesWords.side.find(Folding.folded(Blanks.trimmed(part[blank...])))?.value,
        !voter.isEmpty, !voter.contains(0x3D)
      else { continue }
      return RollCallVote(String(decoding: Escapes.unescaped(voter), as: UTF8.self), side.side)
    }
    return nil
  }
}

extension MinutesWords.Side {
  fileprivate var side: VoteSide {
    switch self {
    case .inFavour: .inFavour
    case .against: .against
    case .abstained: .abstained
    }
  }
}
