import HubModel

/// Saves a minutes file: attendance, what became of each item, its notes and what it concluded.
/// All of it lands in one transaction, or none of it.
struct MinutesSaving {
  let file: MinutesFile
  let records: MinutesRecords
  /// Minutes are written; where they were published, by an erratum.
  let occasion: Occasion
  let writing: Writing

  /// What came of it.
  struct Outcome {
    let meeting: Meeting
    let minutes: Minutes
    let changed: Bool
    /// What was understood, and what became of what was there.
    let account: MinutesAccount
    let quorum: Quorum?
    /// What is remarkable in it and was not refused.
    let notices: [Fault]
    /// What the file says now.
    let revision: FileRevision
  }

  /// - Parameter erratum: what was wrong in minutes that were published; they are corrected.
  /// - Throws: `Refusal.invalid` with every fault, `conflict` for locked minutes, `stale` with the
  ///   items that changed since the file was written.
  static func save(
    _ text: MinutesText, erratum: LocalizedText?, on occasion: Occasion = .minutes,
    in writing: Writing
  ) throws -> Outcome {
    guard writing.caller.isFounder || writing.caller.person != nil else {
      throw Refusal.signInRequired
    }
    let file = try MinutesFile.read(text, in: writing)
    guard let records = file.records else { throw Refusal.invalid(file.faults) }
    guard mayWrite(records.meeting, writing) else {
      throw writing.refusal(needing: Minutes.creators)
    }
    let plan = MinutesPlan(file, records)
    let faults = file.faults + plan.faults
    guard faults.isEmpty else { throw Refusal.invalid(faults.inOrderOfFile) }
    return try MinutesSaving(
      file: file, records: records,
      occasion: records.isOut ? occasion.union(.erratum) : occasion, writing: writing
    ).save(plan, erratum: erratum)
  }

  /// Whether the caller may write the minutes of a meeting. What a file would change, of attendance
  /// and of items in camera among it, is told to nobody else.
  static func mayWrite(_ meeting: Meeting, _ reading: Reading) -> Bool {
    var minutes = Minutes()
    minutes.header.network = meeting.header.network
    minutes.body = meeting.body
    return Access.mayCreate(reading.caller, minutes)
  }

  private func save(_ plan: MinutesPlan, erratum: LocalizedText?) throws -> Outcome {
    if let minutes = records.minutes, plan.isEmpty {
      return try outcome(minutes, plan, changed: false, created: [])
    }
    try MinutesStanding(file: file, records: records, plan: plan)
      .refuse(erratum: erratum, in: writing)
    let opened = try open()
    // The version counts up once, in the end, when all of this save has been written.
    writing.touched.remove(opened.reference)
    writing.putOff[opened.reference] = false
    let created = try write(plan, of: opened)
    try writing.settleQuorum(of: opened.meeting, on: occasion)
    var minutes = opened
    if !plan.times.isEmpty {
      minutes = try writing.adjust(minutes, on: occasion) { plan.times.after.apply(to: &$0) }
    }
    if let day = plan.correctionsUntil {
      minutes = try writing.adjust(minutes, on: occasion) { $0.correctionsUntil = day }
    }
    if let erratum, Minutes.isLocked(opened.header.state) {
      let reason = [erratum.en, erratum.fr].filter { !$0.isEmpty }.joined(separator: " / ")
      minutes = try writing.move(
        opened.id, to: Minutes.State.corrected.rawValue, reason: reason, on: occasion
      ) { $0.erratum = erratum }
    }
    // Whatever the history has after this entry was changed by somebody else.
    if writing.putOff.removeValue(forKey: opened.reference) == true,
      !Minutes.isLocked(opened.header.state)
    {
      try writing.touch(minutes, on: occasion)
      minutes = try writing.load(opened.id) ?? minutes
    }
    return try outcome(minutes, plan, changed: true, created: created)
  }

  /// Approved minutes take translations and nothing else: what a record refuses for that is a conflict
  /// of the whole file.
  private func write(_ plan: MinutesPlan, of opened: Minutes) throws -> [Reference] {
    do {
      return try MinutesWriter(file, records, opened, on: occasion, in: writing).write(plan)
    } catch Refusal.invalid(let faults)
      where opened.waitsForTranslations
      && faults.contains(where: { ["minutesLocked", "minutesFrozen"].contains($0.code) })
    {
      let ref = records.meeting.reference.description
      throw Refusal.conflict(Fault("minutesLocked", ["ref": ref]))
    }
  }

  /// The minutes of a meeting that has begun: whoever writes them down says so.
  private func open() throws -> Minutes {
    let meeting = records.meeting
    let isOver = meeting.endsAt <= writing.now
    let state: Meeting.State? =
      switch Meeting.State(rawValue: meeting.header.state) {
      case .scheduled where isOver, .convened where isOver, .inSession where isOver: .held
      case .convened: .inSession
      case .scheduled: .inSession
      default: nil
      }
    if let state {
      try writing.advance(
        meeting, to: state.rawValue,
        reason: try writing.said("minutes.opened", in: meeting.header.network),
        on: occasion)
    }
    if let minutes = records.minutes { return minutes }
    var draft = Minutes()
    draft.header.number = meeting.header.number
    draft.header.illustrative = meeting.header.illustrative
    draft.meeting = meeting.id
    let isForum = try writing.load(meeting.body)?.workersForum ?? false
    return try writing.create(
      draft,
      visibility: isForum ? max(.body, meeting.header.visibility) : meeting.header.visibility,
      on: occasion)
  }

  private func outcome(
    _ minutes: Minutes, _ plan: MinutesPlan, changed: Bool, created: [Reference]
  ) throws -> Outcome {
    let meeting = try writing.load(minutes.meeting) ?? records.meeting
    return Outcome(
      meeting: meeting, minutes: minutes,
      changed: changed, account: MinutesAccount(plan, file, created: created),
      quorum: try Quorum.of(records.meeting, in: writing),
      notices: try MinutesNotices.of(file, in: writing),
      revision: try MinutesRecords.of(meeting, in: writing).seen(in: writing).revision
        ?? FileRevision(version: minutes.header.version))
  }
}
