import HubHTTP
import HubModel
import HubText
import HubWords

/// The answers that are problems, one for each status, with an example of each.
struct ProblemAnswers {
  let words: Words

  /// The statuses with which the API refuses.
  static let statuses: [Status] = [
    .badRequest, .unauthorized, .forbidden, .notFound, .methodNotAllowed, .notAcceptable,
    .conflict, .gone, .preconditionFailed, .contentTooLarge, .unsupportedMediaType,
    .rangeNotSatisfiable, .unprocessableContent, .preconditionRequired, .tooManyRequests,
    .unavailable,
  ]

  /// What an operation refers to.
  static func reference(_ status: Status) -> JSON {
    ["$ref": .string("#/components/responses/\(name(status))")]
  }

  var components: [(String, JSON)] {
    Self.statuses.map { (Self.name($0), answer($0)) }
  }

  private static func name(_ status: Status) -> String {
    status.phrase.filter { $0 != " " }
  }

  private func answer(_ status: Status) -> JSON {
    // A plain reference, so that what is generated from the document has one kind of problem.
    let media: JSON = ["schema": JSONSchema.named("Problem"), "example": example(status)]
    return JSON(members: [("description", .string(words("status.\(status.rawValue)")))])
      .adding("headers", headers(status))
      .adding("content", ["application/problem+json": media])
  }

  private func headers(_ status: Status) -> JSON? {
    let name: String? =
      switch status {
      case .unauthorized: "WWW-Authenticate"
      case .methodNotAllowed: "Allow"
      case .rangeNotSatisfiable: "Content-Range"
      case .tooManyRequests, .unavailable: "Retry-After"
      case .unsupportedMediaType: "Accept-Encoding"
      default: nil
      }
    return name.map { name in
      JSON(members: [
        (
          name,
          [
            "description": .string(words("header.\(name)")),
            // Another kind of body is refused without it.
            "required": .bool(status != .unsupportedMediaType),
            "schema": name == "Retry-After" ? JSONSchema.count : JSONSchema.text,
          ]
        )
      ])
    }
  }

  /// Written by the same code that answers requests.
  private func example(_ status: Status) -> JSON {
    var request = Request(.patch, "\(API.root)/action-items/A-12", id: "5f0c2a9e")
    request.headers["Accept-Language"] = words.language.rawValue
    let problem = ProblemDetails(for: request).problem(for: cause(status)) { _ in }
    return (try? JSON(parsing: problem.written())) ?? [:]
  }

  private func cause(_ status: Status) -> any Error {
    let action = Reference(.actionItem, 12)
    return switch status {
    case .badRequest: Refusal.malformed([Fault("badLimit", at: "limit", ["most": "500"])])
    case .unauthorized: Refusal.signInRequired
    case .forbidden: Refusal.notAllowed(Fault("notAllowed", ["roles": "facilitator, staff"]))
    case .notFound: Refusal.notFound(action.description)
    case .conflict:
      Refusal.conflict(
        Fault(
          "wrongTransition", at: "/to",
          [
            "type": "actionItem", "ref": action.description, "from": "open", "to": "verified",
            "open": "inProgress, done, blocked, cancelled",
          ]))
    case .preconditionFailed: Refusal.stale(action, current: 4)
    case .unprocessableContent:
      Refusal.invalid([Fault("required", at: "/title", ["field": "title"])])
    case .preconditionRequired: Refusal.versionRequired
    case .unavailable: Refusal.unavailable(Fault("databaseBusy"))
    case .notAcceptable: Problem.notAcceptable([RouteDescription.json])
    case .methodNotAllowed: Problem(status, code: "methodNotAllowed")
    case .unsupportedMediaType: Problem(status, code: "unsupportedMediaType")
    case .contentTooLarge: Problem(status, code: "bodyTooLarge")
    case .gone: Problem(status, code: "contentsExpunged")
    case .rangeNotSatisfiable: Problem(status, code: "rangeNotSatisfiable")
    case .tooManyRequests: SignInRefusal.throttled(seconds: 30)
    default: Problem(status, code: "")
    }
  }
}
