import HubModel
import HubText
import HubWords

/// Calls the next meeting of a body: the meeting, and a draft of its agenda with everything that
/// waits for it, in one transaction.
struct MeetingCall {
  let body: Body
  let writing: Writing
  let language: Language

  /// - Parameters:
  ///   - day: of the meeting; nil for the one that the proposal has.
  ///   - said: fields of the meeting that its caller says otherwise than the proposal.
  /// - Throws: `Refusal.conflict` where the body has a meeting of that title on that day already.
  func make(on day: Day?, saying said: [JSON.Member]) throws -> Meeting {
    var draft = Meeting()
    draft.body = body.id
    draft.header.network = body.header.network
    guard Access.mayCreate(writing.caller, draft) else {
      throw writing.refusal(needing: Meeting.creators)
    }
    let proposal = try AgendaProposal(body, in: writing)
    let said = JSON.object(said)
    let start = said["startsAt"]?.string.flatMap { Moment($0) }
    var document = try proposal.document(on: day ?? start.map(proposal.day(of:)), in: language)
    document.body = body.reference.description
    // As if somebody had published it: the rules of a file hold for what the hub proposes too.
    let text = AgendaDocument.parse(
      Array(document.written(in: language).utf8), today: writing.today)
    let file = try AgendaFile.read(text, in: writing)
    // A draft may still be empty.
    let faults = file.faults.filter { $0.code != "noItems" }
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
    if file.meeting != nil {
      throw Refusal.conflict(Fault("alreadyThere", ["type": RecordType.meeting.rawValue]))
    }
    var comparison = AgendaComparison(file)
    comparison.apply(to: &draft)
    let minutes = draft.minutes
    try RecordJSON.apply(said, to: &draft, in: writing)
    if said["startsAt"] != nil, said["endsAt"] == nil {
      draft.endsAt = draft.startsAt.adding(minutes: minutes)
    }
    let meeting = try writing.create(
      draft, visibility: draft.header.visibility, on: .agendaFile)
    guard let agenda = try writing.load(ID<Agenda>(meeting.header.number)) else {
      throw Refusal.notFound(meeting.reference.description)
    }
    comparison.records = AgendaRecords(meeting: meeting, agenda: agenda)
    _ = try AgendaItemsWriter(
      comparison, meeting, reason: nil, in: writing, isPublished: false
    ).write()
    return try writing.find(meeting.id)
  }
}
