import HubModel

/// A minutes file beside the records that it speaks of, as far as the caller may see them.
struct MinutesFile {
  var document: MinutesDocument
  /// Everything that is wrong so far.
  var faults: [Fault]
  var meeting: Meeting?
  var records: MinutesRecords?
  /// The records' own document, as it comes out of its file.
  var seen = MinutesDocument()
  /// By handle.
  var people: [String: ID<Person>] = [:]
  /// Handles of people who have the name of somebody on the lists who has no account, by that name:
  /// it may be they.
  var accounts: [String: String] = [:]
  /// References that the caller cannot see.
  var unknown: Set<Reference> = []
  /// The items of the meeting, by how the file calls those that a decision settles together.
  var covered: [String: ID<AgendaItem>] = [:]
  /// What the items are called that the file adds.
  private var addedTitles: Set<LocalizedText> = []
  /// The item of the agenda that each item of the file means.
  var items: [AgendaItem?] = []

  /// Looks up what a file names, a statement for each kind of name.
  static func read(_ text: MinutesText, in reading: Reading) throws -> MinutesFile {
    var file = MinutesFile(document: text.document, faults: text.faults)
    let named = file.document.namedReferences
    let visible = try Directory.entries(of: named.map(\.reference), in: reading)
    if let reference = file.document.meeting, visible[reference] != nil {
      try file.open(ID<Meeting>(reference.number), text, in: reading)
    } else {
      // Nobody knows yet from which day the others count.
      file.faults.removeAll { $0.code == "dueBeforeMeeting" }
    }
    for name in named where visible[name.reference] == nil {
      file.unknown.insert(name.reference)
      file.faults.append(
        Fault(
          "unknownReference", at: name.pointer, ["ref": name.reference.description],
          position: name.position))
    }
    (file.people, file.faults) = try reading.people(
      file.document.namedPeople, addingTo: file.faults)
    file.accounts = try reading.accounts(
      called: file.document.attendance.compactMap(\.who.participant?.name))
    try file.nameSuccessors(in: reading)
    try file.findOwners(in: reading)
    if let records = file.records {
      let known = try records.itemsTold(to: reading)
      file.findItems(known, records)
      file.findCovered(known, records)
      try file.checkMovers(of: records.meeting, in: reading)
    }
    file.check(in: reading)
    file.faults = file.faults.inOrderOfFile
    return file
  }

  private mutating func open(
    _ id: ID<Meeting>, _ file: MinutesText, in reading: Reading
  ) throws {
    guard let meeting = try reading.load(id) else { return }
    self.meeting = meeting
    let day = meeting.day ?? reading.today
    let file = file.counting(from: day)
    (document, faults) = (file.document, file.faults)
    let records = try MinutesRecords.of(meeting, in: reading)
    self.records = records
    let text = try records.seen(in: reading).written(in: .en)
    seen = MinutesDocument.parse(Array(text.utf8), meetingDay: day).document
  }

  /// Whoever names an organization that was merged means what stands in its place.
  private mutating func nameSuccessors(in reading: Reading) throws {
    let outcomes = document.items.flatMap(\.outcomes)
    let addressees = Set(outcomes.flatMap(\.addressees) + outcomes.compactMap(\.organization))
    let found = try Successors.of(addressees, in: reading)
    guard !found.isEmpty else { return }
    let seen = try Directory.visible(Array(found.values), in: reading)
    for (former, successor) in found where seen.contains(successor) {
      for item in document.items.indices {
        for outcome in document.items[item].outcomes.indices {
          document.items[item].outcomes[outcome].addressees =
            document.items[item].outcomes[outcome].addressees.replacing(former, by: successor)
          if document.items[item].outcomes[outcome].organization == former {
            document.items[item].outcomes[outcome].organization = successor
          }
        }
      }
    }
  }

  /// The item that each heading means; one that none or another one is meant by is a fault.
  private mutating func findItems(_ known: [AgendaItem], _ records: MinutesRecords) {
    var headings = ItemHeadings(
      known.filter { !unknown.contains($0.reference) }, called: records.names, shown: seen.items)
    var taken: Set<Reference> = []
    for (index, item) in document.items.enumerated() {
      let pointer = "/items/\(index)"
      let place = item.position(of: .item) ?? item.position
      if let added = added(item, index, &headings) {
        items.append(added)
        continue
      }
      switch headings.item(of: item) {
      case .success(let found):
        items.append(found)
        guard !taken.insert(found.reference).inserted else { continue }
        faults.append(
          Fault("itemTwice", at: pointer, ["ref": found.reference.description], position: place))
      case .failure(let fault):
        items.append(nil)
        // One that the caller cannot see may be anywhere.
        if let reference = item.reference, unknown.contains(reference) { continue }
        faults.append(
          Fault(fault.code, at: pointer + fault.pointer, fault.arguments, position: place))
      }
    }
  }

  /// An item that the file adds to those of the agenda; nil where it adds none, or has added it before.
  private mutating func added(
    _ item: MinutesDocument.Item, _ index: Int, _ headings: inout ItemHeadings
  ) -> AgendaItem? {
    guard let purpose = item.added, item.reference == nil, let meeting else { return nil }
    var heading = item
    heading.isNumbered = false
    let fault: String?
    switch headings.item(of: heading) {
    case .success(let known) where known.addedAtMeeting: return nil
    case .success: fault = "addedIsPlanned"
    case .failure:
      let isTwice = !addedTitles.insert(item.title).inserted
      fault = isTwice ? "addedTwice" : item.title.isEmpty ? "missingItemTitle" : nil
    }
    var draft = AgendaItem()
    draft.header.network = meeting.header.network
    draft.header.state = AgendaItem.State.planned.rawValue
    draft.header.visibility = meeting.header.visibility
    (draft.meeting, draft.body, draft.title) = (meeting.id, meeting.body, item.title)
    (draft.purpose, draft.addedAtMeeting, draft.printedLabel) = (purpose, true, item.label)
    if let fault {
      faults.append(
        Fault(
          fault, at: "/items/\(index)/title",
          [
            "title": [item.title.en, item.title.fr].filter { !$0.isEmpty }.joined(separator: " / "),
            "number": item.name,
          ],
          position: item.position))
    }
    return draft
  }

  /// The items that a decision of a consent agenda settles.
  private mutating func findCovered(_ known: [AgendaItem], _ records: MinutesRecords) {
    let names = records.names
    var byName: [String: ID<AgendaItem>] = [:]
    for item in known {
      byName[item.reference.description] = item.id
      if item.header.state != AgendaItem.State.withdrawn.rawValue, let name = names[item.id] {
        byName[name] = item.id
      }
    }
    for (index, item) in document.items.enumerated() {
      for (place, outcome) in item.outcomes.enumerated() {
        let pointer = "/items/\(index)/outcomes/\(place)"
        for (number, name) in outcome.covers.enumerated() {
          if let found = byName[name], found != items[index]?.id {
            covered[name] = found
          } else {
            faults.append(
              Fault(
                byName[name] == nil ? "unknownItemNumber" : "coversItself",
                at: "\(pointer)/covers/\(number)", ["number": name], position: outcome.position))
            // One is enough to look the line over again.
            break
          }
        }
      }
    }
  }

  /// At a workers' forum nobody is named for what they moved or how they voted.
  private mutating func checkMovers(of meeting: Meeting, in reading: Reading) throws {
    var found: [Fault] = []
    for (index, item) in document.items.enumerated() {
      for (place, outcome) in item.outcomes.enumerated()
      where outcome.mover != nil || outcome.seconder != nil || !outcome.rollCall.isEmpty {
        found.append(
          Fault(
            "noMoversAtForum", at: "/items/\(index)/outcomes/\(place)/mover",
            position: outcome.position))
      }
    }
    for (index, item) in document.items.enumerated() where !item.recused.isEmpty {
      found.append(
        Fault(
          "noRecusalsAtForum", at: "/items/\(index)/recused",
          position: item.position(of: .recused)))
    }
    guard !found.isEmpty, try reading.load(meeting.body)?.workersForum == true else { return }
    faults += found
  }

  private mutating func check(in reading: Reading) {
    if let meeting, meeting.startsAt > reading.now {
      faults.append(
        Fault(
          "meetingNotBegun", at: "/meeting", ["ref": meeting.reference.description],
          position: document.position(of: .meeting)))
    }
    for (index, item) in document.items.enumerated() where item.visibility == .private {
      faults.append(
        Fault(
          "noPrivateAgenda", at: "/items/\(index)/visibility",
          position: item.position(of: .visibility)))
    }
  }
}

extension MinutesDocument {
  var namedReferences: [AgendaDocument.NamedReference] {
    var named: [AgendaDocument.NamedReference] = []
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
      named += item.reviews.enumerated().map { place, review in
        .init(
          reference: review.review.action.reference, pointer: "\(pointer)/reviews/\(place)",
          position: review.position)
      }
      for (place, outcome) in item.outcomes.enumerated() {
        let pointer = "\(pointer)/outcomes/\(place)"
        if let reference = outcome.reference {
          named.append(.init(reference: reference, pointer: pointer, position: outcome.position))
        }
        if let organization = outcome.organization, organization.type == .organization {
          named.append(
            .init(
              reference: organization, pointer: pointer + "/organization",
              position: outcome.position))
        }
        if let motion = outcome.amends {
          named.append(
            .init(reference: motion, pointer: pointer + "/amends", position: outcome.position))
        }
        named += outcome.addressees.map {
          .init(reference: $0, pointer: pointer + "/addressees", position: outcome.position)
        }
      }
    }
    return named
  }

  var namedPeople: [NamedPerson] {
    var named: [NamedPerson] = []
    func add(_ handles: [String], _ key: MinutesKey) {
      named += handles.map {
        NamedPerson(handle: $0, pointer: "/\(key.rawValue)", position: position(of: key))
      }
    }
    for (people, key) in [(present, MinutesKey.present), (guests, .guests)] {
      add(people.flatMap { [$0.who.handle].compactMap(\.self) + $0.votesFor }, key)
    }
    add(excused.compactMap(\.handle), .excused)
    add(absent.compactMap(\.handle), .absent)
    for (index, item) in items.enumerated() {
      named += item.recused.map {
        NamedPerson(
          handle: $0, pointer: "/items/\(index)/recused", position: item.position(of: .recused))
      }
      for (place, outcome) in item.outcomes.enumerated() {
        let movers = [outcome.mover, outcome.seconder] + outcome.rollCall.map(\.voter)
        named += movers.compactMap(\.self).filter { $0.hasPrefix("@") }.map {
          NamedPerson(
            handle: String($0.dropFirst()), pointer: "/items/\(index)/outcomes/\(place)/mover",
            position: outcome.position)
        }
        named += outcome.assignees.enumerated().map { number, handle in
          NamedPerson(
            handle: handle, pointer: "/items/\(index)/outcomes/\(place)/assignees/\(number)",
            position: outcome.position)
        }
      }
    }
    return named
  }
}
