import HubModel

/// What keeps a file that changes a published agenda from being published, in the light of the agenda
/// that is there. A check tells it before.
struct AgendaStanding {
  let file: AgendaFile
  let comparison: AgendaComparison

  private var meeting: Meeting { comparison.records.meeting }
  private var agenda: Agenda { comparison.records.agenda }

  func refuse() throws {
    // That it was held changes nothing of what it was to be.
    if comparison.changes != [.header(.status)] { try refuseEnded() }
    try refuseOtherRevision()
  }

  /// A file changes the agenda from which it was written, and no other: what a colleague published
  /// since would be taken back otherwise.
  private func refuseOtherRevision() throws {
    guard let revision = file.document.revision else {
      guard agenda.isReleased else { return }
      throw Refusal.invalid([
        Fault(
          "agendaRevisionRequired", at: "/revision", ["ref": meeting.reference.description],
          position: file.document.position(of: .meeting) ?? file.document.position)
      ])
    }
    guard revision != comparison.seen.revision else { return }
    throw Refusal.stale(agenda.reference, current: agenda.header.version)
  }

  /// A meeting that does not take place, or whose minutes are open, keeps its agenda.
  private func refuseEnded() throws {
    let ref = ["ref": meeting.reference.description]
    switch Meeting.State(rawValue: meeting.header.state) {
    case .cancelled: throw Refusal.conflict(Fault("meetingCancelled", ref))
    case .postponed where !comparison.changes.contains(.header(.date)):
      throw Refusal.conflict(Fault("meetingPostponed", ref))
    default: break
    }
    if agenda.header.state == Agenda.State.closed.rawValue {
      throw Refusal.conflict(Fault("agendaClosed", ref))
    }
  }

  /// What publishing would be refused for, as faults of the file.
  func faults() throws -> [Fault] {
    guard !(agenda.isReleased && comparison.changes.isEmpty) else { return [] }
    return try FileRefusal.faults(
      ofFileOn: meeting.reference, at: file.document.position(of: .meeting),
      revision: file.document.position(of: .revision), changedSince: "agendaChangedSince"
    ) { try refuse() }
  }
}
