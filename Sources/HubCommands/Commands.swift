package import HubConsole
import HubModel

/// Every command of `hub` that asks the API: what subjects share comes from their field lists and
/// life cycles; a command that a subject words itself takes the place of the shared one.
package enum Commands {
  package static let all = all(beside: [])

  /// - Parameter local: those that work on the data file itself. The help lists them after what
  ///   people come for every day.
  package static func all(beside local: [Command]) -> [Command] {
    var particular =
      AgendaCommands.all + MinutesCommands.all
      + MinutesTimesCommands.all + ActionItemCommands.all + MeetingCommands.all
      + AttendanceCommands.all + SeriesCommands.all + TraceCommands.all + ReleaseCommands.all
      + MergeCommands.all + DocumentCommands.all
      + SearchCommands.all
      + ExportCommands.all + ImportCommands.all
    particular += local + ExpunctionCommands.all + CompleteCommands.all + SignInCommands.all
    particular += WhoamiCommands.all
    let taken = Set(particular.map(\.name))
    let shared = Kinds.all.flatMap { commands(of: $0) }.filter { !taken.contains($0.name) }
    return particular + shared
  }

  private static func commands<R: Record>(of type: R.Type) -> [Command] {
    SubjectCommands<R>().all
  }
}
