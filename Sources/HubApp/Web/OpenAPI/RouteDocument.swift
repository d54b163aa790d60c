import HubHTTP
import HubModel
import HubText
import HubWords

/// What the document says of a route, in one language: what it is for, what it takes beside its
/// query, what it answers.
struct RouteDocument {
  /// Under what the document lists it.
  let tag: String
  /// A line.
  let summary: String
  var details: String?
  /// Header fields that it looks at.
  var fields: [JSON] = []
  /// The schemas of the parameters in the path, by name.
  var path: [String: JSON] = [:]
  var body: Body?
  var answers: [Answer]
  /// The statuses with which it refuses, beside those that follow from its description.
  var problems: Set<Status> = []

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

extension RouteDocument {
  /// The document of a route that can refuse so too.
  func refusing(_ problems: Set<Status>) -> RouteDocument {
    var copy = self
    copy.problems.formUnion(problems)
    return copy
  }

  /// The document of a route that takes a JSON body.
  func taking(
    _ schema: JSON, types: [String] = ["application/json"], isRequired: Bool = true
  ) -> RouteDocument {
    var copy = self
    copy.body = Body(types: types, schema: schema, isRequired: isRequired)
    copy.problems.formUnion([.contentTooLarge, .unsupportedMediaType, .unprocessableContent])
    return copy
  }

  /// The document of a route that changes a version which `If-Match` names.
  func versioned(_ words: Words) -> RouteDocument {
    var copy = self
    copy.fields.append(
      Parameter.header("If-Match", JSONSchema.text, words("openapi.ifMatch"), isRequired: true))
    copy.problems.formUnion([.preconditionFailed, .preconditionRequired, .conflict])
    return copy
  }

  /// The document of a route on one record of a type.
  func on(_ type: RecordType) -> RouteDocument {
    var copy = self
    copy.path["ref"] = JSONSchema.reference(to: [type])
    copy.problems.insert(.notFound)
    return copy
  }
}
