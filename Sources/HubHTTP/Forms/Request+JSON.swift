package import HubText

extension Request {
  /// The JSON value in the body; `application/json` and every `+json` kind are taken.
  /// - Throws: a `Problem` of status 415 for another kind of body, 400 for malformed JSON, with
  ///   the place.
  package func json() throws -> JSON {
    guard let name = contentType?.name, name == "application/json" || name.hasSuffix("+json")
    else { throw Problem(.unsupportedMediaType, code: "unsupportedMediaType") }
    do {
      return try JSON(parsing: body)
    } catch {
      var problem = Problem(.badRequest, code: "malformedJSON", detail: error.description)
      problem.members = [
        JSON.Member(name: "reason", value: .string(error.kind.rawValue)),
        JSON.Member(name: "line", value: .integer(Int64(error.line))),
        JSON.Member(name: "column", value: .integer(Int64(error.column))),
      ]
      throw problem
    }
  }
}
