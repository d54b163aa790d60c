import HubModel
import HubText
import HubWords

/// The meetings of a series as they are, beside those that its dates ask for.
///
/// Only those to come that are still scheduled and that nobody has touched follow the series: what
/// somebody changed, or put on the agenda, stays theirs.
struct SeriesSchedule {
  /// What becomes of a meeting, or of a date that has none.
  enum Deed: String, CaseIterable {
    case create, change, cancel, leave, nothing
  }

  /// A step, with the meeting as it is where there is one.
  struct Step {
    let deed: Deed
    let day: Day
    let meeting: Meeting?
  }

  let series: MeetingSeries
  let writing: Writing
  private(set) var steps: [Step] = []

  init(_ series: MeetingSeries, in writing: Writing) throws {
    self.series = series
    self.writing = writing
    let isRunning = series.header.state == MeetingSeries.State.running.rawValue
    var wanted = isRunning ? series.dates.filter { isToCome($0) } : []
    var free: [Meeting] = []
    for meeting in try writing.meetings(of: series.id) {
      guard let day = meeting.day, meeting.startsAt > writing.now else { continue }
      if try isUntouched(meeting) {
        free.append(meeting)
      } else if !Self.isOver(meeting) {
        steps.append(Step(deed: .leave, day: day, meeting: meeting))
        wanted.removeAll { $0 == day }
      } else {
        // One that was called off is not made again.
        wanted.removeAll { $0 == day }
      }
    }
    // A meeting keeps its day where the series still has it; the others move on in their order.
    for meeting in free where wanted.contains(meeting.day ?? Day(number: 0)) {
      let day = meeting.day ?? Day(number: 0)
      wanted.removeAll { $0 == day }
      free.removeAll { $0.id == meeting.id }
      steps.append(
        Step(deed: differs(meeting, on: day) ? .change : .nothing, day: day, meeting: meeting))
    }
    for meeting in free {
      if wanted.isEmpty {
        steps.append(Step(deed: .cancel, day: meeting.day ?? Day(number: 0), meeting: meeting))
      } else {
        steps.append(Step(deed: .change, day: wanted.removeFirst(), meeting: meeting))
      }
    }
    steps += wanted.map { Step(deed: .create, day: $0, meeting: nil) }
    steps.sort {
      ($0.day, $0.meeting?.header.number ?? 0) < ($1.day, $1.meeting?.header.number ?? 0)
    }
  }

  private func isToCome(_ day: Day) -> Bool {
    series.moments(on: day).map { $0.starts > writing.now } ?? false
  }

  private static func isOver(_ meeting: Meeting) -> Bool {
    [Meeting.State.cancelled, .held].map(\.rawValue).contains(meeting.header.state)
  }

  private func isUntouched(_ meeting: Meeting) throws -> Bool {
    guard meeting.header.state == Meeting.State.scheduled.rawValue,
      meeting.seriesVersion == meeting.header.version
    else { return false }
    return try writing.allItems(of: meeting.id).isEmpty
  }

  private func differs(_ meeting: Meeting, on day: Day) -> Bool {
    var record = meeting
    apply(to: &record, on: day)
    return !writing.isSame(record, meeting)
  }

  private func apply(to meeting: inout Meeting, on day: Day) {
    guard let (starts, ends) = series.moments(on: day) else { return }
    (meeting.title, meeting.startsAt, meeting.endsAt) = (series.title, starts, ends)
    (meeting.timeZone, meeting.mode) = (series.timeZone, series.mode)
    (meeting.place, meeting.link) = (series.place, series.link)
  }

  /// Carries the steps out, by the rights of the caller.
  ///
  /// - Returns: the steps with the meetings as they are now.
  func carryOut() throws -> [Step] {
    try steps.map { step in
      switch (step.deed, step.meeting) {
      case (.create, _):
        return Step(deed: .create, day: step.day, meeting: try create(on: step.day))
      case (.change, let meeting?):
        let changed = try writing.edit(meeting.id) {
          apply(to: &$0, on: step.day)
          $0.seriesVersion = meeting.header.version + 1
        }
        return Step(deed: .change, day: step.day, meeting: changed)
      case (.cancel, let meeting?):
        let reason = try writing.said("series.cancelled", in: series.header.network)
        let cancelled = try writing.move(
          meeting.id, to: Meeting.State.cancelled.rawValue, reason: reason)
        return Step(deed: .cancel, day: step.day, meeting: cancelled)
      default: return step
      }
    }
  }

  private func create(on day: Day) throws -> Meeting {
    var draft = Meeting()
    draft.body = series.body
    draft.series = series.id
    draft.seriesVersion = 1
    draft.header.illustrative = series.header.illustrative
    if let network = try writing.load(series.header.network) { draft.languages = network.languages }
    apply(to: &draft, on: day)
    return try writing.create(draft, visibility: series.header.visibility)
  }
}
