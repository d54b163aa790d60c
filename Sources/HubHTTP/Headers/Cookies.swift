/// The cookies that a request brings (RFC 6265, section 4.2).
package enum Cookies {
  /// The names and values of a `Cookie` field in their order; what is malformed is left out.
  package static func parse(_ value: String) -> Query {
    Query(
      value.split(separator: ";").compactMap { part in
        let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        let name = halves[0].trimmedSpace
        var value = halves[1].trimmedSpace
        if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
          value = value.dropFirst().dropLast()
        }
        return name.isEmpty ? nil : Query.Pair(name: String(name), value: String(value))
      })
  }
}

extension Request {
  /// The cookies, in their order.
  package var cookies: Query {
    Query(headers.all("Cookie").flatMap { Cookies.parse($0).pairs })
  }
}
