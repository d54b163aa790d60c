import HubModel
import HubWords

/// How many took part, and who they were, as far as that is said without a name.
struct Participants: Sendable, Hashable {
  let total: Int
  /// Whether not everybody was counted exactly.
  let isApproximate: Bool
  /// Those who are in the minutes by name.
  let byFunction: [Count]
  /// Those who were counted without a name, by group.
  let counted: [Count]
  /// Everybody.
  let byGroup: [Count]
  let byRegion: [Count]

  /// People who have one thing in common.
  struct Count: Sendable, Hashable {
    /// The API's word, a name otherwise; nil when it was not stated.
    let key: String?
    var label: LocalizedText
    var people: Int
    /// Whether not all of them were counted exactly.
    var isApproximate = false
  }

  /// - Parameters:
  ///   - people: those that the caller may see; others count without a function.
  ///   - organizations: theirs.
  init(
    _ attendance: [Attendance], people: [ID<Person>: Person],
    organizations: [ID<Organization>: Organization]
  ) {
    let present = attendance.filter { $0.presence == .present }
    func organization(_ one: Attendance) -> Organization? {
      one.person.flatMap { people[$0]?.organization }.flatMap { organizations[$0] }
    }
    total = present.reduce(0) { $0 + $1.count }
    isApproximate = present.contains(where: \.approximate)
    byFunction = Self.counts(present.filter(\.isOnePerson)) { one in
      let function =
        one.person.flatMap { people[$0]?.function } ?? one.function.map { LocalizedText(same: $0) }
      return function.flatMap { $0.isEmpty ? nil : ($0.best(.en), $0) }
    }
    counted = Self.counts(present.filter { !$0.isOnePerson }) { one in
      one.stakeholderGroup.map { ($0.rawValue, .group($0)) }
    }
    byGroup = Self.counts(present) { one in
      (one.stakeholderGroup ?? organization(one)?.kind).map { ($0.rawValue, .group($0)) }
    }
    byRegion = Self.counts(present) { one in
      let regions = organization(one)?.regions ?? []
      let own = regions.count == 1 ? LocalizedText(same: regions[0]) : nil
      return (one.regionOfCount ?? own).map { ($0.best(.en), $0) }
    }
  }

  /// The largest first, then by name; those of whom nothing is known last.
  private static func counts(
    _ attendance: [Attendance], by name: (Attendance) -> (key: String, label: LocalizedText)?
  ) -> [Count] {
    var counts: [String?: Count] = [:]
    for one in attendance {
      let known = name(one)
      let label = known?.label ?? .words("export.notStated")
      var count = counts[known?.key] ?? Count(key: known?.key, label: label, people: 0)
      count.people += one.count
      count.isApproximate = count.isApproximate || one.approximate
      // Where it is named in both languages somewhere, it is so for all of them.
      if label.en != label.fr { count.label = label }
      counts[known?.key] = count
    }
    return counts.values.sorted {
      ($0.key == nil ? 1 : 0, -$0.people, $0.key ?? "")
        < ($1.key == nil ? 1 : 0, -$1.people, $1.key ?? "")
    }
  }
}
