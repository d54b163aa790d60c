extension MinutesDocument.Item {
  func write(to file: inout SourceWriter) {
    file.blankLine()
    let heading = OneLine.write(title, bare: file.bare)
    let number = label.flatMap(ItemLabel.heading) ?? "\(self.number)."
    // A heading that was written without a number stays so: it takes none from those that follow.
    let isBare = !isNumbered && !heading.isEmpty
    file.heading(2, isBare ? heading : heading.isEmpty ? number : "\(number) \(heading)")
    if isRedacted { return }
    file.blankLine()
    Self.keys.write(self, to: &file)
    file.text(notes, OutcomeLine.isOne)
    if !reviews.isEmpty { file.put("\n") }
    for one in reviews {
      let said = one.review.said(in: file.language)
      file.put("- \(one.review.action)\(SourceWriter.colon(file.language)) \(said)\n")
    }
    guard !outcomes.isEmpty else { return }
    file.put("\n### \(outcomesHeading(in: file.language))\n\n")
    for outcome in outcomes { outcome.write(to: &file) }
  }

  /// In both languages, unless all that stands in the item is in the one of the file.
  private func outcomesHeading(in language: Language) -> String {
    let other: Language = language == .en ? .fr : .en
    let texts = [title, notes] + outcomes.flatMap { [$0.text, $0.details] }
    guard texts.contains(where: { !$0[other].isEmpty }) else {
      return MinutesWords.outcomes.word(for: true, in: language)
    }
    return Language.allCases.map { MinutesWords.outcomes.word(for: true, in: $0) }
      .joined(separator: " / ")
  }
}

extension MinutesDocument.Outcome {
  fileprivate func write(to file: inout SourceWriter) {
    let language = file.language
    var word = MinutesWords.outcome.word(for: kind, in: language)
    if isAmendment { word = language == .en ? "Amendment" : "Amendement" }
    if let reference {
      word += " \(reference)"
    } else if let resolution, !isAmendment {
      word = (language == .en ? "Resolution " : "Résolution ") + resolution
    }
    let line = line(OneLine.write(text, bare: file.bare), in: language, bare: file.bare)
    file.put("- \(word)\(SourceWriter.colon(language))\(line.isEmpty ? "" : " " + line)\n")
    for language in Language.allCases where !details[language].isEmpty {
      write(details[language], language, to: &file)
    }
  }

  /// What belongs to the kind of the outcome, beside its text: who and when, what became of a motion,
  /// to whom advice is given. Empty for what was only told.
  public func particulars(in language: Language) -> String {
    kind == .decision ? end(in: language) : line("", in: language, bare: nil)
  }

  /// The text and what belongs to the kind of the outcome.
  private func line(_ text: String, in language: Language, bare: Language?) -> String {
    // Days are written in full, so that the day from which others count does not matter; it must
    // only be the same kind of day for every reading of the line.
    let anyDay = DueWords.anyDay
    switch kind {
    case .information: return text
    case .decision: return joined(text, "(\(end(in: language)))")
    case .action:
      let day = dueOn.map { (language == .en ? "by " : "d’ici le ") + "\($0)" }
      let due = due?.tail(in: language) ?? day
      return Tail.joined(text, owners: OwnerWords(of: self), due, in: language, from: anyDay)
    case .recommendation:
      let names = addressees.map(\.description).joined(separator: ", ")
      let tail = names.isEmpty ? "" : (language == .en ? "to " : "à ") + names
      return joined(
        Tail.joined(text, tail, .recommendation, from: anyDay),
        "(\(traits(in: language, bare: bare)))")
    }
  }

  private func joined(_ text: String, _ tail: String) -> String {
    text.isEmpty ? tail : text + " " + tail
  }

  /// `consensus`, `lost; vote: 2 for, 5 against, 1 abstained`: what is usual is not said, unless
  /// nothing else is.
  private func end(in language: Language) -> String {
    var parts: [String] = []
    if disposition != .carried || method == .notStated {
      parts.append(MinutesWords.disposition.word(for: disposition, in: language))
    }
    if method != .notStated { parts.append(count(in: language)) }
    if let castingVote {
      parts.append(MinutesWords.castingVote.word(for: castingVote, in: language))
    }
    return (parts + motionParts(in: language)).joined(separator: "; ")
  }

  /// `moved by @ann; seconded by @bob; items: 3, 4; roll call: @ann for, @bob against`
  private func motionParts(in language: Language) -> [String] {
    var parts: [String] = []
    func add(_ part: MinutesWords.MotionPart, _ text: String?, colon: Bool = false) {
      guard let text else { return }
      let word = MinutesWords.motionPart.word(for: part, in: language)
      parts.append(word + (colon ? SourceWriter.colon(language) : "") + " " + text)
    }
    if reference != nil || isAmendment, let resolution {
      parts.append((language == .en ? "resolution " : "résolution ") + Escapes.escaped(resolution))
    }
    add(.mover, mover.map(Escapes.escaped))
    add(.seconder, seconder.map(Escapes.escaped))
    add(.amends, amends?.description)
    add(.covers, covers.isEmpty ? nil : covers.joined(separator: ", "), colon: true)
    let calls = rollCall.map { vote in
      let side: MinutesWords.Side =
        switch vote.side {
        case .inFavour: .inFavour
        case .against: .against
        case .abstained: .abstained
        }
      return Escapes.escaped(vote.voter) + " " + MinutesWords.side.word(for: side, in: language)
    }
    add(.rollCall, calls.isEmpty ? nil : calls.joined(separator: ", "), colon: true)
    return parts
  }

  /// `consensus`, `vote: 12 for, 2 against, 1 abstained`
  private func count(in language: Language) -> String {
    var word = MinutesWords.method.word(for: method, in: language)
    guard !votes.isEmpty else { return word }
    if method == .unanimous {
      word += "; " + MinutesWords.method.word(for: .vote, in: language)
    }
    func side(_ number: Int, _ side: MinutesWords.Side) -> String {
      "\(number) \(MinutesWords.side.word(for: side, in: language))"
    }
    let counts = votes.map { vote in
      guard let group = vote.group else {
        return [
          side(vote.inFavour, .inFavour), side(vote.against, .against),
          side(vote.abstained, .abstained),
        ].joined(separator: ", ")
      }
      return MinutesWords.group.word(for: group, in: language)
        + " \(vote.inFavour)-\(vote.against)-\(vote.abstained)"
    }
    return word + SourceWriter.colon(language) + " " + counts.joined(separator: "; ")
  }

  /// `funding; theme: housing; area: Services / Services`
  private func traits(in language: Language, bare: Language?) -> String {
    var parts = [MinutesWords.advice.word(for: advice, in: language)]
    let colon = SourceWriter.colon(language)
    if !themes.isEmpty {
      parts.append(
        MinutesWords.trait.word(for: .theme, in: language) + colon + " "
          + themes.map(Escapes.escaped).joined(separator: ", "))
    }
    if !area.isEmpty {
      parts.append(
        MinutesWords.trait.word(for: .area, in: language) + colon + " "
          + Escapes.escaped(OneLine.write(area, bare: bare)))
    }
    return parts.joined(separator: "; ")
  }

  /// `  en: …`; a text of several lines begins under its language.
  private func write(_ text: String, _ language: Language, to file: inout SourceWriter) {
    var lines: [UInt8] = []
    SourceText.write(text, to: &lines, OutcomeDetails.isTag)
    let split = lines.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
    file.put("\n  \(language.rawValue)\(SourceWriter.colon(file.language))")
    if split.count == 1, let only = split.first, Fences.opener(only) == nil {
      file.bytes += [0x20] + only + [0x0A]
      return
    }
    file.blankLine()
    for line in split { file.bytes += (line.isEmpty ? [] : [0x20, 0x20]) + line + [0x0A] }
  }
}
