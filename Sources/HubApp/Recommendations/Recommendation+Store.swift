package import HubModel

extension Recommendation: Stored {
  package static let table = RecordTable<Recommendation>()

  package mutating func settle(
    from former: Recommendation?, on occasion: Occasion, in writing: Writing
  ) throws
    -> [Fault]
  {
    if let item = try writing.place(&self, under: item) {
      if former == nil {
        body = item.body
        provisional = try writing.isProvisional(item.meeting)
      }
    } else if let body, let network = try writing.network(of: body) {
      header.network = network
    }
    if former == nil, source == .meeting, item == nil, body == nil {
      return [Fault("recommendationFromNowhere", at: "/item")]
    }
    guard let former else {
      return try item.flatMap { try writing.load($0) }.map {
        try writing.lockFaults($0.meeting, on: occasion)
      } ?? []
    }
    if let item = try item.flatMap({ try writing.load($0) }), isOtherInMinutes(than: former),
      try !writing.isLateTranslation(self, former, of: item.meeting)
    {
      let faults = try writing.frozenFaults(item.meeting, on: occasion)
      guard faults.isEmpty else { return faults }
    }
    return wordingFaults(former)
  }

  /// Whether the minutes would say something else of it; to whom it goes only where they say it.
  private func isOtherInMinutes(than former: Recommendation) -> Bool {
    let isSame =
      (former.title, former.text, former.kind, former.themes, former.priorityArea)
      == (title, text, kind, themes, priorityArea)
    return !isSame || !former.addressees.isEmpty && former.addressees != addressees
  }

  /// What was adopted is not reworded but superseded.
  private func wordingFaults(_ former: Recommendation) -> [Fault] {
    let isSame = (former.title, former.text, former.kind) == (title, text, kind)
    guard former.adoptedOn != nil, !isSame else { return [] }
    return [Fault("adoptedWordingStays", at: "/text")]
  }

  /// What the minutes say of it; its way through the stages is no matter of theirs.
  package func follow(_ former: Recommendation?, on occasion: Occasion, in writing: Writing) throws
  {
    let isSame = former.map {
      ($0.title, $0.text, $0.kind, $0.addressees, $0.themes, $0.priorityArea)
        == (title, text, kind, addressees, themes, priorityArea)
    }
    if isSame != true { try writing.touchMinutes(of: item, by: self, former, on: occasion) }
  }

  /// What a body makes of what is on its table is said by those who run that body.
  private func checkTable(_ transition: LifeCycle.Transition, in writing: Writing) throws {
    let said: [State] = [.deferred, .referred, .adopted, .notAdopted]
    guard let state = State(rawValue: transition.to), said.contains(state),
      let item = try tabledAt.flatMap({ try writing.load($0) }), item.body != body
    else { return }
    let roles = writing.caller.roles(for: item.header, Scope(body: item.body))
    guard roles.isDisjoint(with: .officers) else { return }
    throw Refusal.notAllowed(
      Fault("otherTable", at: "/to", ["body": item.body.description]))
  }

  package mutating func prepare(
    _ transition: LifeCycle.Transition, on occasion: Occasion, in writing: Writing
  ) throws -> [Fault] {
    try checkTable(transition, in: writing)
    switch State(rawValue: transition.to) {
    case .adopted:
      let item = try tabledAt.flatMap { try writing.load($0) }
      let day = try item.flatMap { try writing.load($0.meeting)?.day }
      adoptedOn = try day ?? writing.today(in: header.network)
      provisional = try item.map { try writing.isProvisional($0.meeting) } ?? false
      return []
    case .transmitted:
      if dueOn == nil {
        dueOn = try writing.today(in: header.network).adding(days: Self.daysToRespond)
      }
      return provisional ? [Fault("provisionalCannotLeave")] : []
    default: return []
    }
  }
}
