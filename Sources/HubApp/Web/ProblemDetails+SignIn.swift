import HubHTTP
import HubModel
import HubText

extension ProblemDetails {
  /// Why somebody was not let in (RFC 6750, section 3, for what a token's bearer is told).
  func problem(for refusal: SignInRefusal) -> Problem {
    switch refusal {
    case .badCredentials: return unauthorized("badCredentials")
    case .badToken: return unauthorized("badToken", "invalid_token")
    case .tokenExpired: return unauthorized("tokenExpired", "invalid_token")
    case .tokenRevoked: return unauthorized("tokenRevoked", "invalid_token")
    case .sessionOver: return unauthorized("sessionOver")
    case .noAccount: return unauthorized("noAccount")
    case .scopeMissing(let scope):
      let name = scope.names.last ?? ""
      var problem = make(.forbidden, "scopeMissing", [], ["scope": name])
      problem.members.append(.init(name: "scope", value: .string(name)))
      problem.headers.add(
        "WWW-Authenticate",
        "Bearer realm=\"hub\", error=\"insufficient_scope\", scope=\"\(name)\"")
      return problem
    case .crossSite: return make(.forbidden, "crossSite", [])
    case .throttled(let seconds):
      var problem = make(.tooManyRequests, "throttled", [], ["seconds": String(seconds)])
      problem.headers.add("Retry-After", String(seconds))
      return problem
    case .busy:
      var problem = make(.unavailable, "signInBusy", [])
      problem.headers.add("Retry-After", "1")
      return problem
    case .noSession: return make(.notFound, "noSession", [])
    case .badInvitation: return make(.notFound, "badInvitation", [])
    }
  }

  private func unauthorized(_ code: String, _ error: String? = nil) -> Problem {
    var problem = make(.unauthorized, code, [])
    let reason = error.map { ", error=\"\($0)\"" } ?? ""
    problem.headers.add("WWW-Authenticate", "Bearer realm=\"hub\"\(reason)")
    return problem
  }
}
