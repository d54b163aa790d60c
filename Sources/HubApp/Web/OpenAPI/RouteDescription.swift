import HubHTTP
import HubModel
import HubText

/// What is to be known of a route beyond its method and its path: what it takes and what it
/// answers. It stands beside what provides the route and is found by the route's name.
struct RouteDescription {
  /// The route's name.
  let name: String
  /// Under what the document lists it.
  let tag: String
  /// A line, in the language of the document.
  let summary: String
  var details: String?
  /// Parameters of the query and header fields.
  var parameters: [JSON] = []
  /// The schemas of the parameters in the path, by name.
  var path: [String: JSON] = [:]
  var body: Body?
  var answers: [Answer]
  /// The statuses with which it refuses, beside those of every route.
  var problems: Set<Status> = []
  /// Whether a POST can be repeated under a key; never where an answer may hold a secret.
  var isRepeatable = true
  /// Whether anybody may ask, signed in or not.
  var isOpen = true
  /// Whether it stands beside the API, at the root of the service: none of the API's own refusals
  /// are its.
  var isAtRoot = false

  /// What a request brings.
  struct Body {
    let types: [String]
    let schema: JSON
    var isRequired = true
    /// Where the schema has none: a whole file.
    var example: String?
  }

  /// What a request is answered with when it is not refused.
  struct Answer {
    var status: Int
    let text: String
    var type = "application/json"
    var schema: JSON?
    /// Further media types in which the same is given, with their schemas.
    var otherTypes: [(String, JSON)] = []
    /// Header fields that are always there, with their schemas.
    var headers: [(String, JSON)] = []
    /// Header fields that are there where they apply.
    var optionalHeaders: [(String, JSON)] = []
  }
}

extension RouteDescription {
  /// A description of a route that writes: it asks for a signed-in caller.
  func writing(_ problems: Set<Status> = []) -> RouteDescription {
    var copy = self
    copy.isOpen = false
    copy.problems.formUnion([.forbidden])
    copy.problems.formUnion(problems)
    return copy
  }

  /// A description of a route that reads what is the caller's own.
  var signedIn: RouteDescription {
    var copy = self
    copy.isOpen = false
    return copy
  }

  /// A description of a route that takes a JSON body.
  func taking(
    _ schema: JSON, types: [String] = ["application/json"], isRequired: Bool = true
  ) -> RouteDescription {
    var copy = self
    copy.body = Body(types: types, schema: schema, isRequired: isRequired)
    copy.problems.formUnion([.contentTooLarge, .unsupportedMediaType, .unprocessableContent])
    return copy
  }

  /// A description of a route that changes a version which `If-Match` names.
  func versioned(_ words: Words) -> RouteDescription {
    var copy = self
    copy.parameters.append(
      Parameter.header("If-Match", JSONSchema.text, words("openapi.ifMatch"), isRequired: true))
    copy.problems.formUnion([.preconditionFailed, .preconditionRequired, .conflict])
    return copy
  }

  /// A description of a route on one record of a type.
  func on(_ type: RecordType) -> RouteDescription {
    var copy = self
    copy.path["ref"] = JSONSchema.reference(to: [type])
    copy.problems.insert(.notFound)
    return copy
  }
}

/// Parameters as OpenAPI writes them.
enum Parameter {
  static func query(
    _ name: String, _ schema: JSON, _ text: String, isRequired: Bool = false
  ) -> JSON {
    parameter(name, "query", schema, text, isRequired)
  }

  /// A parameter with any number of words, commas between.
  static func list(_ name: String, of words: [String], _ text: String) -> JSON {
    let schema: JSON = ["type": "array", "minItems": 1, "items": JSONSchema.word(of: words)]
    return query(name, schema, text).adding("style", "form").adding("explode", false)
  }

  static func header(
    _ name: String, _ schema: JSON, _ text: String, isRequired: Bool = false
  ) -> JSON {
    parameter(name, "header", schema, text, isRequired)
  }

  static func path(_ name: String, _ schema: JSON, _ text: String) -> JSON {
    parameter(name, "path", schema, text, true)
  }

  private static func parameter(
    _ name: String, _ place: String, _ schema: JSON, _ text: String, _ isRequired: Bool
  ) -> JSON {
    JSON(members: [("name", .string(name)), ("in", .string(place))])
      .adding("required", isRequired ? true : nil)
      .adding("description", text: text).adding("schema", schema)
  }
}
