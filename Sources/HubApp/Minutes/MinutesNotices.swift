import HubModel

/// What is remarkable in a minutes file and refused for nothing: it is told with its line.
enum MinutesNotices {
  /// Of a file that could be saved.
  static func of(_ file: MinutesFile, in reading: Reading) throws -> [Fault] {
    guard let records = file.records else { return [] }
    let missed = try quorum(of: file, records, in: reading).flatMap { $0.isMet ? nil : $0 }
    let present = present(file, records)
    var notices: [Fault] = []
    for (index, item) in file.document.items.enumerated() {
      for (place, outcome) in item.outcomes.enumerated() where outcome.kind == .decision {
        let pointer = "/items/\(index)/outcomes/\(place)"
        func add(_ code: String, _ arguments: [String: String] = [:]) {
          notices.append(Fault(code, at: pointer, arguments, position: outcome.position))
        }
        let votes = outcome.votes.reduce(0) { $0 + $1.inFavour + $1.against + $1.abstained }
        if present > 0, votes > present {
          add("moreVotesThanPresent", ["votes": String(votes), "present": String(present)])
        }
        if item.quorumLost != nil {
          add("decidedAfterQuorumLost")
        } else if let missed {
          add(
            "decidedWithoutQuorum",
            ["needed": String(missed.needed), "present": String(missed.present)])
        }
      }
    }
    return notices
  }

  /// How many were there, by name, by proxy and by count; 0 where nobody said.
  private static func present(_ file: MinutesFile, _ records: MinutesRecords) -> Int {
    let there: [Presence] = [.present, .proxy]
    let (named, counts) = (file.document.attendance, file.document.headcounts)
    // Of what nobody counted exactly nothing follows.
    if counts.contains(where: \.isApproximate) { return 0 }
    guard named.isEmpty, counts.isEmpty else {
      return named.count { there.contains($0.presence) } + counts.reduce(0) { $0 + $1.count }
    }
    if records.attendance.contains(where: \.approximate) { return 0 }
    return records.attendance.reduce(0) { $0 + (there.contains($1.presence) ? $1.count : 0) }
  }

  /// With those of whom the file says that they were there, before they are recorded.
  private static func quorum(
    of file: MinutesFile, _ records: MinutesRecords, in reading: Reading
  ) throws -> Quorum? {
    let named = file.document.attendance
    guard !named.isEmpty else {
      return records.attendance.isEmpty ? nil : try Quorum.of(records.meeting, in: reading)
    }
    guard let needed = try reading.load(records.meeting.body)?.quorum else { return nil }
    let there = Set(
      named.filter { [.present, .proxy].contains($0.presence) }.compactMap {
        $0.who.handle.flatMap { file.people[$0] }
      })
    let voting = try reading.votingMembers(among: there, at: records.meeting)
    return Quorum(needed: needed, present: voting)
  }
}
