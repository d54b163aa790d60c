import HubModel

/// Every description of a route. A route that a special provider adds is described beside it, and
/// its descriptions are named here.
enum RouteDescriptions {
  static func all(_ words: Words) -> [RouteDescription] {
    func records<R: Stored>(_ type: R.Type) -> [RouteDescription] {
      RecordRoutes<R>(words).descriptions
    }
    return Subjects.all.flatMap { records($0) }
      + SearchAPI.descriptions(words) + TraceAPI.descriptions(words)
      + ReleaseAPI.descriptions(words) + AgendaAPI.descriptions(words)
      + AgendaFileAPI.descriptions(words)
      + MinutesFileAPI.descriptions(words) + BatchAPI.descriptions(words)
      + ExpunctionAPI.descriptions(words) + AgendaEditionAPI.descriptions(words)
      + MinutesEditionAPI.descriptions(words) + AgendaProposalAPI.descriptions(words)
      + ExportAPI.descriptions(words) + SignInAPI.descriptions(words)
      + OpenAPIRoute.descriptions(words) + Operations.descriptions(words)
  }
}
