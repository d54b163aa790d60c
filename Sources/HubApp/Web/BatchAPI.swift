import HubHTTP
import HubModel
import HubText

/// `POST /batch`: several writes in one transaction, all of them or none.
///
/// `{"operations": [{"method": "POST", "path": "/action-items", "body": {…}, "name": "a"}, …]}`;
/// a later operation can say `$a` for the reference of an earlier one, in its path and its body.
enum BatchAPI {
  /// How many operations a batch has at most: other writers wait for it.
  static let most = 1000

  static var routes: [APIRoute] {
    [
      APIRoute(
        .post, "\(API.root)/batch", name: "batch",
        .writing(document).with {
          $0.company = .key
          $0.largestBody = 8 * RouteDescription.usualBody
        }, handler: carryOut)
    ]
  }

  private static func carryOut(_ context: Context) throws -> Response {
    let operations = try operations(of: context.request)
    return try context.hub.together { bound in
      let api = API(bound, signIn: context.signIn)
      var names = NamedReferences()
      var answers: [JSON] = []
      var refusals: [OperationRefusal] = []
      for (index, operation) in operations.enumerated() {
        let request = operation.request(like: context.request, names)
        var bug: (any Error)?
        let answer = api.respond(to: request, as: api.match(request), within: .batch) { bug = $0 }
        let body = try answer.collected()
        let json = body.isEmpty ? JSON.null : try JSON(parsing: body)
        guard answer.status < 400 else {
          refusals.append(OperationRefusal(answer, json, at: index))
          // The others are tried so that every fault is told at once; but after a bug nothing is
          // sure, and what follows one that has a name may speak of it.
          guard answer.status < 500, operation.name == nil else {
            throw BatchRefusal(problem: refusals[0].problem(among: refusals), bug: bug)
          }
          continue
        }
        if let name = operation.name, let ref = json["ref"]?.string { names.add(name, ref) }
        answers.append(["status": .integer(Int64(answer.status)), "body": json])
      }
      if let first = refusals.first {
        throw BatchRefusal(problem: first.problem(among: refusals), bug: nil)
      }
      return .json(["answers": .array(answers)])
    }
  }

  /// One write of a batch.
  private struct Operation {
    let method: String
    let path: String
    let body: JSON
    let version: String?
    let name: String?

    func request(like whole: Request, _ names: NamedReferences) -> Request {
      var headers = Headers()
      headers.add("Content-Type", "application/json")
      if let version { headers.add("If-Match", version == "*" ? "*" : "\"\(version)\"") }
      if let language = whole.headers["Accept-Language"] {
        headers.add("Accept-Language", language)
      }
      // As the whole one in whatever says who calls and how far the credential reaches.
      var request = whole
      request.method = Method(method)
      request.path = API.root + names.replaced(inPath: path)
      request.query = Query()
      request.headers = headers
      request.body = names.replaced(in: body).written()
      return request
    }
  }

  private static func operations(of request: Request) throws -> [Operation] {
    let json = try request.json()
    guard let list = json["operations"]?.array, !list.isEmpty else {
      throw Refusal.malformed([Fault("required", at: "/operations", ["field": "operations"])])
    }
    guard list.count <= most else {
      let fault = Fault("tooManyOperations", at: "/operations", ["most": String(most)])
      throw Refusal.malformed([fault])
    }
    var faults: [Fault] = []
    let operations = list.enumerated().compactMap { index, value -> Operation? in
      let at = "/operations/\(index)"
      let method = value["method"]?.string ?? ""
      let path = value["path"]?.string ?? ""
      if !["POST", "PATCH"].contains(method) {
        let allowed = ["word": method, "allowed": "POST, PATCH"]
        faults.append(Fault("unknownChoice", at: "\(at)/method", allowed))
      }
      if !isPath(path) {
        faults.append(Fault("badPath", at: "\(at)/path", ["text": path]))
      }
      return Operation(
        method: method, path: path, body: value["body"] ?? [:],
        version: value["ifMatch"]?.string, name: value["name"]?.string)
    }
    guard faults.isEmpty else { throw Refusal.malformed(faults) }
    return operations
  }

  /// Whether the path can be read in one way only and is not, however it is written, that of a
  /// batch: one within another would be longer than one may be.
  private static func isPath(_ path: String) -> Bool {
    guard path.hasPrefix("/") else { return false }
    return switch API.router.match(.post, API.root + path) {
    case .malformed: false
    case .route(let route, _): route.description.company != .key
    case .methodNotAllowed, .notFound: true
    }
  }
}

/// The refusal of a batch, in words already: nothing of it lands.
struct BatchRefusal: Error {
  let problem: Problem
  /// What it is where it is a bug of ours.
  let bug: (any Error)?
}
