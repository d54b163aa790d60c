/// How somebody voted who was called by name.
public struct RollCallVote: Listed {
  /// The reference of a person, `P-3`, or the name of somebody without an account. A file has the
  /// handle instead: `@ann`.
  public var voter: String
  public var side: VoteSide

  public init(_ voter: String, _ side: VoteSide) {
    self.voter = voter
    self.side = side
  }

  public static var listKind: FieldKind { .words }

  public var person: ID<Person>? { Reference(voter).flatMap { ID<Person>($0) } }

  public var named: Reference? { person?.reference }

  /// `P-3=inFavour`
  public init?(word: Substring) {
    guard let sign = word.lastIndex(of: "="), sign != word.startIndex,
      let side = VoteSide(rawValue: String(word[word.index(after: sign)...]))
    else { return nil }
    self.init(String(word[..<sign]), side)
  }

  public var word: String { "\(voter)=\(side.rawValue)" }
}

/// The side of a vote.
public enum VoteSide: String, Sendable, CaseIterable {
  case inFavour, against, abstained
}

extension VoteCount {
  /// The votes of those who were called by name, counted.
  init(_ rollCall: [RollCallVote]) {
    func count(_ side: VoteSide) -> Int { rollCall.count { $0.side == side } }
    self.init(
      group: nil, inFavour: count(.inFavour), against: count(.against),
      abstained: count(.abstained))
  }
}
