import HubConsole
import HubModel
import HubText
import HubWords

/// What becomes of the items of a meeting that is called, put off or called off.
struct MeetingItems {
  private let meeting: JSON
  private let call: Invocation
  private let ref: String

  init(_ meeting: JSON, _ call: Invocation) {
    self.meeting = meeting
    self.call = call
    ref = meeting["ref"]?.string ?? ""
  }

  /// The items of a draft that was just made, and what comes next.
  func tellDraft() throws {
    let items = try items()
    if items.isEmpty {
      call.say(call.words("meeting.draftIsEmpty"))
    } else {
      call.show(table(items))
    }
    call.say(call.words("meeting.writeDraft", ["ref": ref]))
  }

  /// Where the items of a meeting that was called off go.
  func tellWaiting() throws {
    let items = try items().filter { $0["state"]?.string == AgendaItem.State.planned.rawValue }
    let body = meeting["body"]?.string ?? ""
    if items.isEmpty {
      call.say(call.words("meeting.nothingWaits"))
    } else {
      call.say(
        call.words("meeting.itemsWait", ["count": String(items.count), "body": body]))
      call.show(table(items))
    }
    try tellNext(of: body)
  }

  /// What a meeting that was put off keeps, and what its readers have still to be told.
  func tellStaying() throws {
    let items = try items()
    call.say(call.words("meeting.itemsStay", ["count": String(items.count)]))
    let agenda = try call.client().json("GET", "/agendas/\(Reference.agenda(of: ref))")
    guard ["published", "revised"].contains(agenda["state"]?.string ?? "") else { return }
    call.say(call.words("meeting.agendaSaysOldDay", ["ref": ref]))
  }

  /// The body's next meeting, onto whose agenda what waits can be taken.
  private func tellNext(of body: String) throws {
    let page = try call.client().json(
      "GET", "/meetings",
      query: [("body", body), ("upcoming", "true"), ("sort", "startsAt"), ("limit", "10")])
    let next = (page["items"]?.array ?? []).first {
      ["scheduled", "convened"].contains($0["state"]?.string ?? "")
    }
    if let next {
      call.say(call.words("meeting.next", ["ref": next["ref"]?.string ?? "", "body": body]))
    } else {
      call.say(call.words("meeting.noNext", ["body": body]))
    }
  }

  private func items() throws -> [JSON] {
    try RecordPages.all("/agenda-items", [("meeting", ref), ("sort", "position")], in: call)
      .filter { $0["state"]?.string != AgendaItem.State.withdrawn.rawValue }
  }

  private func table(_ items: [JSON]) -> Table {
    let words = call.words
    let text = FieldText(words: words, names: nil)
    var table = Table([
      .init(words("column.reference"), fixed: true),
      .init(words("column.title"), main: true),
      .init(words.field("purpose", of: .agendaItem)),
      .init(words.field("duration", of: .agendaItem), right: true),
      .init(words.field("carriedFrom", of: .agendaItem), fixed: true),
    ])
    for item in items {
      table.row(
        Styled(item["ref"]?.string ?? ""), Styled(text.localized(item["title"])),
        Styled(words.choice(item["purpose"]?.string ?? "", field: "purpose", of: .agendaItem)),
        Styled(
          (item["duration"]?.integer).map {
            HumanTime.duration(Int($0), in: words.language)
          } ?? ""), Styled(item["carriedFrom"]?.string ?? ""))
    }
    return table
  }
}

extension Reference {
  /// The agenda of a meeting, which has its number.
  fileprivate static func agenda(of meeting: String) -> String {
    Reference(meeting).map { Reference(.agenda, $0.number).description } ?? meeting
  }
}
