import Foundation
import HubModel

/// An agenda file beside the records that it speaks of, as far as the caller may see them.
///
/// What the file leaves out and a record knows is filled in, so that the document can be compared
/// with the one that is made from the records.
struct AgendaFile {
  var document: AgendaDocument
  /// Everything that is wrong so far, in the order of the file.
  var faults: [Fault]
  var body: Body?
  var network: Network?
  /// The meeting that it names, or the one that it would create a second time.
  var meeting: Meeting?
  /// By handle.
  var people: [String: ID<Person>] = [:]
  /// References that the caller cannot see.
  var unknown: Set<Reference> = []

  /// The zone of its clocks.
  var zone: TimeZone { document.zone.flatMap(TimeZone.init(identifier:)) ?? .gmt }

  var startsAt: Moment? { moment(document.starts) }
  var endsAt: Moment? { moment(document.ends) }

  private func moment(_ time: LocalTime?) -> Moment? {
    time.map { Moment($0.day, minute: $0.minute, in: zone) }
  }

  /// A file as it says by itself.
  typealias Text = (document: AgendaDocument, faults: [Fault])

  /// Reads the file of a request by itself: before a transaction, for which others wait, begins.
  static func text(of context: Context) throws -> Text {
    let bytes = try context.request.file()
    return AgendaDocument.parse(bytes, today: try context.read { $0.today })
  }

  /// Looks up what a file names, a statement for each kind of name.
  static func read(_ text: Text, in reading: Reading) throws -> AgendaFile {
    let document = text.document
    var file = AgendaFile(document: document, faults: text.faults)
    try file.findReferences(in: reading)
    try file.findBody(in: reading)
    try file.findPeople(in: reading)
    file.fillIn()
    if file.meeting == nil, document.meeting == nil { try file.recognize(in: reading) }
    file.check(in: reading)
    file.faults = file.faults.inOrderOfFile
    return file
  }

  private mutating func findReferences(in reading: Reading) throws {
    let named = document.namedReferences
    let visible = try Directory.entries(of: named.map(\.reference), in: reading)
    for name in named where visible[name.reference] == nil {
      unknown.insert(name.reference)
      faults.append(
        Fault(
          "unknownReference", at: name.pointer, ["ref": name.reference.description],
          position: name.position))
    }
    if let reference = document.meeting, visible[reference] != nil {
      meeting = try reading.load(ID<Meeting>(reference.number))
    }
  }

  private mutating func findBody(in reading: Reading) throws {
    if let name = document.body {
      let found = try reading.bodies(named: name)
      let own = meeting.flatMap { meeting in found.first { $0.id == meeting.body } }
      body = own ?? (found.count == 1 ? found[0] : nil)
      if let fault = try bodyFault(name, found, in: reading) { faults.append(fault) }
    } else {
      body = try meeting.flatMap { try reading.load($0.body) }
    }
    network = try body.flatMap { try reading.load($0.header.network) }
  }

  private func bodyFault(_ name: String, _ found: [Body], in reading: Reading) throws -> Fault? {
    let place = document.position(of: .body)
    if let body {
      guard let meeting, meeting.body != body.id else { return nil }
      return Fault(
        "bodyOfOtherMeeting", at: "/body", ["ref": meeting.reference.description], position: place)
    }
    guard found.isEmpty else {
      let references = found.map(\.reference.description).joined(separator: ", ")
      return Fault(
        "ambiguousBody", at: "/body", ["name": name, "refs": references], position: place)
    }
    let nearest = Nearest.word(to: name, among: try reading.bodyNames())
    var arguments = ["name": name]
    arguments["nearest"] = nearest
    return Fault(
      nearest == nil ? "unknownBody" : "unknownBodyNear", at: "/body", arguments, position: place)
  }

  private mutating func findPeople(in reading: Reading) throws {
    let named = document.items.enumerated().flatMap { index, item in
      item.presenters.compactMap(\.handle).map {
        NamedPerson(
          handle: $0, pointer: "/items/\(index)/presenter",
          position: item.position(of: .presenter))
      }
    }
    (people, faults) = try reading.people(named, addingTo: faults)
  }

  /// What the meeting has already, or what a new one takes from its body and network.
  private mutating func fillIn() {
    guard let body, let network else { return }
    document.body = body.reference.description
    if document.zone == nil { document.zone = meeting?.timeZone ?? network.timeZone }
    if document.mode == nil { document.mode = meeting?.mode ?? .inPerson }
    if document.languages.isEmpty { document.languages = meeting?.languages ?? network.languages }
    if document.visibility == nil {
      document.visibility = meeting?.header.visibility ?? body.defaultVisibility.visibility
    }
    if let meeting {
      document.meeting = meeting.reference
      let zone = meeting.zone
      if document.starts == nil, document.position(of: .date) == nil {
        document.starts = meeting.startsAt.localTime(in: zone)
        document.ends = meeting.endsAt.localTime(in: zone)
      }
    }
    for index in document.items.indices {
      if document.items[index].visibility == document.visibility {
        document.items[index].visibility = nil
      }
      for paper in document.items[index].papers.indices
      where document.items[index].papers[paper].role == .information {
        document.items[index].papers[paper].role = nil
      }
    }
  }

  /// A meeting of the same body with the same title on the same day is the same meeting: whoever
  /// publishes a file twice without adding its reference changes nothing.
  private mutating func recognize(in reading: Reading) throws {
    guard let body, let starts = document.starts, !document.title.isEmpty else { return }
    let from = Moment(starts.day, minute: 0, in: zone)
    let to = Moment(starts.day.adding(days: 1), minute: 0, in: zone)
    meeting = try reading.meeting(of: body.id, titled: document.title, from: from, to: to)
    if meeting != nil { fillIn() }
  }
}

extension Moment {
  func localTime(in zone: TimeZone) -> LocalTime {
    let (day, minute) = local(in: zone)
    return LocalTime(day, minute: minute)
  }
}
