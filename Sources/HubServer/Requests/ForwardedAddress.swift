import HubHTTP

/// Finds for whom a chain of proxies speaks.
enum ForwardedAddress {
  /// The client: each proxy adds the address that it was called from at the end, so the last one
  /// that is not itself trusted is the last that can be believed.
  static func client(
    in headers: Headers, field: ServerSettings.ForwardedField, trusted: Set<String>
  ) -> String? {
    let chain =
      switch field {
      case .xForwardedFor: list(headers.joined("X-Forwarded-For"))
      case .forwarded: list(headers.joined("Forwarded")).map { parameter("for", of: $0) }
      }
    var client: String?
    for entry in chain.reversed() {
      guard let address = address(entry) else { return client }
      client = address
      if !trusted.contains(address) { break }
    }
    return client
  }

  /// Whether the client came over TLS to the proxy that called us.
  static func isSecure(in headers: Headers, field: ServerSettings.ForwardedField) -> Bool {
    let scheme: Substring? =
      switch field {
      case .xForwardedFor: list(headers.joined("X-Forwarded-Proto")).last
      case .forwarded: list(headers.joined("Forwarded")).last.map { parameter("proto", of: $0) }
      }
    return scheme?.lowercased() == "https"
  }

  private static func list(_ value: String?) -> [Substring] {
    value.map { $0.split(separator: ",").map(trimmed) } ?? []
  }

  /// The value of a parameter, such as `for=…`, of an element of `Forwarded`, without its quotes.
  private static func parameter(_ name: String, of element: Substring) -> Substring {
    for pair in element.split(separator: ";") {
      let pair = trimmed(pair)
      guard pair.prefix(name.count + 1).lowercased() == name + "=" else { continue }
      return pair.dropFirst(name.count + 1).drop { $0 == "\"" }.prefix { $0 != "\"" }
    }
    return ""
  }

  /// An address without brackets and port; nil for what is none, such as `unknown`.
  private static func address(_ entry: Substring) -> String? {
    var text = entry
    if text.first == "[", let end = text.firstIndex(of: "]") {
      text = text[..<end].dropFirst()
    } else if text.count(where: { $0 == ":" }) == 1, let colon = text.firstIndex(of: ":") {
      text = text[..<colon]
    }
    let isAddress =
      (2...45).contains(text.utf8.count)
      && text.allSatisfy { $0.isHexDigit || $0 == "." || $0 == ":" }
      && text.contains { $0 == "." || $0 == ":" }
    return isAddress ? text.lowercased() : nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
    return text
  }
}
