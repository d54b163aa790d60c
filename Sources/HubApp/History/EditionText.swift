import HubModel

/// The text that is frozen when a record is released: all of it, whoever may see it. Who reads an
/// edition later gets it redacted.
enum EditionText {
  static func text<R: Stored>(of record: R, in writing: Writing) throws -> String {
    switch record {
    case let agenda as Agenda: try text(of: agenda, in: writing)
    case let minutes as Minutes: try text(of: minutes, in: writing)
    default: ""
    }
  }

  private static func text(of agenda: Agenda, in writing: Writing) throws -> String {
    guard let meeting = try writing.load(agenda.meeting),
      let records = try AgendaRecords.of(meeting, in: writing)
    else { return "" }
    var document = records.document
    document.body = try writing.load(meeting.body)?.name.best(.en)
    return document.written(in: .en)
  }

  private static func text(of minutes: Minutes, in writing: Writing) throws -> String {
    guard let meeting = try writing.load(minutes.meeting) else { return "" }
    return try MinutesRecords.of(meeting, in: writing).document.written(in: .en)
  }
}
