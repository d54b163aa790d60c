import HubModel
import HubSQL

extension Expunction {
  /// Finds everything that it will touch.
  ///
  /// - Throws: `Refusal`: `notAllowed` for anybody but an admin, `invalid` without a reason,
  ///   `notFound` for an unknown person, `conflict` for the last admin.
  func plan(in reading: Reading) throws -> ExpunctionPlan {
    try Access.requireAdmin(reading.caller)
    try check()
    switch target {
    case .text(let text):
      var erasure = Erasure()
      erasure.add(text, replacement: .expunged)
      return try ExpunctionPlan(erasure, person: nil, in: reading)
    case .person(let id):
      guard let person = try reading.load(id) else { throw Refusal.notFound(id.description) }
      try PersonExpunction.check(person, in: reading)
      let erasure = try PersonExpunction.erasure(for: person, in: reading)
      return try ExpunctionPlan(erasure, person: person, in: reading)
    }
  }
}

extension Writing {
  /// Takes out what the plan found, in this transaction.
  func carryOut(_ plan: ExpunctionPlan, reason: String) throws {
    for reference in plan.references {
      guard let subject = Subjects.of(reference.type) else { continue }
      try rewrite(subject, reference, plan, reason)
      try rewriteEditions(of: reference, plan)
    }
    if let entries = plan.entries[nil] {
      let act = Act(.expunge, reason: reason, replaced: entries)
      try History.append(
        act, record: nil, version: 0, content: RecordChange.reason(of: act), in: self)
    }
    guard !plan.places.isEmpty else { return }
    try renameTokens(plan)
    if let person = plan.person { try endSignIns(of: person.id) }
    // Answers that are kept for a day may have the words in them.
    try connection.execute("DELETE FROM replies")
    // Deleted words stay in the index until it is made anew.
    try SearchIndex.makeAnew(connection)
  }

  private func rewrite<R: Stored>(
    _ type: R.Type, _ reference: Reference, _ plan: ExpunctionPlan, _ reason: String
  ) throws {
    guard let former = try load(ID<R>(reference.number)) else { return }
    var record = former
    if let person = plan.person, reference == person.reference, var person = record as? Person {
      PersonExpunction.apply(to: &person)
      if let own = person as? R { record = own }
    }
    _ = plan.erasure.apply(to: &record, sparing: plan.spared(of: reference))
    let act = Act(.expunge, reason: reason, replaced: plan.entries[reference] ?? [])
    _ = try put(record, former: former, act)
  }

  /// What somebody called a token may name anybody.
  private func renameTokens(_ plan: ExpunctionPlan) throws {
    let tokens = try connection.query("SELECT number, name FROM tokens ORDER BY number") {
      ($0.int64(0), $0.string(1))
    }
    for (number, name) in tokens {
      guard let found = plan.erasure.applied(to: name, in: nil) else { continue }
      try connection.execute("UPDATE tokens SET name = \(found.text) WHERE number = \(number)")
    }
  }

  /// Nobody signs in any more as somebody who is gone.
  private func endSignIns(of person: ID<Person>) throws {
    for table in ["passwords", "invitations", "sessions", "tokens"] {
      try connection.execute(
        "DELETE FROM \(raw: table) WHERE person = \(person.number)")
    }
    try Handles.forget(of: person, but: Expunction.neutralName(person.number), connection)
  }

  private func rewriteEditions(of reference: Reference, _ plan: ExpunctionPlan) throws {
    guard let entry = try Directory.id(of: reference, connection) else { return }
    let editions = try connection.query(
      "SELECT note_en, note_fr, text, number FROM editions WHERE record = ?", [.integer(entry)]
    ) { (EditionTexts($0, from: 0), $0.int64(3)) }
    for (texts, number) in editions {
      let erased = texts.erased(by: plan.erasure)
      guard erased.places > 0 else { continue }
      try connection.execute(
        """
        UPDATE editions SET note_en = \(erased.texts.noteEn), \
        note_fr = \(erased.texts.noteFr), text = \(erased.texts.text) \
        WHERE record = \(entry) AND number = \(number)
        """)
    }
  }
}

extension Hub {
  /// Takes a text or a person out of everything, and then out of the bytes of the file.
  ///
  /// Backups and exports that were made before still have it: they are to be replaced.
  ///
  /// - Parameter dryRun: only says what would be taken out.
  package func expunge(
    _ expunction: Expunction, as identity: Identity, dryRun: Bool = false
  ) throws -> Expunction.Report {
    guard !dryRun else {
      return try read(as: identity) { try expunction.plan(in: $0).report(dryRun: true) }
    }
    // Inside a larger transaction the words could not be wiped from the file, and a kept answer to
    // a repeated request would hold a digest of them.
    guard joined == nil else { throw Refusal.fault("expunctionAlone") }
    var report = try write(as: identity) { writing in
      let plan = try expunction.plan(in: writing)
      try writing.carryOut(plan, reason: expunction.reason)
      return plan.report(dryRun: false)
    }
    if !report.records.isEmpty { report.isErased = try scrub() }
    return report
  }

  /// Writes the file anew without anything that was deleted from it, and empties the log beside
  /// it. For a while this needs as much room again as the file takes.
  ///
  /// - Returns: whether the log is empty; not while another process still reads an older state.
  package func scrub() throws -> Bool {
    try Storage.refusing { try database.withWriter { try $0.wipeDeleted() } }
  }
}
