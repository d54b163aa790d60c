extension Request {
  /// The fields of a form that a browser sent as `application/x-www-form-urlencoded`.
  /// - Throws: a `Problem` of status 415 for another kind of body, 400 for a malformed one.
  package func form() throws -> Query {
    guard contentType?.name == "application/x-www-form-urlencoded" else {
      throw Problem(.unsupportedMediaType, code: "unsupportedMediaType")
    }
    guard let form = Query(encoded: body) else {
      throw Problem(.badRequest, code: "malformedForm")
    }
    return form
  }
}
