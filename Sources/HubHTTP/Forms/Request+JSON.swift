package import HubText

extension Request {
  /// The JSON value in the body; `application/json` and every `+json` kind are taken.
  /// - Throws: a `Problem` of status 415 for another kind of body, or a compressed one, 400 for
  ///   malformed JSON, with the place.
  package func json() throws -> JSON {
    let content = try content { $0 == "application/json" || $0.hasSuffix("+json") }
    do {
      return try JSON(parsing: content)
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
