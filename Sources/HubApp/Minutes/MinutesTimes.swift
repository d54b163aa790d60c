import HubModel

/// When a meeting was called to order and adjourned, and when the next one was said to be.
struct MinutesTimes: Sendable, Hashable {
  var calledToOrderAt: Moment?
  var adjournedAt: Moment?
  var nextMeetingOn: Day?
  var nextMeetingHour: String?

  init() {}

  init(_ minutes: Minutes) {
    (calledToOrderAt, adjournedAt) = (minutes.calledToOrderAt, minutes.adjournedAt)
    (nextMeetingOn, nextMeetingHour) = (minutes.nextMeetingOn, minutes.nextMeetingHour)
  }

  func apply(to minutes: inout Minutes) {
    (minutes.calledToOrderAt, minutes.adjournedAt) = (calledToOrderAt, adjournedAt)
    (minutes.nextMeetingOn, minutes.nextMeetingHour) = (nextMeetingOn, nextMeetingHour)
  }

  /// A meeting was opened on its day or later, and the next one comes after it.
  func faults(at meeting: Meeting) -> [Fault] {
    guard let day = meeting.day else { return [] }
    var faults: [Fault] = []
    for (moment, name) in [(calledToOrderAt, "calledToOrderAt"), (adjournedAt, "adjournedAt")] {
      if let moment, moment.local(in: meeting.zone).day < day {
        faults.append(Fault("beforeMeetingDay", at: "/\(name)", ["day": day.description]))
      }
    }
    if let nextMeetingOn, nextMeetingOn <= day {
      faults.append(
        Fault(
          "nextMeetingNotLater", at: "/nextMeetingOn",
          ["day": nextMeetingOn.description, "meeting": day.description]))
    }
    return faults
  }

  var nextMeeting: NextMeeting? {
    get {
      nextMeetingOn.map { NextMeeting($0, minute: nextMeetingHour.flatMap(HumanDate.minute)) }
    }
    set {
      nextMeetingOn = newValue?.day
      nextMeetingHour = newValue?.minute.map { "\($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)" }
    }
  }
}

/// What a file says of these times, beside what the records say.
struct TimesPlan {
  private(set) var before = MinutesTimes()
  private(set) var after = MinutesTimes()
  private(set) var faults: [Fault] = []
  private let hours: MeetingHours?

  init() { hours = nil }

  /// A line that is no longer there takes back what it said, where the file says from what it was
  /// written.
  init(_ document: MinutesDocument, _ records: MinutesRecords) {
    let hours = MeetingHours(records.meeting)
    self.hours = hours
    before = records.minutes.map(MinutesTimes.init) ?? MinutesTimes()
    after = before
    let takesBack = document.revision != nil
    func set(
      _ path: WritableKeyPath<MinutesTimes, Moment?>, _ said: SaidHour?, _ key: MinutesKey,
      _ name: String
    ) {
      guard let said else {
        if takesBack, document.position(of: key) == nil { after[keyPath: path] = nil }
        return
      }
      // The records may know it to the second.
      if before[keyPath: path].map(hours.said) == said { return }
      switch hours.moment(said) {
      case .success(let moment): after[keyPath: path] = moment
      case .failure(let unplaced):
        faults.append(hours.fault(unplaced, said, at: "/\(name)", document.position(of: key)))
      }
    }
    set(\.calledToOrderAt, document.calledToOrder, .calledToOrder, "calledToOrderAt")
    set(\.adjournedAt, document.adjourned, .adjourned, "adjournedAt")
    if let next = document.nextMeeting {
      if next != before.nextMeeting { after.nextMeeting = next }
    } else if takesBack, document.position(of: .nextMeeting) == nil {
      after.nextMeeting = nil
    }
    guard faults.isEmpty, after != before else { return }
    check(document, records.meeting)
  }

  private mutating func check(_ document: MinutesDocument, _ meeting: Meeting) {
    var minutes = Minutes()
    after.apply(to: &minutes)
    let keys: [String: MinutesKey] = [
      "/calledToOrderAt": .calledToOrder, "/adjournedAt": .adjourned,
      "/nextMeetingOn": .nextMeeting,
    ]
    for fault in minutes.faults() + after.faults(at: meeting) {
      let position = keys[fault.pointer].flatMap { document.position(of: $0) }
      faults.append(
        Fault(fault.code, at: fault.pointer, fault.arguments, position: position))
    }
  }

  var isEmpty: Bool { before == after }

  /// A time that changes, as people read it.
  struct Change {
    /// The name of the field of the minutes.
    let field: String
    let before: String?
    let after: String?
  }

  func changes(in language: Language) -> [Change] {
    guard let hours, !isEmpty else { return [] }
    func told(_ moment: Moment?) -> String? { moment.map { hours.told($0, in: language) } }
    return [
      Change(
        field: "calledToOrderAt", before: told(before.calledToOrderAt),
        after: told(after.calledToOrderAt)),
      Change(
        field: "adjournedAt", before: told(before.adjournedAt), after: told(after.adjournedAt)),
      Change(
        field: "nextMeetingOn", before: before.nextMeeting?.told(in: language),
        after: after.nextMeeting?.told(in: language)),
    ].filter { $0.before != $0.after }
  }
}
