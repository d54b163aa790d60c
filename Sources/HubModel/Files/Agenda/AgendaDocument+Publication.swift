extension AgendaDocument {
  /// What keeps the agenda from being published, all at once: an item without purpose,
  /// items that do not fit the meeting, a text that is not in every language.
  ///
  /// A draft may lack all of it, so reading a file does not ask for it. Places in the file are
  /// given for a document that was read from one.
  ///
  /// - Parameter languages: those of the network.
  public func publicationFaults(languages: [Language]) -> [Fault] {
    var faults: [Fault] = []
    if items.isEmpty { faults.append(Fault("noItems", at: "/items", position: position)) }
    for (index, item) in items.enumerated() { faults += item.missing(index) }
    if let fault = timeFault { faults.append(fault) }
    for language in languages { faults += missing(in: language) }
    return faults.enumerated().sorted {
      ($0.element.position ?? .init(line: 0, column: 0), $0.offset)
        < ($1.element.position ?? .init(line: 0, column: 0), $1.offset)
    }.map(\.element)
  }

  /// The minutes that all items take together.
  public var minutesPlanned: Int { items.reduce(0) { $0 + ($1.duration ?? 0) } }

  private var timeFault: Fault? {
    guard let available = minutesAvailable, minutesPlanned > available else { return nil }
    return Fault(
      "itemsExceedMeeting", at: "/items",
      [
        "total": String(minutesPlanned),
        "available": String(available),
      ],
      position: position(of: .date) ?? position)
  }

  /// The texts that are written in the other language only.
  private func missing(in language: Language) -> [Fault] {
    func fault(_ text: LocalizedText, _ pointer: String, _ place: Fault.Position?) -> [Fault] {
      guard text[language].isEmpty, !text.isEmpty else { return [] }
      return [
        Fault(
          language == .en ? "notInEnglish" : "notInFrench",
          at: "\(pointer)/\(language.rawValue)", ["text": Self.start(of: text[language.other])],
          position: place)
      ]
    }
    var faults =
      fault(title, "/title", position)
      + fault(place, "/place", position(of: .place) ?? position)
      + fault(introduction, "/introduction", introductionPosition ?? position)
      + fault(objectives, "/objectives", objectivesPosition ?? position)
    for (index, item) in items.enumerated() {
      faults += fault(item.title, "/items/\(index)/title", item.position)
      faults += fault(item.text, "/items/\(index)/text", item.position)
    }
    return faults
  }

  /// The first words of a text, enough to recognize it.
  private static func start(of text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count <= 60 ? String(line) : line.prefix(59) + "…"
  }
}

extension AgendaDocument.Item {
  fileprivate func missing(_ index: Int) -> [Fault] {
    var faults: [Fault] = []
    let number = ["number": String(index + 1)]
    if purpose == nil, positions[.purpose] == nil {
      faults.append(
        Fault("missingPurpose", at: "/items/\(index)/purpose", number, position: position))
    }
    return faults
  }
}
