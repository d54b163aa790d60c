package import HubModel

extension Writing {
  /// - Throws: `Refusal.stale` when the record is no longer in the version that was read.
  func expect<R: Record>(_ version: Int?, of record: R) throws {
    guard let version, version != record.header.version else { return }
    throw Refusal.stale(record.reference, current: record.header.version)
  }

  /// - Throws: `Refusal.conflict` when no transition leads there; it names those that are open.
  func transition<R: Record>(of record: R, to state: String) throws -> LifeCycle.Transition {
    guard let lifeCycle = R.lifeCycle else {
      throw Refusal.fault("noLifeCycle", ["type": R.type.rawValue])
    }
    let from = record.header.state
    guard lifeCycle.states.contains(state) else {
      throw Refusal.fault(
        "unknownState", at: "/to",
        ["word": state, "allowed": lifeCycle.states.joined(separator: ", ")])
    }
    guard let transition = lifeCycle.transition(from: from, to: state) else {
      let open = lifeCycle.transitions(from: from).map(\.to)
      throw Refusal.conflict(
        Fault(
          open.isEmpty ? "finalState" : "wrongTransition", at: "/to",
          [
            "type": R.type.rawValue, "ref": record.reference.description, "from": from,
            "to": state, "open": open.joined(separator: ", "),
          ]))
    }
    return transition
  }

  /// The rules that hold for every record: required fields, its own rules.
  func check<R: Stored>(_ record: R, former: R?) throws -> [Fault] {
    var faults: [Fault] = []
    for field in R.fields {
      if field.traits.contains(.required), field.isBlank(record) {
        faults.append(Fault("required", at: "/\(field.name)", ["field": field.name]))
      }
      if let former, field.traits.contains(.fixed), !field.traits.contains(.system),
        field.cells(of: record) != field.cells(of: former)
      {
        faults.append(Fault("fixedField", at: "/\(field.name)", ["field": field.name]))
      }
    }
    if record.header.network.number == 0, R.belongsToNetwork {
      faults.append(Fault("required", at: "/network", ["field": "network"]))
    }
    return faults + FieldLimits.faults(of: record, former: former)
      + passageFaults(record, former: former) + record.faults()
  }

  /// One text, one audience: only the notes of an item have passages for insiders, since they are
  /// kept apart from what goes out. What a meeting concluded is read whole by all who see it, and so
  /// is every title.
  private func passageFaults<R: Record>(_ record: R, former: R?) -> [Fault] {
    R.fields.flatMap { field -> [Fault] in
      guard case .localized(let prose) = field.kind, !prose || R.isReadWhole else { return [] }
      let cells = field.cells(of: record)
      let before = former.map { field.cells(of: $0) }
      return Language.allCases.enumerated().compactMap { index, language in
        guard case .text(let text) = cells[index], Redaction.hasPassages(text),
          before?[index] != cells[index]
        else { return nil }
        return Fault("passageOutsideNotes", at: "/\(field.name)/\(language.rawValue)")
      }
    }
  }

  /// Whoever may move a record but not edit it fills in what the transition asks for, and changes
  /// nothing else on the way.
  func checkTouched<R: Record>(
    _ record: R, former: R, _ transition: LifeCycle.Transition
  ) throws {
    guard !Access.mayWrite(caller, former) else { return }
    let isTouched =
      record.header != former.header
      || R.fields.contains {
        !(transition.requires + transition.accepts).contains($0.name)
          && $0.cells(of: record) != $0.cells(of: former)
      }
    if isTouched { throw refusal(needing: R.writers) }
  }

  /// The rules of a transition: a reason, the fields it needs, both languages where it publishes.
  func check<R: Stored>(
    _ transition: LifeCycle.Transition, _ record: R, reason: String?
  ) throws -> [Fault] {
    var faults: [Fault] = []
    if transition.needsReason, reason?.allSatisfy(\.isWhitespace) ?? true {
      faults.append(Fault("reasonRequired", at: "/reason", ["verb": transition.verb]))
    }
    if reason?.allSatisfy(\.isWhitespace) ?? true,
      let fault = try record.reasonFault(for: transition, in: self)
    {
      faults.append(fault)
    }
    for field in R.fields where transition.requires.contains(field.name) {
      if field.isBlank(record) {
        faults.append(
          Fault("requiredFor", at: "/\(field.name)", ["field": field.name, "to": transition.to]))
      }
    }
    if transition.publishes {
      faults += missingTranslations(in: record, languages: try languages(of: record.header.network))
    }
    return faults
  }

  /// Texts that are written in one of the network's languages and not in another.
  func missingTranslations<R: Record>(
    in record: R, languages: [Language], at prefix: String = ""
  ) -> [Fault] {
    R.fields.flatMap { field -> [Fault] in
      guard case .localized = field.kind, !field.isBlank(record) else { return [] }
      let cells = field.cells(of: record)
      return languages.filter { cells[$0 == .en ? 0 : 1] == .text("") }.map {
        Fault(
          "missingTranslation", at: "\(prefix)/\(field.name)/\($0.rawValue)",
          ["field": field.name, "language": $0.rawValue, "ref": record.reference.description])
      }
    }
  }

  /// What is released by a life cycle that asks for all languages does not lose one afterwards.
  func lostTranslations<R: Record>(in record: R, former: R) throws -> [Fault] {
    guard former.isReleased, let lifeCycle = R.lifeCycle,
      lifeCycle.published.contains(former.header.state)
    else { return [] }
    let languages = try languages(of: record.header.network)
    let before = Set(missingTranslations(in: former, languages: languages))
    return missingTranslations(in: record, languages: languages).filter { !before.contains($0) }
  }

  func isSame<R: Record>(_ a: R, _ b: R) -> Bool {
    guard a.header == b.header else { return false }
    return R.fields.allSatisfy { $0.cells(of: a) == $0.cells(of: b) }
  }

  func refusal(needing roles: Roles) -> Refusal {
    if caller.person == nil { return .signInRequired }
    return .notAllowed(Fault("notAllowed", ["roles": roles.names.joined(separator: ", ")]))
  }
}

extension Reading {
  /// The languages in which the network's public texts must be there.
  package func languages(of network: ID<Network>) throws -> [Language] {
    try load(network)?.languages.compactMap(Language.init) ?? Language.allCases
  }
}
