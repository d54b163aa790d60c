package import HubModel
import HubSQL

extension Expunction {
  /// Finds everything that it will touch.
  ///
  /// - Parameter lookingNear: whether near spellings are looked for too.
  /// - Throws: `Refusal`: `notAllowed` for anybody but an admin, `invalid` without a reason,
  ///   `notFound` for an unknown person, `conflict` for the last admin.
  func plan(in reading: Reading, lookingNear: Bool) throws -> ExpunctionPlan {
    try Access.requireAdmin(reading.caller)
    try check()
    var erasure = Erasure()
    var expunged: Person?
    switch target {
    case .text(let text):
      for text in [text] + also { erasure.add(text, replacement: .expunged) }
    case .person(let id):
      guard let person = try reading.load(id) else { throw Refusal.notFound(id.description) }
      try PersonExpunction.check(person, in: reading)
      erasure = try PersonExpunction.erasure(for: person, also: also, in: reading)
      expunged = person
    }
    if lookingNear { erasure.near = NearSpellings(of: erasure) }
    return try ExpunctionPlan(erasure, person: expunged, in: reading)
  }
}

extension Writing {
  /// Takes out what the plan found, in this transaction.
  func carryOut(_ plan: ExpunctionPlan, reason: String) throws {
    var seals: [EditionSeal] = []
    for reference in plan.references {
      guard let subject = Subjects.of(reference.type) else { continue }
      try rewrite(subject, reference, plan, reason)
      seals += try rewriteEditions(of: reference, plan)
    }
    if plan.touchesHub || !seals.isEmpty {
      let replaced = (plan.entries[nil] ?? []) + seals.map(\.expunged)
      let act = Act(.expunge, reason: reason, replaced: replaced)
      try History.append(
        act, record: nil, version: 0, content: RecordChange.reason(of: act), in: self)
    }
    for seal in seals { try EditionSeal.append(seal.number, of: seal.record, in: self) }
    guard !plan.isEmpty else { return }
    // Until the bytes are gone too: whoever is cut short here goes on there.
    try Settings.set(.expunctionLeft, 1, connection)
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

  /// - Returns: the seals of those that say something else now.
  private func rewriteEditions(
    of reference: Reference, _ plan: ExpunctionPlan
  ) throws -> [EditionSeal] {
    guard let entry = try Directory.id(of: reference, connection) else { return [] }
    var rewritten: Set<Int> = []
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
      rewritten.insert(Int(number))
    }
    guard !rewritten.isEmpty else { return [] }
    return try EditionSeal.all(connection).filter {
      $0.record == entry && rewritten.contains($0.number)
    }
  }
}

extension Hub {
  /// Takes a text or a person out of everything, and then out of the bytes of the file.
  ///
  /// Backups and exports that were made before still have it: they are to be replaced. What an
  /// earlier expunction left in the bytes goes too.
  ///
  /// - Parameters:
  ///   - told: the number of places that were told of it before; where it is another one now,
  ///     nothing is done. nil asks for nothing.
  ///   - dryRun: only says what would be taken out.
  package func expunge(
    _ expunction: Expunction, as identity: Identity, told: Int? = nil, dryRun: Bool = false
  ) throws -> Expunction.Report {
    guard !dryRun else {
      var (report, erasure) = try read(as: identity) { reading in
        let plan = try expunction.plan(in: reading, lookingNear: true)
        var report = plan.report(of: expunction, dryRun: true)
        if try isExpunctionLeft(reading) { report.left = Fault("expunctionLeft") }
        try Self.look(inDocumentsFor: plan.erasure, reading, &report)
        return (report, plan.erasure)
      }
      report.copies = CopiesBeside.names(of: erasure, database.path)
      return report
    }
    // Inside a larger transaction the words could not be wiped from the file, and a kept answer to
    // a repeated request would hold a digest of them.
    guard joined == nil else { throw Refusal.fault("expunctionAlone") }
    var (report, erasure) = try write(as: identity) { writing in
      let plan = try expunction.plan(in: writing, lookingNear: false)
      let report = plan.report(of: expunction, dryRun: false)
      if let told, told != report.places {
        throw Refusal.conflict(
          Fault("expunctionDiffers", ["places": String(report.places), "told": String(told)]))
      }
      try writing.carryOut(plan, reason: expunction.reason)
      return (report, plan.erasure)
    }
    report.left = try finishExpunction()
    // After the writing, for which others wait.
    try read(as: .founder) { try Self.look(inDocumentsFor: erasure, $0, &report) }
    report.isErased = report.left == nil && report.documents.isEmpty
    report.copies = CopiesBeside.names(of: erasure, database.path)
    return report
  }

  private static func look(
    inDocumentsFor erasure: Erasure, _ reading: Reading, _ report: inout Expunction.Report
  ) throws {
    let texts = try DocumentTexts(erasure.spellings, in: reading)
    (report.documents, report.packed) = (texts.found, texts.packed)
  }

  private func isExpunctionLeft(_ reading: Reading) throws -> Bool {
    try Settings.number(.expunctionLeft, reading.connection) == 1
  }

  /// Takes what expunctions took out of the records out of the bytes too; does nothing where that
  /// was done.
  ///
  /// - Returns: why words may still be there; nil where they are gone.
  func finishExpunction() throws -> Fault? {
    guard try read(as: .founder, { try isExpunctionLeft($0) }) else { return nil }
    if let left = try scrub() { return left }
    try write(as: .founder) { try Settings.set(.expunctionLeft, 0, $0.connection) }
    return nil
  }

  /// Writes the file anew without anything that was deleted from it, and empties the log beside
  /// it. For a while this needs as much room again as the file takes.
  ///
  /// - Returns: why something of it may still be there; nil where all is gone.
  package func scrub() throws -> Fault? {
    do {
      let isWiped = try Storage.refusing { try database.withWriter { try $0.wipeDeleted() } }
      return isWiped ? nil : Fault("expunctionRead")
    } catch Refusal.unavailable(let fault) {
      // What was taken out of the records has landed: that is not undone, and not to be denied.
      return fault
    }
  }
}
