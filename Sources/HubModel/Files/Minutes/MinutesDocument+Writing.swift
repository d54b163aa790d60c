extension MinutesDocument {
  /// The file, with the keywords of a language and with days as `2019-07-01`. Reading it gives
  /// the same document back.
  public func written(in language: Language) -> String {
    var file = SourceWriter(language, tells: tells(language))
    file.heading(1, heading(bare: file.bare))
    file.blankLine()
    for key in MinutesKey.allCases where !key.isOfItem {
      file.entry(key.word(in: language), value(of: key, in: language))
    }
    for item in items { item.write(to: &file) }
    return file.string
  }

  private func heading(bare: Language?) -> String {
    if title.isEmpty {
      return "\(MinutesTitle.word(.en)) / \(MinutesTitle.word(.fr))"
    }
    var text = title
    for language in Language.allCases where !title[language].isEmpty {
      text[language] =
        MinutesTitle.word(language) + SourceWriter.colon(language) + " " + title[language]
    }
    return OneLine.write(text, bare: bare)
  }

  /// The value of a keyword of the header as a file in this language has it; nil without one.
  public func value(of key: MinutesKey, in language: Language) -> String? {
    switch key {
    case .meeting: meeting?.description
    case .revision: revision.map(String.init)
    case .present: Self.list(present.map { $0.written(in: language) })
    case .excused: Self.list(excused.map { "@" + $0 })
    case .absent: Self.list(absent.map { "@" + $0 })
    case .workers: Self.list(workers.map { $0.written(in: language, unless: .worker) })
    case .participants: Self.list(participants.map { $0.written(in: language, unless: nil) })
    case .correctionsUntil: correctionsUntil?.description
    case .item, .status, .visibility: nil
    }
  }

  private static func list(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private func tells(_ language: Language) -> Bool {
    func tells(_ key: MinutesKey) -> Bool {
      MinutesKey.words.find(Folding.folded(key.word(in: language)))?.language == language
    }
    return MinutesKey.allCases.contains { value(of: $0, in: language) != nil && tells($0) }
      || items.contains { item in
        MinutesKey.allCases.contains { item.value(of: $0, in: language) != nil && tells($0) }
      }
  }
}

extension MinutesDocument.Participant {
  fileprivate func written(in language: Language) -> String {
    var text = "@" + handle
    if remote { text += " (\(MinutesWords.remote.word(for: true, in: language)))" }
    if !votesFor.isEmpty {
      text += language == .en ? " for " : " pour "
      text += votesFor.map { "@" + $0 }.joined(separator: language == .en ? " and " : " et ")
    }
    return text
  }
}

extension MinutesDocument.Headcount {
  fileprivate func written(in language: Language, unless known: StakeholderGroup?) -> String {
    var text = String(count)
    if let group, group != known { text += " " + MinutesWords.group.word(for: group, in: language) }
    if let region { text += " (\(Escapes.escaped(region)))" }
    return text
  }
}
