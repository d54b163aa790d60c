extension Request {
  /// The body of a request that must be of a kind that is taken, and in no coding but its own:
  /// the one place where content is refused before it is read (RFC 9110, section 15.5.16).
  ///
  /// - Parameter isTaken: whether a media type is, by its name.
  /// - Throws: a `Problem` of status 415 for another kind of body, and for a compressed one with
  ///   the codings that are taken.
  package func content(_ isTaken: (String) -> Bool) throws -> [UInt8] {
    guard isPlain else {
      throw Problem(
        .unsupportedMediaType, code: "unsupportedContentCoding",
        headers: ["Accept-Encoding": "identity"])
    }
    guard let name = contentType?.name, isTaken(name) else {
      throw Problem(.unsupportedMediaType, code: "unsupportedMediaType")
    }
    return body
  }

  /// Whether the body comes as it is, by `Content-Encoding`: a list that is usually absent, and
  /// may say so in a word that no sender should (RFC 9110, section 12.5.3).
  private var isPlain: Bool {
    headers.all("Content-Encoding").allSatisfy { field in
      field.split(separator: ",").map(\.trimmedSpace).allSatisfy {
        $0.isEmpty || $0.lowercased() == "identity"
      }
    }
  }
}
