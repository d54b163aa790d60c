/// The votes on a motion, of all groups together.
struct VoteTally {
  let inFavour: Int
  let against: Int
  let abstained: Int
  private let isEmpty: Bool

  init(_ votes: [VoteCount]) {
    inFavour = votes.reduce(0) { $0 + $1.inFavour }
    against = votes.reduce(0) { $0 + $1.against }
    abstained = votes.reduce(0) { $0 + $1.abstained }
    isEmpty = votes.isEmpty
  }

  var isTied: Bool { !isEmpty && inFavour == against }

  /// Whether those who were called by name voted otherwise than was counted.
  func differs(from rollCall: [RollCallVote]) -> Bool {
    let called = VoteCount(rollCall)
    return (called.inFavour, called.against, called.abstained) != (inFavour, against, abstained)
  }

  /// What became of the motion that cannot have come of these votes. A majority may not be enough,
  /// so one that was lost may have more in favour; one that was carried may not have fewer.
  func faults(
    _ disposition: Disposition, _ method: DecisionMethod, _ castingVote: CastingVote?
  ) -> [Fault] {
    let counts = ["inFavour": String(inFavour), "against": String(against)]
    var faults: [Fault] = []
    if method == .unanimous, against > 0 {
      faults.append(Fault("unanimousHasAgainst", at: "/votes", counts))
    }
    if castingVote != nil, !isTied {
      faults.append(Fault("castingVoteWithoutTie", at: "/castingVote", counts))
    }
    guard !isEmpty else { return faults }
    switch disposition {
    case .carried where inFavour < against:
      faults.append(Fault("carriedAgainstVotes", at: "/disposition", counts))
    case .carried where isTied && castingVote != .inFavour:
      faults.append(Fault("carriedByTie", at: "/disposition", counts))
    case .tied where !isTied:
      faults.append(Fault("notATie", at: "/disposition", counts))
    default: break
    }
    return faults
  }
}
