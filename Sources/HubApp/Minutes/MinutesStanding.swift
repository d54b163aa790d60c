import HubModel

/// What keeps a file that changes something from being saved, in the light of the minutes that are
/// there. A check tells it before.
struct MinutesStanding {
  let file: MinutesFile
  let records: MinutesRecords
  let plan: MinutesPlan

  /// - Parameter erratum: nil where nobody said what was wrong.
  func refuse(erratum: LocalizedText?, in reading: Reading) throws {
    let ref = ["ref": records.meeting.reference.description]
    switch Meeting.State(rawValue: records.meeting.header.state) {
    case .cancelled, .postponed: throw Refusal.conflict(Fault("meetingNotHeld", ref))
    default: break
    }
    guard let minutes = records.minutes else { return }
    guard records.isLocked else { return try refuseOtherRevision(minutes, in: reading) }
    let isOut = [Minutes.State.published, .corrected].contains {
      $0.rawValue == minutes.header.state
    }
    // What the body approved stays; the rules of each record say whether it does.
    if minutes.waitsForTranslations, plan.changesTextsOnly {
      return try refuseOtherRevision(minutes, in: reading)
    }
    guard isOut, let erratum, !erratum.isEmpty else {
      throw Refusal.conflict(Fault("minutesLocked", ref))
    }
    // What corrects them goes out in all the languages of the network, and in no other.
    let missing = erratum.missing(of: try reading.languages(of: minutes.header.network))
    let faults = missing.map { language in
      Fault(
        "missingTranslation", at: "/erratum/\(language.rawValue)",
        ["ref": minutes.reference.description, "language": language.rawValue])
    }
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
    try refuseOtherRevision(minutes, in: reading)
  }

  /// A file changes the minutes from which it was written, and no others: what a colleague wrote
  /// since would be taken back otherwise.
  private func refuseOtherRevision(_ minutes: Minutes, in reading: Reading) throws {
    guard let revision = file.document.revision else {
      throw Refusal.invalid([
        Fault(
          "minutesRevisionRequired", at: "/revision",
          ["ref": records.meeting.reference.description],
          position: file.document.position(of: .meeting))
      ])
    }
    guard revision != file.seen.revision else { return }
    let changed = try reading.itemsChanged(in: minutes, after: revision.version)
    let visible = try Directory.entries(of: changed, in: reading)
    throw Refusal.stale(
      minutes.reference, current: minutes.header.version,
      changed: changed.filter { visible[$0] != nil })
  }
}

extension MinutesStanding {
  /// What saving would be refused for, as faults of the file.
  func faults(in reading: Reading) throws -> [Fault] {
    try FileRefusal.faults(
      ofFileOn: records.meeting.reference, at: file.document.position(of: .meeting),
      revision: file.document.position(of: .revision), changedSince: "minutesChangedSince"
    ) { try refuse(erratum: nil, in: reading) }
  }
}
