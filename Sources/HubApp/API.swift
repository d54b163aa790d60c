package import HubHTTP
import HubModel

/// A route of the API.
package typealias APIRoute = Route<Context, RouteDescription>

/// The HTTP JSON API, answered from one hub. It needs no socket; the `hub` command runs it in its
/// own process, the service behind a port.
///
/// Its routes are made once, whichever hub it is answered from: from one that is bound to a
/// transaction it costs nothing.
package struct API: Sendable {
  package let hub: Hub
  /// Shared with the layer that authenticates, where there is one.
  let signIn: SignIn

  package static let root = "/api/v1"

  package init(_ hub: Hub, signIn: SignIn = SignIn()) {
    self.hub = hub
    self.signIn = signIn
  }

  /// Every route. The only registration.
  package static let router: Router<Context, RouteDescription> = {
    var routes: [APIRoute] = []
    for subject in Subjects.all { routes += Self.routes(of: subject) }
    routes += SearchAPI.routes + TraceAPI.routes + ReleaseAPI.routes + AgendaAPI.routes
    routes += AgendaFileAPI.routes + AgendaEditionAPI.routes + AgendaProposalAPI.routes
    routes += MeetingCallAPI.routes + SeriesScheduleAPI.routes
    routes += MinutesFileAPI.routes + MinutesEditionAPI.routes
    routes += DocumentContentsAPI.routes + DocumentExpunctionAPI.routes
    routes += MergeAPI.routes + ImportAPI.routes
    routes += BatchAPI.routes + ExpunctionAPI.routes + ExportAPI.routes
    routes += SessionAPI.routes + InvitationAPI.routes + PasswordAPI.routes + TokenAPI.routes
    routes += MeAPI.routes + SignInHistoryAPI.routes + SignOutAPI.routes
    routes += WelcomeAPI.routes + OpenAPIRoute.routes
    return Router(routes)
  }()

  /// The largest body that any of them takes, in bytes.
  package static var largestBody: Int {
    router.routes.map(\.description.largestBody).max() ?? 0
  }

  /// The routes that every subject has.
  private static func routes<R: Stored>(of type: R.Type) -> [APIRoute] {
    CollectionAPI<R>.routes + RecordAPI<R>.routes
  }
}
