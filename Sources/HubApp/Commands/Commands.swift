import HubModel

/// Every command of `hub`: what subjects share comes from their field lists and life cycles; a
/// command that a subject words itself takes the place of the shared one.
package enum Commands {
  package static let all: [Command] = {
    let particular =
      AgendaCommands.all + MinutesCommands.all + ActionItemCommands.all + TraceCommands.all
      + ReleaseCommands.all + SearchCommands.all + ExportCommands.all + SetupCommands.all
      + UpkeepCommands.all + CompleteCommands.all + SignInCommands.all
    let taken = Set(particular.map(\.name))
    let shared = Subjects.all.flatMap { commands(of: $0) }.filter { !taken.contains($0.name) }
    return particular + shared
  }()

  private static func commands<R: Stored>(of type: R.Type) -> [Command] {
    SubjectCommands<R>().all
  }
}
