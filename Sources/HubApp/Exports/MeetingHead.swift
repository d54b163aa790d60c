import HubModel
import HubWords

/// What an export says of its meeting before anything else: what, when, where.
struct MeetingHead: Sendable, Hashable {
  let reference: Reference
  let title: LocalizedText
  let state: String
  let network: Named?
  let body: Named?
  let startsAt: Moment
  let endsAt: Moment
  /// IANA name.
  let timeZone: String
  let mode: MeetingMode
  let place: LocalizedText?
  /// BCP 47 tags.
  let languages: [String]
  let interpretation: [String]
  let introduction: LocalizedText?
  let objectives: LocalizedText?
  /// What is kept with the meeting itself.
  let documents: [ItemModel.Paper]
  /// Where the minutes stand; nil when there are none that the caller may see.
  let minutes: MinutesStanding?
  let illustrative: Bool

  /// An hour of the meeting as people read it, with its day where that is another one.
  func hours(_ moment: Moment?) -> LocalizedText? {
    moment.map { moment in
      var meeting = Meeting()
      (meeting.startsAt, meeting.endsAt, meeting.timeZone) = (startsAt, endsAt, timeZone)
      let hours = MeetingHours(meeting)
      return .each { hours.told(moment, in: $0.language) }
    }
  }

  /// What people want to know of the minutes.
  struct MinutesStanding: Sendable, Hashable {
    let state: String
    let edition: Int
    let erratum: LocalizedText?
    /// The languages in which some of it was written only after its approval.
    let translatedLater: [String]
    /// The item of a later meeting at which the body approved them.
    let approvedAt: Named?
    /// When it was called to order and adjourned, and when the next one is.
    let times: MinutesTimes

    /// Whether the body has approved what they say.
    var isApproved: Bool { Minutes.isLocked(state) }
  }
}
