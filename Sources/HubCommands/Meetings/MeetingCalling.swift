import Foundation
import HubConsole
import HubModel
import HubText
import HubWords

/// `hub meeting call B-1`: has the next meeting of a body called, and tells what is on its draft.
struct MeetingCalling {
  private let call: Invocation

  init(_ call: Invocation) { self.call = call }

  func run() throws {
    let body = try call.requiredReference("body")
    var members: [JSON.Member] = []
    if let day = call.day("to") {
      members.append(.init(name: "date", value: .string(day.description)))
    } else if let typed = call.values.all("to", as: TypedMoment.self).last {
      let moment = try MeetingClocks(call).moment(typed, for: "to")
      members.append(.init(name: "startsAt", value: .string(moment.description)))
    }
    let title = ["en", "fr"].compactMap { language in
      call.text("title-\(language)").map { JSON.Member(name: language, value: .string($0)) }
    }
    if !title.isEmpty { members.append(.init(name: "title", value: .object(title))) }
    let meeting = try call.client().json(
      "POST", "/bodies/\(body)/meeting-calls",
      query: [("lang", call.words.language.rawValue)], body: .object(members))
    if call.globals.json { return call.write(meeting.written()) }
    let ref = meeting["ref"]?.string ?? ""
    call.say(
      call.words(
        "meeting.called",
        [
          "ref": ref,
          "title": FieldText(words: call.words, names: nil).localized(meeting["title"]),
        ]))
    try FieldEcho(.meeting, call).tell(
      ["startsAt", "endsAt"].map { .init(name: $0, value: .null) }, of: meeting)
    try MeetingItems(meeting, call).tellDraft()
  }
}
