package import HubHTTP
import HubModel
import HubSQL
import HubText
import HubWords

/// Turns whatever was thrown into RFC 9457 problem details, in the caller's language: the one
/// place where a refusal meets HTTP.
package struct ProblemDetails {
  let request: Request
  let words: Words

  package init(for request: Request) {
    self.request = request
    words = Words(Language(rawValue: request.language()) ?? .en)
  }

  package func response(to error: any Error, report: (any Error) -> Void) -> Response {
    problem(for: error, report: report).response
  }

  func problem(for error: any Error, report: (any Error) -> Void) -> Problem {
    switch error {
    case let refusal as Refusal: return problem(for: refusal)
    case let refusal as SignInRefusal: return problem(for: refusal)
    case let refusal as PaceRefusal: return problem(for: refusal)
    case let refusal as BatchRefusal:
      if let bug = refusal.bug { report(bug) }
      var problem = refusal.problem
      problem.instance = request.id
      return problem
    case var problem as Problem:
      problem.title = words("status.\(problem.status)")
      problem.detail = Self.words(for: problem, words) ?? problem.detail
      problem.instance = problem.instance ?? request.id
      return problem
    case let error as SQLError where Storage.refusal(for: error) != nil:
      return Storage.refusal(for: error).map(problem(for:)) ?? bug()
    default:
      report(error)
      return bug()
    }
  }

  /// What HTTP itself refuses, in words; nil where there is no sentence for it.
  private static func words(for problem: Problem, _ words: Words) -> String? {
    let key = "problem.\(problem.code)"
    guard words.has(key) else { return nil }
    var arguments = ["what": problem.detail ?? ""]
    for member in problem.members {
      arguments[member.name] = member.value.string ?? member.value.integer.map { String($0) }
    }
    if let reason = arguments["reason"] { arguments["reason"] = words("json.\(reason)") }
    return words(key, arguments)
  }

  private func bug() -> Problem { make(.internalError, "internalError", []) }

  private func problem(for refusal: Refusal) -> Problem {
    switch refusal {
    case .invalid(let faults): return make(.unprocessableContent, "invalid", faults)
    case .malformed(let faults): return make(.badRequest, "malformed", faults)
    case .notFound(let ref): return make(.notFound, "notFound", [], ["ref": ref])
    case .notAllowed(let fault): return make(.forbidden, fault.code, [fault])
    case .signInRequired:
      var problem = make(.unauthorized, "signInRequired", [])
      problem.headers.add("WWW-Authenticate", "Bearer")
      return problem
    case .stale(let reference, let current, let changed):
      var problem = make(
        .preconditionFailed, "staleVersion", [],
        ["ref": reference.description, "version": String(current)])
      problem.members.append(JSON.Member(name: "currentVersion", value: .integer(Int64(current))))
      if !changed.isEmpty {
        problem.members.append(
          JSON.Member(name: "changed", value: .array(changed.map { .string($0.description) })))
      }
      return problem
    case .conflict(let fault): return make(.conflict, fault.code, [fault])
    case .versionRequired: return make(.preconditionRequired, "versionRequired", [])
    case .unavailable(let fault):
      var problem = make(.unavailable, fault.code, [fault])
      problem.headers.add("Retry-After", "2")
      return problem
    }
  }

  private func problem(for refusal: PaceRefusal) -> Problem {
    let code =
      switch refusal.kind {
      case .writing: "tooManyWrites"
      case .searching: "tooManySearches"
      }
    let seconds = String(refusal.seconds)
    var problem = make(.tooManyRequests, code, [], ["seconds": seconds])
    problem.headers.add("Retry-After", seconds)
    return problem
  }

  func make(
    _ status: Status, _ code: String, _ faults: [Fault], _ arguments: [String: String] = [:]
  ) -> Problem {
    let faults = request.told(faults)
    let errors = faults.map {
      Problem.FieldError(pointer: $0.pointer, code: $0.code, detail: words.sentence($0))
    }
    let key = "problem.\(code)"
    let detail = words.has(key) ? words(key, arguments) : errors.first?.detail
    var problem = Problem(
      status, code: code, detail: detail, instance: request.id, errors: errors)
    problem.title = words("status.\(status.rawValue)")
    problem.members = positions(faults)
    return problem
  }

  /// Where faults stand in a file that was sent, in the order of `errors`.
  private func positions(_ faults: [Fault]) -> [JSON.Member] {
    guard faults.contains(where: { $0.position != nil }) else { return [] }
    let positions = faults.map { fault -> JSON in
      guard let position = fault.position else { return .null }
      return [
        "line": .integer(Int64(position.line)), "column": .integer(Int64(position.column)),
      ]
    }
    return [JSON.Member(name: "positions", value: .array(positions))]
  }
}
