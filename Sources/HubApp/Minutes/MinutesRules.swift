import HubModel
import HubSQL

/// What must hold before minutes go out, and what their approval brings about.
enum MinutesRules {
  static func faults(_ meeting: ID<Meeting>, in writing: Writing) throws -> [Fault] {
    guard let record = try writing.load(meeting) else { return [] }
    let languages = try writing.languages(of: record.header.network)
    var faults: [Fault] = []
    for (index, item) in try writing.items(of: meeting).enumerated() {
      faults += writing.missingTranslations(in: item, languages: languages, at: "/items/\(index)")
    }
    for notes in try writing.notes(of: meeting) {
      faults += writing.missingTranslations(
        in: notes, languages: languages, at: "/\(notes.item.reference)")
      let told = InformationList.outcomes(in: notes.information ?? LocalizedText())
      for line in told {
        faults += line.text.missing(of: languages).map {
          Fault(
            "missingTranslation", at: "/\(notes.item.reference)/information/\($0.rawValue)",
            [
              "field": "information", "language": $0.rawValue, "ref": notes.item.description,
            ])
        }
      }
    }
    for outcome in try writing.outcomes(of: meeting) {
      let pointer = "/\(outcome.reference)"
      switch outcome {
      case .decision(let record):
        faults += writing.missingTranslations(in: record, languages: languages, at: pointer)
      case .action(let record):
        faults += writing.missingTranslations(in: record, languages: languages, at: pointer)
      case .recommendation(let record):
        faults += writing.missingTranslations(in: record, languages: languages, at: pointer)
      }
    }
    return faults
  }

  static func confirmOutcomes(
    of meeting: ID<Meeting>, on occasion: Occasion, in writing: Writing
  ) throws {
    let decisions: [Decision] = try writing.loadAll(where: of(meeting))
    for decision in decisions where decision.provisional {
      try writing.adjust(decision, on: occasion) { $0.provisional = false }
    }
    let actions: [ActionItem] = try writing.loadAll(where: of(meeting))
    for action in actions where action.provisional {
      try writing.adjust(action, on: occasion) { $0.provisional = false }
    }
    let recommendations: [Recommendation] = try writing.loadAll(
      where: "(\(of(meeting)) OR \(of(meeting, field: "tabled_at")))")
    for recommendation in recommendations where recommendation.provisional {
      try writing.adjust(recommendation, on: occasion) { $0.provisional = false }
    }
  }

  /// What nobody took up by then was not reached, and comes back on a later agenda; where something
  /// was said or concluded it was dealt with.
  static func endItems(
    of meeting: ID<Meeting>, on occasion: Occasion, in writing: Writing
  ) throws {
    let planned = try writing.items(of: meeting).filter {
      $0.header.state == AgendaItem.State.planned.rawValue
    }
    guard !planned.isEmpty else { return }
    let said = try writing.notes(of: meeting).filter {
      $0.notes != nil || $0.information != nil || !$0.reviews.isEmpty
    }
    let outcomes = try writing.outcomes(of: meeting)
    let taken = Set(said.map(\.item)).union(outcomes.map(\.item)).union(outcomes.flatMap(\.covers))
    for item in planned {
      let state: AgendaItem.State = taken.contains(item.id) ? .dealtWith : .notReached
      try writing.advance(item, to: state.rawValue, on: occasion.union(.erratum))
    }
  }

  /// The members see the notes once the minutes are circulated, and no longer while they are
  /// drafted again.
  static func setDraft(
    _ draft: Bool, of meeting: ID<Meeting>, on occasion: Occasion, in writing: Writing
  ) throws {
    for notes in try writing.notes(of: meeting) where notes.draft != draft {
      try writing.adjust(notes, on: occasion) { $0.draft = draft }
    }
  }

  /// Gives every item what went public of its notes, and lets those who may read the minutes see
  /// who was there; workers and, at their forum, everybody stay with the body.
  static func publish(
    _ minutes: Minutes, on occasion: Occasion, in writing: Writing
  ) throws {
    let occasion = occasion.union(.erratum)
    let notes = Dictionary(
      try writing.notes(of: minutes.meeting).map { ($0.item, $0) }
    ) { first, _ in first }
    for item in try writing.items(of: minutes.meeting) {
      let own = notes[item.id]
      let said = own?.notes?.withoutInsidePassages
      let told = notes[item.id]?.information?.withoutInsidePassages
      // What the minutes say goes out with their item, though no agenda named it.
      try writing.adjust(item, on: occasion) {
        ($0.notes, $0.information, $0.onPublishedAgenda) = (said, told, true)
        $0.recused = own?.recused ?? []
        ($0.quorumLost, $0.quorumLostAt) = (own?.quorumLost ?? false, own?.quorumLostAt)
      }
    }
    let isForum = try writing.load(minutes.body)?.workersForum ?? false
    let workers = try writing.workers(at: minutes.meeting)
    for record in try writing.attendance(at: minutes.meeting) {
      let speaksForWorkers = record.person.map(workers.contains) ?? false
      let isWorker = speaksForWorkers || record.stakeholderGroup == .worker
      let staysInside = record.isOnePerson && (isForum || isWorker)
      let visibility = staysInside ? .body : minutes.header.visibility
      guard record.header.visibility != visibility else { continue }
      try writing.adjust(record, on: occasion) { $0.header.visibility = visibility }
    }
  }
}
