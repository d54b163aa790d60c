import HubModel

/// Who was at a meeting, as its official minutes list them: by name where names may be shown, and
/// counted without names otherwise.
struct AttendanceRoll: Sendable, Hashable {
  let groups: [Group]
  /// People who were counted without a name.
  let counted: [Counted]
  /// How many members were there and how many must be; nil where the body has no quorum.
  let quorum: Quorum?

  /// Those of whom one thing is recorded: that they were there, or sent regrets.
  struct Group: Sendable, Hashable {
    let presence: Presence
    /// Whether they came as guests.
    let areGuests: Bool
    let people: [Attendee]
    /// How many more there are whose names are not for the reader.
    let unnamed: Int
  }

  struct Attendee: Sendable, Hashable {
    let name: Named
    let organization: Named?
    let isRemote: Bool
    let proxy: Named?
    /// When they came or left, who were not there all the time.
    var arrived: Hour?
    var left: Hour?
  }

  /// A moment, and how people read it.
  struct Hour: Sendable, Hashable {
    let at: Moment
    let text: LocalizedText
  }

  struct Counted: Sendable, Hashable {
    let group: StakeholderGroup?
    /// One text, in no particular language.
    let region: String?
    /// The region by its name in each language.
    let regionNames: LocalizedText?
    let count: Int
    let isApproximate: Bool
  }
}
