import HubModel

extension AgendaFile {
  /// What is wrong in the light of the records: everything that keeps the file from being
  /// published, beside what the parser found.
  mutating func check(in reading: Reading) {
    let languages = network?.languages.compactMap(Language.init) ?? Language.allCases
    faults += document.publicationFaults(languages: languages)
    if let fault = timeFault(now: reading.now) { faults.append(fault) }
    if document.visibility == .private, document.position(of: .visibility) != nil {
      faults.append(
        Fault("noPrivateAgenda", at: "/visibility", position: document.position(of: .visibility)))
    }
    for (index, item) in document.items.enumerated() {
      faults += itemFaults(item, at: "/items/\(index)")
    }
    faults += repeatedItems()
    for (name, text) in [
      ("introduction", document.introduction), ("objectives", document.objectives),
    ] {
      faults += Self.passageFaults(text, at: "/\(name)", position: document.position)
    }
  }

  /// An agenda is read whole by all who see it; only notes have passages for insiders.
  private static func passageFaults(
    _ text: LocalizedText, at pointer: String, position: Fault.Position?
  ) -> [Fault] {
    Language.allCases.filter { Redaction.hasPassages(text[$0]) }.map {
      Fault("passageOutsideNotes", at: "\(pointer)/\($0.rawValue)", position: position)
    }
  }

  /// A new meeting, or a new time, lies ahead unless the file says that it was held; one that was
  /// held lies behind.
  private func timeFault(now: Moment) -> Fault? {
    guard let startsAt, let starts = document.starts else { return nil }
    let day = ["day": starts.day.description]
    if document.isHeld, startsAt > now {
      return Fault("heldInFuture", at: "/status", day, position: document.position(of: .status))
    }
    let isNew = meeting.map { $0.startsAt != startsAt } ?? true
    guard !document.isHeld, isNew, startsAt < now else { return nil }
    return Fault("meetingInPast", at: "/startsAt", day, position: document.position(of: .date))
  }

  private func itemFaults(_ item: AgendaDocument.Item, at pointer: String) -> [Fault] {
    var faults: [Fault] = []
    if item.session != nil, body.map({ !$0.kind.features.hasSessions }) ?? false {
      faults.append(
        Fault("noSessionsForKind", at: pointer + "/session", position: item.position(of: .session)))
    }
    if item.visibility == .private {
      faults.append(
        Fault(
          "noPrivateAgenda", at: pointer + "/visibility", position: item.position(of: .visibility)))
    }
    faults += Self.passageFaults(item.text, at: pointer + "/text", position: item.position)
    let visibility = item.visibility ?? document.visibility ?? .public
    if body?.workersForum == true, visibility < .body,
      item.presenters.contains(where: { $0.participant != nil })
    {
      faults.append(
        Fault(
          "noNamesOnForumAgenda", at: pointer + "/presenter",
          position: item.position(of: .presenter)))
    }
    var seen: Set<Reference> = []
    for paper in item.papers where !seen.insert(paper.reference).inserted {
      faults.append(
        Fault(
          "paperTwice", at: pointer + "/papers", ["ref": paper.reference.description],
          position: item.position(of: .papers)))
    }
    return faults
  }

  /// Two items with one reference.
  private func repeatedItems() -> [Fault] {
    var seen: Set<Reference> = []
    return document.items.enumerated().compactMap { index, item in
      guard let reference = item.reference, !seen.insert(reference).inserted else { return nil }
      return Fault(
        "itemTwice", at: "/items/\(index)/item", ["ref": reference.description],
        position: item.position(of: .item))
    }
  }
}

extension AgendaDocument {
  /// A reference in the file and where it stands.
  struct NamedReference {
    let reference: Reference
    let pointer: String
    let position: Fault.Position?
  }

  var namedReferences: [NamedReference] {
    var named: [NamedReference] = []
    if let meeting {
      named.append(.init(reference: meeting, pointer: "/meeting", position: position(of: .meeting)))
    }
    for (index, item) in items.enumerated() {
      let pointer = "/items/\(index)"
      if let reference = item.reference {
        named.append(
          .init(
            reference: reference, pointer: pointer + "/item", position: item.position(of: .item)))
      }
      if let reference = item.carriedFrom {
        named.append(
          .init(
            reference: reference, pointer: pointer + "/carriedFrom",
            position: item.position(of: .carriedFrom)))
      }
      named += item.papers.map {
        .init(
          reference: $0.reference, pointer: pointer + "/papers",
          position: item.position(of: .papers)
        )
      }
    }
    return named
  }
}

extension [Fault] {
  /// By the place in the file; those without a place first, and otherwise as they were found.
  var inOrderOfFile: [Fault] {
    enumerated().sorted {
      let (a, b) = ($0.element.position, $1.element.position)
      let start = Fault.Position(line: 0, column: 0)
      return (a ?? start, $0.offset) < (b ?? start, $1.offset)
    }.map(\.element)
  }
}
