import Foundation
import HubModel
import HubWords

/// The agenda with which a body's next meeting begins: what waits for it, ready to be edited.
struct AgendaProposal {
  let body: Body
  let network: Network
  let reading: Reading
  private let last: Meeting?
  /// By the clocks of the body's network.
  private let today: Day

  init(_ body: Body, in reading: Reading) throws {
    self.body = body
    self.reading = reading
    network = try reading.load(body.header.network) ?? Network()
    last = try reading.lastMeeting(of: body.id)
    today = try reading.today(in: body.header.network)
  }

  /// - Parameter day: of the meeting; else four weeks after the last one, or two weeks from now.
  func document(on day: Day?, in language: Language) throws -> AgendaDocument {
    var document = header(on: day ?? nextDay, in: language)
    let meets = document.starts?.day ?? today
    document.items += try standing(.beginning, on: meets)
    document.items += try approvals()
    document.items += try followUps(on: document.starts?.day ?? today)
    document.items += try carriedOver()
    document.items += try standing(.end, on: meets)
    // The meeting lasts as long as the last one did, and never less than its items take.
    if let starts = document.starts {
      let least = max(last?.minutes ?? 120, document.minutesPlanned)
      let end = starts.minute + least
      document.ends = LocalTime(
        starts.day.adding(days: end / 1440), minute: end % 1440)
    }
    return document
  }

  /// The day of a moment by the clocks of the body's meetings.
  func day(of moment: Moment) -> Day {
    moment.local(in: last?.zone ?? TimeZone(identifier: network.timeZone) ?? .gmt).day
  }

  private var nextDay: Day {
    guard let last, let day = last.day else { return today.adding(days: 14) }
    let weeks = max(4, (today.number - day.number) / 7 + 1)
    return day.adding(days: weeks * 7)
  }

  private func header(on day: Day, in language: Language) -> AgendaDocument {
    var document = AgendaDocument()
    document.title = said("agenda.proposal.title") { language in
      ["body": body.name.best(language), "day": day.long(in: language)]
    }
    document.body = body.name.best(language)
    let zone = last?.zone
    let minute = zone.flatMap { last?.startsAt.local(in: $0).minute } ?? 540
    document.starts = LocalTime(day, minute: minute)
    document.zone = last?.timeZone ?? network.timeZone
    document.mode = last?.mode ?? .inPerson
    document.place = (last?.place ?? LocalizedText()).written
    document.link = last?.link
    document.languages = last?.languages ?? network.languages
    document.interpretation = last?.interpretation ?? []
    return document
  }

  /// One item for each of the minutes that wait for the body's approval.
  private func approvals() throws -> [AgendaDocument.Item] {
    let minutes = try reading.minutesToApprove(of: body.id)
    let meetings = try Directory.entries(of: minutes.map(\.meeting.reference), in: reading)
    return minutes.compactMap { minutes in
      guard let meeting = meetings[minutes.meeting.reference] else { return nil }
      var item = AgendaDocument.Item()
      item.title = said("agenda.proposal.approval") { language in
        ["title": meeting.label.best(language)]
      }
      item.purpose = .decision
      item.duration = 5
      item.papers = [.init(minutes.reference, role: .decision, decisive: true)]
      return item
    }
  }

  /// What is still to be done. Actions that are for fewer people than the agenda stand on an item
  /// that is for them.
  private func followUps(on day: Day) throws -> [AgendaDocument.Item] {
    let actions = try reading.openActions(of: body.id)
    let handles = try visibleHandles(of: actions.flatMap(\.people))
    let organizations = try Set(
      Directory.visible(actions.compactMap(\.organization?.reference), in: reading))
    let own = body.defaultVisibility.visibility
    let groups = Dictionary(grouping: actions) { action in
      let effective = Access.effectiveVisibility(
        action.header, action.scope, ActionItem.lifeCycle)
      return max(own, effective)
    }
    return groups.sorted { $0.key < $1.key }.filter { $0.key != .private }.map {
      visibility, actions in
      var item = AgendaDocument.Item()
      item.title = said("agenda.proposal.followUp")
      item.purpose = .information
      item.duration = min(30, 5 + actions.count)
      item.visibility = visibility == own ? nil : visibility
      for language in Language.allCases {
        item.text[language] = actions.map {
          line($0, handles, organizations, on: day, in: language)
        }
        .joined(separator: "\n")
      }
      return item
    }
  }

  private func line(
    _ action: ActionItem, _ handles: [ID<Person>: String], _ organizations: Set<Reference>,
    on day: Day,
    in language: Language
  ) -> String {
    var parts = action.people.compactMap { handles[$0] }.map { "@" + $0 }
    if let organization = action.organization, organizations.contains(organization.reference) {
      parts.append(organization.description)
    }
    if let name = action.assigneeName { parts.append(name.written) }
    let said = action.said
    let isLate = said.day.map { $0 < day } ?? false
    if let due = said.due, !isLate {
      parts.append(due.said(in: language))
    } else if !said.isEmpty {
      let key = isLate ? "agenda.proposal.wasDue" : "agenda.proposal.due"
      parts.append(Words(language)(key, ["day": said.written(in: language)]))
    }
    let tail = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    return "- \(action.reference) \(action.title.best(language))\(tail)"
  }

  func visibleHandles(of people: [ID<Person>]) throws -> [ID<Person>: String] {
    let handles = try reading.handles(of: Set(people))
    let visible = try reading.people(withHandles: Set(handles.values))
    return handles.filter { visible[$0.value] != nil }
  }

  /// A sentence in the languages of the network: one that works in one language does not meet the
  /// other.
  func said(
    _ key: String, _ arguments: (Language) -> [String: String] = { _ in [:] }
  ) -> LocalizedText {
    var text = LocalizedText()
    for language in network.languages.compactMap(Language.init) {
      text[language] = Words(language)(key, arguments(language))
    }
    return text
  }
}
