extension MinutesParser {
  /// Reads what follows the word for an outcome: its text, and at the end what belongs to its kind.
  mutating func outcome(
    _ kind: MinutesDocument.Outcome.Kind, _ found: OutcomeLine.Found, _ line: Int,
    _ language: Language, at pointer: String
  ) -> MinutesDocument.Outcome {
    var outcome = MinutesDocument.Outcome(kind)
    outcome.positions.start = values.file.position(line)
    if let text = found.reference {
      let reference = Reference(text)
      if let reference, reference.type == kind.recordType {
        outcome.reference = reference
      } else {
        values.fault(
          kind == .information ? "unexpectedReference" : "wrongReference", at: pointer,
          line: line, byte: found.word.lowerBound,
          ["text": text, "prefix": kind.recordType?.prefix ?? ""])
      }
    }
    var text = found.value
    switch kind {
    case .information: break
    case .decision:
      text = decision(found, line, at: pointer, into: &outcome)
      if !outcome.isAmendment { hasMotion = true }
    case .action: text = action(text, line, at: pointer, into: &outcome)
    case .recommendation: text = recommendation(found, line, at: pointer, into: &outcome)
    }
    let plain = Tail.unstuffed(text, kind)
    let reading = OneLine.read(plain[...], in: language)
    outcome.text = reading.text
    if reading.isAmbiguous {
      values.fault(
        "ambiguousSlash", at: pointer, line: line, byte: found.value.startIndex,
        ["text": String(decoding: text, as: UTF8.self)])
    }
    if outcome.text.isEmpty, outcome.reference == nil {
      values.fault("missingOutcomeText", at: pointer, line: line)
    }
    return outcome
  }

  /// `… @facilitator by Friday`, `… @ann and @bob`
  private mutating func action(
    _ value: ArraySlice<UInt8>, _ line: Int, at pointer: String,
    into outcome: inout MinutesDocument.Outcome
  ) -> ArraySlice<UInt8> {
    let tail = Tail.action(value, from: values.day)
    outcome.assignees = tail.handles
    outcome.organization = tail.owners.first
    outcome.names = tail.names
    for owner in tail.owners where owner.type != .organization {
      values.fault(
        "wrongReference", at: pointer + "/organization", line: line, byte: tail.cuts.first,
        ["text": owner.description, "prefix": RecordType.organization.prefix])
    }
    if tail.owners.count > 1 {
      values.fault("oneOrganization", at: pointer + "/organization", line: line)
    }
    for (place, handle) in tail.handles.enumerated()
    where tail.handles[..<place].contains(handle) {
      values.fault(
        "duplicatePerson", at: "\(pointer)/assignees/\(place)", line: line, byte: tail.cuts.first,
        ["handle": handle])
    }
    outcome.dueOn = tail.day
    outcome.due = tail.due
    if let stray = tail.stray {
      let first = Tail.words(stray)[0]
      let isOwner =
        tail.strayDue == nil
        && (stray.contains(0x40) || !tail.handles.isEmpty || OwnerLead.canBegin(first)
          || OwnerLead.isNear(first))
      let (code, arguments) =
        isOwner
        ? ("ownerNotRead", ["text": String(decoding: stray, as: UTF8.self)])
        : DueTail.fault(stray, after: tail.handles, from: values.day, in: values.language)
      values.fault(
        code, at: pointer + (isOwner ? "/assignees" : "/dueOn"), line: line,
        byte: stray.startIndex, arguments)
    }
    if let unreadable = tail.unreadable {
      values.fault(
        "unreadableDate", at: pointer + "/dueOn", line: line, byte: unreadable.startIndex,
        ["text": String(decoding: unreadable, as: UTF8.self)])
    }
    if let due = tail.day ?? tail.due?.lastDay, due < values.day {
      values.fault(
        "dueBeforeMeeting", at: pointer + "/dueOn", line: line, byte: tail.cuts.last,
        ["due": due.description, "meeting": values.day.description])
    }
    return tail.text
  }

  /// `… to O-3, O-4 (funding; theme: housing; area: Services / Services)`
  private mutating func recommendation(
    _ found: OutcomeLine.Found, _ line: Int, at pointer: String,
    into outcome: inout MinutesDocument.Outcome
  ) -> ArraySlice<UInt8> {
    var text = found.value
    if let (before, inside) = Escapes.parentheses(text) {
      let parts = Escapes.parts(inside, 0x3B)
      let unknown = parts.filter { !trait($0, into: &outcome) }
      // Kinds and themes with commas between them are meant for what they are.
      let isMeant = unknown.contains { part in
        Escapes.parts(part, 0x2C).contains { trait($0, into: &outcome) }
      }
      if isMeant || unknown.count < parts.count {
        text = Blanks.trimmed(before)
        for part in unknown {
          values.unknownWord(
            part, keyword: found.word, MinutesWords.advice, at: pointer, line: line)
        }
      }
    }
    let tail = Tail.recommendation(text)
    outcome.addressees = tail.references
    if let stray = tail.stray {
      values.fault(
        "addresseeNotRead", at: pointer + "/addressees", line: line, byte: stray.startIndex,
        ["text": String(decoding: stray, as: UTF8.self)])
    }
    for reference in tail.references where reference.type != .organization {
      values.fault(
        "wrongReference", at: pointer + "/addressees", line: line, byte: tail.cuts.last,
        ["text": reference.description, "prefix": RecordType.organization.prefix])
    }
    return tail.text
  }

  /// One part of a recommendation's parentheses; false when it is none.
  private func trait(
    _ part: ArraySlice<UInt8>, into outcome: inout MinutesDocument.Outcome
  ) -> Bool {
    if let advice = MinutesWords.advice.find(Folding.folded(part))?.value {
      outcome.advice = advice
      return true
    }
    guard let colon = part.firstIndex(of: 0x3A),
      let trait = MinutesWords.trait.find(Folding.folded(Blanks.trimmed(part[..<colon])))?.value
    else { return false }
    let rest = Blanks.trimmed(part[(colon + 1)...])
    switch trait {
    case .theme:
      outcome.themes += Escapes.parts(rest, 0x2C).map {
        String(decoding: Escapes.unescaped($0), as: UTF8.self)
      }
    case .area:
      outcome.area = OneLine.read(Escapes.unescaped(rest)[...], in: values.language).text
    }
    return true
  }
}
