import HubModel
import HubWords

/// The models that exports share, from the records of a meeting.
extension MeetingRecords {
  var head: MeetingHead {
    MeetingHead(
      reference: meeting.reference, title: meeting.title, state: meeting.header.state,
      network: name(meeting.header.network.reference), body: name(meeting.body.reference),
      startsAt: meeting.startsAt, endsAt: meeting.endsAt, timeZone: meeting.timeZone,
      mode: meeting.mode, place: meeting.place, languages: meeting.languages,
      interpretation: meeting.interpretation, introduction: meeting.introduction,
      objectives: meeting.objectives, documents: appendices,
      minutes: minutes.map {
        .init(
          state: $0.header.state, edition: $0.edition, erratum: $0.erratum,
          translatedLater: $0.translatedLater,
          approvedAt: $0.approvedAt.flatMap { name($0.reference) }, times: MinutesTimes($0))
      },
      illustrative: meeting.header.illustrative)
  }

  /// What is kept with the meeting itself and with its minutes.
  private var appendices: [ItemModel.Paper] {
    documents.filter { [meeting.reference, minutes?.reference].contains($0.subject) }.map {
      ItemModel.Paper(role: .information, record: Named($0), document: DocumentModel($0))
    }
  }

  var participants: Participants {
    Participants(attendance, people: people, organizations: organizations)
  }

  /// Who was there, as official minutes list them. At a workers' forum nobody is named.
  func roll(quorum: Quorum?) -> AttendanceRoll {
    let named = attendance.filter(\.isOnePerson)
    let groups: [(Presence, Bool)] = [
      (.present, false), (.proxy, false), (.present, true), (.excused, false), (.absent, false),
    ]
    return AttendanceRoll(
      groups: groups.compactMap { presence, areGuests in
        let records = named.filter { $0.presence == presence && $0.guest == areGuests }
        let people = attendees(records)
        guard !records.isEmpty else { return nil }
        return .init(
          presence: presence, areGuests: areGuests, people: people,
          unnamed: records.count - people.count)
      },
      counted: attendance.filter { !$0.isOnePerson }.map {
        .init(
          group: $0.stakeholderGroup, region: $0.region, regionNames: $0.regionNames,
          count: $0.count, isApproximate: $0.approximate)
      },
      quorum: quorum)
  }

  /// Those who were there and whose names may be shown. At a workers' forum nobody is named.
  var namesPresent: [AttendanceRoll.Attendee] {
    body?.workersForum == true ? [] : attendees(attendance.filter { $0.presence == .present })
  }

  private func attendees(_ records: [Attendance]) -> [AttendanceRoll.Attendee] {
    records.compactMap(attendee).sorted { $0.name.label.en < $1.name.label.en }
  }

  /// Of those whose names are in the roll, who they are.
  var attendees: [Person] {
    body?.workersForum == true ? [] : attendance.compactMap { $0.person.flatMap { people[$0] } }
  }

  private func attendee(_ record: Attendance) -> AttendanceRoll.Attendee? {
    let proxy = record.proxy.flatMap(person) ?? nameWithoutAccount(record.proxyName)
    if let participant = record.participant {
      return nameWithoutAccount(participant.name, participant.function).map {
        .init(
          name: $0,
          organization: participant.organization.map { Named(nil, LocalizedText(same: $0)) },
          isRemote: record.remote, proxy: proxy)
      }
    }
    guard let name = record.person.flatMap(person) else { return nil }
    let known = record.person.flatMap { people[$0] }
    let organization = known?.organization.flatMap { organizations[$0] }
    func hour(_ moment: Moment?) -> AttendanceRoll.Hour? {
      // A workers' forum names nobody for when they came.
      guard body?.workersForum != true, let moment else { return nil }
      return head.hours(moment).map { .init(at: moment, text: $0) }
    }
    return .init(
      name: name,
      organization: body?.workersForum == true ? nil : organization.map { Named($0) },
      isRemote: record.remote, proxy: proxy,
      arrived: hour(record.arrivedAt), left: hour(record.leftAt))
  }

  /// For whom a copy with all of this is.
  var coverage: Coverage {
    var coverage = Coverage()
    coverage.add(meeting)
    if let minutes { coverage.add(minutes) }
    coverage.add(items.compactMap(\.item))
    coverage.add(decisions)
    coverage.add(actions)
    coverage.add(recommendations)
    coverage.add(tabled)
    coverage.add(considerations)
    coverage.add(documents)
    coverage.add(notes)
    coverage.add(attendance)
    coverage.add(shownPeople)
    fates.cover(&coverage)
    if !restricted.isEmpty { coverage.narrow(to: .network) }
    return coverage
  }

  var itemModels: [ItemModel] {
    items.map { label, item, hidden in
      let id = item?.id ?? hidden
      return ItemModel(
        label: label, details: item.map(details),
        outcomes: Outcomes(
          decisions: decisions.filter { $0.item == id }.map(model),
          actions: actions.filter { $0.item == id }.map(model),
          recommendations: recommendations.filter { $0.item == id }.map(model)))
    }
  }

  private func details(_ item: AgendaItem) -> ItemModel.Details {
    let tabledHere = tabled.filter { $0.tabledAt == item.id }.map {
      ItemModel.Paper(role: .decision, record: Named($0))
    }
    let considered = considerations.filter { $0.item == item.id }.compactMap { paper in
      name(paper.paper).map { name in
        let document = documents.first { $0.reference == paper.paper }
        return ItemModel.Paper(
          role: paper.role, record: name, document: document.map { DocumentModel($0) })
      }
    }
    let papers =
      considered
      + documents.filter { document in
        document.subject == item.reference
          && !considered.contains { $0.record.reference == document.reference }
      }.map {
        ItemModel.Paper(role: .information, record: Named($0), document: DocumentModel($0))
      }
    let listed = Set(papers.map(\.record.reference))
    let own = notes.first { $0.item == item.id }
    return ItemModel.Details(
      reference: item.reference, title: item.title, purpose: item.purpose, session: item.session,
      duration: item.duration, presenters: presenters(of: item),
      state: item.header.state, addedAtMeeting: item.addedAtMeeting, text: item.text,
      notes: own == nil ? item.notes : own?.notes,
      information: own == nil ? item.information : own?.information,
      reviews: (own?.reviews ?? []).compactMap { review in
        name(review.action.reference).map { ItemModel.Review(action: $0, review: review) }
      },
      recused: (own?.recused ?? item.recused).compactMap { mover($0, nil) },
      quorumLost: own?.quorumLost ?? item.quorumLost,
      quorumLostAt: head.hours(own == nil ? item.quorumLostAt : own?.quorumLostAt),
      timesDeferred: item.timesDeferred,
      carriedFrom: item.carriedFrom.flatMap { name($0.reference) },
      papers: papers + tabledHere.filter { !listed.contains($0.record.reference) },
      illustrative: item.header.illustrative)
  }

  private func presenters(of item: AgendaItem) -> [Named] {
    item.presenters.compactMap(person)
      + item.presenterNames.compactMap { participant in
        nameWithoutAccount(participant.name, participant.function, participant.organization)
      }
  }

  private func model(_ decision: Decision) -> DecisionModel {
    DecisionModel(
      reference: decision.reference, text: open(decision.label),
      details: decision.details.map(open), disposition: decision.disposition,
      method: decision.method, votes: decision.votes, castingVote: decision.castingVote,
      rollCall: decision.rollCall.compactMap { vote in
        mover(vote.person, vote.person == nil ? vote.voter : nil).map {
          .init(voter: $0, side: vote.side)
        }
      },
      resolution: decision.resolution,
      mover: mover(decision.mover, decision.moverName),
      seconder: mover(decision.seconder, decision.seconderName),
      amends: decision.amends.flatMap { name($0.reference) },
      covers: decision.covers.compactMap { name($0.reference) },
      rank: decision.rank, withoutQuorum: decision.withoutQuorum,
      provisional: decision.provisional,
      illustrative: decision.header.illustrative)
  }

  private func model(_ action: ActionItem) -> ActionModel {
    ActionModel(
      reference: action.reference, title: open(action.title), details: action.details.map(open),
      assignee: action.assignee.flatMap(person),
      assignees: assignees(of: action), said: action.said,
      firstSaid: action.firstSaid == action.said ? nil : action.firstSaid,
      doneOn: action.doneOn, state: action.header.state, rank: action.rank,
      provisional: action.provisional,
      illustrative: action.header.illustrative)
  }

  /// Everybody who does it; at a workers' forum somebody by name by their function alone.
  private func assignees(of action: ActionItem) -> [Named] {
    let organization = action.organization.flatMap { name($0.reference) }
    let text = action.assigneeName.flatMap { body?.workersForum == true ? $0.function : $0.written }
    return action.people.compactMap(person)
      + [organization, text.map { Named(nil, LocalizedText(same: $0)) }].compactMap(\.self)
  }

  private func model(_ recommendation: Recommendation) -> RecommendationModel {
    RecommendationModel(
      reference: recommendation.reference, title: open(recommendation.title),
      text: recommendation.text.map(open), kind: recommendation.kind, themes: recommendation.themes,
      priorityArea: recommendation.priorityArea,
      addressees: recommendation.addressees.compactMap { name($0.reference) },
      state: recommendation.header.state, adoptedOn: recommendation.adoptedOn,
      dueOn: recommendation.dueOn, closeReason: recommendation.closeReason,
      rank: recommendation.rank, provisional: recommendation.provisional,
      illustrative: recommendation.header.illustrative,
      fate: fates.steps(of: recommendation, names: names))
  }

  /// Without the passages for insiders, for whoever is none.
  private func open(_ text: LocalizedText) -> LocalizedText {
    guard !isInsider else { return text }
    var open = text.withoutInsidePassages
    open.stale = text.stale
    return open
  }

  /// The people who are named: presenters and those who work on something.
  private var shownPeople: [Person] {
    guard body?.workersForum != true else { return [] }
    let movers = decisions.flatMap { OutcomeRecord.decision($0).movers }
    let shown = Set(
      items.flatMap { $0.item?.presenters ?? [] } + actions.flatMap(\.people) + movers)
    return people.values.filter { shown.contains($0.id) }
  }

  /// Who moved or seconded, by account or by name; nobody at a workers' forum.
  private func mover(_ id: ID<Person>?, _ name: String?) -> Named? {
    guard body?.workersForum != true else { return nil }
    return id.flatMap(person) ?? nameWithoutAccount(name)
  }

  /// Somebody who has no account, by name and function; nobody at a workers' forum.
  private func nameWithoutAccount(
    _ name: String?, _ function: String? = nil, _ organization: String? = nil
  ) -> Named? {
    guard body?.workersForum != true, let name else { return nil }
    let participant = ParticipantByName(name, function: function, organization: organization)
    return Named(nil, LocalizedText(same: participant.said))
  }

  private func name(_ reference: Reference) -> Named? { names[reference].map { Named($0) } }

  /// Somebody by name and function; at a workers' forum, and where there is no name to show, by
  /// function alone.
  func person(_ id: ID<Person>) -> Named? {
    guard let person = people[id] else { return nil }
    let function = person.function.flatMap { $0.isEmpty ? nil : $0 }
    let illustrative = person.header.illustrative
    if body?.workersForum == true {
      return function.map { Named(nil, $0, illustrative: illustrative) }
    }
    let label = LocalizedText.each { words in
      function.map { "\(person.name) (\($0.best(words.language)))" } ?? person.name
    }
    return Named(person.reference, label, illustrative: illustrative)
  }
}
