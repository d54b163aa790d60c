extension Request {
  /// The fields of a form that a browser sent as `application/x-www-form-urlencoded`.
  /// - Throws: a `Problem` of status 415 for another kind of body, or a compressed one, 400 for a
  ///   malformed one.
  package func form() throws -> Query {
    let content = try content { $0 == "application/x-www-form-urlencoded" }
    guard let form = Query(encoded: content) else {
      throw Problem(.badRequest, code: "malformedForm")
    }
    return form
  }
}
