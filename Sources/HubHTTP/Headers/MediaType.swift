/// The kind of a body (RFC 9110, section 8.3.1).
package struct MediaType: Sendable, Equatable {
  /// `type/subtype` in lower case.
  package let name: String
  /// The parameters in their order; names in lower case.
  package let parameters: Query

  /// Reads a value such as `text/csv; charset=utf-8`; nil for anything else.
  package init?(parsing text: String) {
    if text == Self.json {
      // What nearly every sender says.
      (name, parameters) = (text, Query([]))
      return
    }
    let parts = text.split(separator: ";")
    guard let name = parts.first?.trimmedSpace.lowercased(),
      name.split(separator: "/", omittingEmptySubsequences: false).count == 2,
      !name.hasPrefix("/"), !name.hasSuffix("/"), !name.contains(" ")
    else { return nil }
    self.name = name
    parameters = Query(
      parts.dropFirst().compactMap { part in
        let halves = part.split(separator: "=", maxSplits: 1)
        guard halves.count == 2 else { return nil }
        var value = halves[1].trimmedSpace
        if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
          value = value.dropFirst().dropLast()
        }
        return Query.Pair(name: halves[0].trimmedSpace.lowercased(), value: String(value))
      })
  }

  private static let json = "application/json"

  /// The character set in lower case, or nil.
  package var charset: String? { parameters.first(named: "charset")?.lowercased() }
}

extension Request {
  /// The kind of the body; nil where it is absent or malformed.
  package var contentType: MediaType? {
    headers["Content-Type"].flatMap { MediaType(parsing: $0) }
  }
}
