import HubModel

/// How much of everything the generated hub holds: 1,000,000 action items, 100,000 meetings,
/// 100,000 recommendations and 5,000,000 history entries in full.
struct Plan {
  let scale: Double

  /// Changed whenever the data would come out different: older files are made anew.
  static let version = 1

  static let networks = 3
  /// Ten years of meetings, the last on the day from which everything is seen.
  static let firstDay = 17_127
  static let lastDay = 20_778

  var meetings: Int { count(100_000) }
  var actions: Int { count(1_000_000) }
  var recommendations: Int { count(100_000) }
  var history: Int { count(5_000_000) }
  var people: Int { max(20, count(20_000)) }
  var bodies: Int { max(3, count(1_000)) }
  var organizations: Int { max(3, count(2_000)) }
  /// Every so many meetings a recommendation of them is paid for.
  let meetingsPerFunding = 20
  let itemsPerMeeting = 4
  let membershipsPerPerson = 3

  /// The moment from which the generated hub is looked at.
  static let now = Moment(milliseconds: Int64(lastDay) * 86_400_000 + 61_200_000)

  /// The handle of a person by number, which the bench acts as.
  static func handle(_ number: Int) -> String { "person-\(number)" }

  private func count(_ full: Double) -> Int { max(1, Int(full * scale)) }
}
