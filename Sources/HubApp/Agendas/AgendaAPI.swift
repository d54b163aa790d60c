import HubHTTP
import HubModel
import HubText

/// A meeting with its agenda and all items in one answer, for whoever shows the whole of it.
enum AgendaAPI {
  static var routes: [APIRoute] {
    [
      APIRoute(
        .get, "\(API.root)/meetings/{ref}/agenda", name: "agenda of meeting",
        .reading(document).brief, handler: show)
    ]
  }

  /// `{"meeting": {…}, "agenda": {…}, "items": [{…, "number": 1}, …], "names": {…}}`
  private static func show(_ context: Context) throws -> Response {
    let id: ID<Meeting> = try context.id()
    return try context.read { reading in
      let meeting = try reading.find(id)
      guard let agenda = try reading.seen(ID<Agenda>(meeting.header.number)) else {
        throw Refusal.notFound(id.description)
      }
      let items = try reading.plannedItemsTold(of: id)
      let visible = items.filter(\.isSeen).map(\.record)
      var named: [Reference] = []
      Names.gather([meeting], into: &named)
      Names.gather([agenda], into: &named)
      Names.gather(visible, into: &named)
      let shown = [meeting.reference, agenda.reference] + visible.map { $0.reference }
      let answer = AgendaAnswer(
        caller: reading.caller, names: try Names(of: named, in: reading),
        neighbours: try Neighbours(of: shown, in: reading))
      return .json(answer.written(meeting, agenda, items))
    }
  }
}

/// The answer's writing, once all is known that goes into it.
private struct AgendaAnswer {
  let caller: Caller
  let names: Names
  /// Of the meeting, of the agenda, and of each item that is seen.
  let neighbours: Neighbours

  func written(
    _ meeting: Meeting, _ agenda: Agenda, _ items: [(record: AgendaItem, isSeen: Bool)]
  ) -> JSONWriter {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("meeting")
    write(meeting, 0, to: &writer)
    writer.key("agenda")
    write(agenda, 1, to: &writer)
    writer.key("items")
    writer.beginArray()
    var number = 0
    var next = 0
    for (item, isSeen) in items {
      // What is not on the published agenda yet has no number that would be missed.
      guard isSeen || item.onPublishedAgenda else { continue }
      number += 1
      if isSeen {
        write(item, 2 + next, to: &writer) { $0.member("number", number) }
        next += 1
      } else {
        // An item that the caller may not see keeps its number, and nothing else.
        writer.beginObject()
        writer.member("number", number)
        writer.endObject()
      }
    }
    writer.endArray()
    names.write(to: &writer)
    writer.endObject()
    return writer
  }

  private func write<R: Stored>(
    _ record: R, _ index: Int, to writer: inout JSONWriter,
    more: (inout JSONWriter) -> Void = { _ in }
  ) {
    RecordJSON.write(
      record, for: caller, links: neighbours[index], names: names, to: &writer, more: more)
  }
}
