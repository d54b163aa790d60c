extension AgendaDocument {
  /// The value of a keyword of the header as a file in this language has it; nil without one.
  public func value(of key: AgendaKey, in language: Language) -> String? {
    switch key {
    case .meeting: meeting?.description
    case .revision: revision.map(String.init)
    case .body: body
    case .date: date(in: language)
    case .mode: mode.map { FileWords.mode.word(for: $0, in: language) }
    case .place: Self.line(place, bare: language)
    case .link: link
    case .visibility: visibility.map { FileWords.visibility.word(for: $0, in: language) }
    case .status: isHeld ? FileWords.held.word(for: true, in: language) : nil
    case .illustrative: isIllustrative ? FileWords.yesNo.word(for: true, in: language) : nil
    case .languages: Self.list(languages)
    case .interpretation: Self.list(interpretation)
    case .item, .purpose, .session, .time, .presenter, .papers, .carriedFrom: nil
    }
  }

  /// `2019-06-18, 9:00 to 12:30, America/Vancouver`
  private func date(in language: Language) -> String? {
    guard let starts else { return nil }
    var text = "\(starts.day), \(HumanTime.plain(starts.minute, in: language))"
    if let ends {
      text += language == .en ? " to " : " à "
      if ends.day != starts.day { text += "\(ends.day), " }
      text += HumanTime.plain(ends.minute, in: language)
    }
    if let zone { text += ", \(zone)" }
    return text
  }

  static func line(_ text: LocalizedText, bare: Language?) -> String? {
    text.isEmpty ? nil : OneLine.write(text, bare: bare)
  }

  private static func list(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension AgendaDocument.Item {
  /// The value of a keyword as a file in this language has it; nil when the item has none.
  public func value(of key: AgendaKey, in language: Language) -> String? {
    switch key {
    case .item: reference?.description
    case .purpose: purpose.map { FileWords.purpose.word(for: $0, in: language) }
    case .session: session.map { FileWords.session.word(for: $0, in: language) }
    case .time: duration.map { HumanTime.duration($0, in: language) }
    case .presenter: presenter.map { "@" + $0 }
    case .papers:
      papers.isEmpty ? nil : papers.map { $0.written(in: language) }.joined(separator: ", ")
    case .carriedFrom: carriedFrom?.description
    case .visibility: visibility.map { FileWords.visibility.word(for: $0, in: language) }
    default: nil
    }
  }
}

extension AgendaDocument.Paper {
  /// `R-7 (decision, decides)`
  func written(in language: Language) -> String {
    var words: [String] = []
    if let role { words.append(FileWords.role.word(for: role, in: language)) }
    if decisive { words.append(FileWords.decides.word(for: true, in: language)) }
    return words.isEmpty ? "\(reference)" : "\(reference) (\(words.joined(separator: ", ")))"
  }
}
