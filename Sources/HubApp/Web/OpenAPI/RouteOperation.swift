import HubHTTP
import HubText

/// One route as OpenAPI writes it.
struct RouteOperation {
  let route: Route
  let description: RouteDescription
  let words: Words

  init(_ route: Route, _ description: RouteDescription, _ words: Words) {
    self.route = route
    let isConditional = route.method == .get && !description.isAtRoot
    self.description = isConditional ? description.conditional(words) : description
    self.words = words
  }

  var json: JSON {
    JSON(members: [
      ("operationId", .string(Self.id(of: route.name))), ("tags", [.string(description.tag)]),
      ("summary", .string(description.summary)),
    ])
    .adding("description", text: description.details)
    .adding("parameters", parameters.isEmpty ? nil : .array(parameters))
    .adding("requestBody", body)
    .adding("responses", responses)
    .adding("security", description.isOpen ? [["token": []], ["session": []], [:]] : nil)
  }

  /// `list action-items` as a name that programs can have: `listActionItems`.
  static func id(of name: String) -> String {
    let parts = name.split { $0 == " " || $0 == "-" }
    return parts.enumerated().map { index, part in
      index == 0 ? String(part) : part.prefix(1).uppercased() + part.dropFirst()
    }.joined()
  }

  private var parameters: [JSON] {
    route.parameterNames.map { name in
      Parameter.path(name, description.path[name] ?? JSONSchema.text, words("parameter.\(name)"))
    } + description.parameters + (isRepeatable ? [key] : [])
  }

  private var isRepeatable: Bool { route.method == .post && description.isRepeatable }

  /// Every POST can be made safe to repeat.
  private var key: JSON {
    Parameter.header(
      "Idempotency-Key", JSONSchema.text(matching: "^[!-~]{1,128}$"), words("openapi.key"))
  }

  private var body: JSON? {
    description.body.map { body in
      let media = JSON(members: [("schema", body.schema)]).adding("example", text: body.example)
      return JSON(members: [
        ("required", .bool(body.isRequired)),
        ("content", JSON(members: body.types.map { ($0, media) })),
      ])
    }
  }

  private var responses: JSON {
    var refusals = description.problems
    if !description.isAtRoot { refusals.formUnion([.badRequest, .unauthorized, .unavailable]) }
    if isRepeatable { refusals.insert(.conflict) }
    return JSON(
      members: description.answers.map { (String($0.status), answer($0)) }
        + refusals.sorted { $0.rawValue < $1.rawValue }.map {
          (String($0.rawValue), ProblemAnswers.reference($0))
        })
  }

  private func answer(_ answer: RouteDescription.Answer) -> JSON {
    var headers = answer.headers.map { header($0.0, $0.1, isRequired: true) }
    if isRepeatable {
      headers.append(header("Idempotency-Replayed", JSONSchema.word(of: ["true"])))
    }
    // As the network reaches it: what may hold a secret is never compressed.
    if description.tag != "sign-in", !description.isAtRoot, answer.schema != nil {
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
