import HubHTTP
import HubText
import HubWords

/// One route as OpenAPI writes it.
struct RouteOperation {
  let method: HubHTTP.Method
  let pattern: String
  private let name: String
  private let parameterNames: [String]
  private let description: RouteDescription
  private let document: RouteDocument
  private let words: Words
  /// Whether it stands beside the API, at the root of the service: none of the API's own refusals
  /// are its.
  private let isAtRoot: Bool

  init<Context>(_ route: Route<Context, RouteDescription>, _ words: Words) {
    method = route.method
    pattern = route.pattern
    name = route.name
    parameterNames = route.parameterNames
    description = route.description
    isAtRoot = !route.pattern.hasPrefix(API.root)
    let document = route.description.document(words)
    self.document = route.method == .get && !isAtRoot ? document.conditional(words) : document
    self.words = words
  }

  var json: JSON {
    JSON(members: [
      ("operationId", .string(Self.id(of: name))), ("tags", [.string(document.tag)]),
      ("summary", .string(document.summary)),
    ])
    .adding("description", text: document.details)
    .adding("parameters", parameters.isEmpty ? nil : .array(parameters))
    .adding("requestBody", body)
    .adding("responses", responses)
    .adding(
      "security", description.askers == .anybody ? [["token": []], ["session": []], [:]] : nil)
  }

  /// `list action-items` as a name that programs can have: `listActionItems`.
  static func id(of name: String) -> String {
    let parts = name.split { $0 == " " || $0 == "-" }
    return parts.enumerated().map { index, part in
      index == 0 ? String(part) : part.prefix(1).uppercased() + part.dropFirst()
    }.joined()
  }

  private var parameters: [JSON] {
    parameterNames.map { name in
      Parameter.path(name, document.path[name] ?? JSONSchema.text, words("parameter.\(name)"))
    } + description.query(words) + document.fields + (isRepeatable ? [key] : [])
  }

  private var isRepeatable: Bool { method == .post && description.takesKey }

  /// What makes a POST safe to repeat.
  private var key: JSON {
    Parameter.header(
      "Idempotency-Key", JSONSchema.text(matching: "^[!-~]{1,128}$"), words("openapi.key"))
  }

  private var body: JSON? {
    document.body.map { body in
      let media = JSON(members: [("schema", body.schema)]).adding("example", text: body.example)
      return JSON(members: [
        ("required", .bool(body.isRequired)),
        ("content", JSON(members: body.types.map { ($0, media) })),
      ])
    }
  }

  private var responses: JSON {
    var refusals = document.problems
    if description.writes, description.askers != .anybody { refusals.insert(.forbidden) }
    if !isAtRoot { refusals.formUnion([.badRequest, .unauthorized, .unavailable]) }
    if !isAtRoot, !description.forms.isEmpty { refusals.insert(.notAcceptable) }
    if isRepeatable { refusals.insert(.conflict) }
    if !isAtRoot, description.pace(of: method) != nil { refusals.insert(.tooManyRequests) }
    return JSON(
      members: document.answers.map { (String($0.status), answer($0)) }
        + refusals.sorted { $0.rawValue < $1.rawValue }.map {
          (String($0.rawValue), ProblemAnswers.reference($0))
        })
  }

  private func answer(_ answer: RouteDocument.Answer) -> JSON {
    var headers = answer.headers.map { header($0.0, $0.1, isRequired: true) }
    if isRepeatable {
      headers.append(header("Idempotency-Replayed", JSONSchema.word(of: ["true"])))
    }
    // As the network reaches it: what may hold a secret is never compressed.
    if !description.holdsSecret, !isAtRoot, answer.schema != nil {
      headers.append(header("Content-Encoding", JSONSchema.word(of: ["gzip"])))
    }
    headers += answer.optionalHeaders.map { header($0.0, $0.1) }
    let media = answer.schema.map { schema in
      let types = [(answer.type, schema)] + answer.otherTypes
      return JSON(members: types.map { ($0.0, ["schema": $0.1]) })
    }
    return JSON(members: [("description", .string(answer.text))])
      .adding("headers", headers.isEmpty ? nil : JSON(members: headers))
      .adding("content", media)
  }

  private func header(
    _ name: String, _ schema: JSON, isRequired: Bool = false
  ) -> (String, JSON) {
    let header = JSON(members: [("description", .string(words("header.\(name)")))])
    return (
      name, header.adding("required", isRequired ? true : nil).adding("schema", schema)
    )
  }
}
