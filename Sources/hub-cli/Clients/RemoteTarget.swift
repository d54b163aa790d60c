import HubHTTP

/// The target of a request to a service: path and query, encoded.
enum RemoteTarget {
  static func text(path: String, query: [(name: String, value: String)]) -> String {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    let encoded = segments.map { PercentEncoding.encode(String($0)) }.joined(separator: "/")
    guard !query.isEmpty else { return encoded }
    let pairs = Query(query.map { Query.Pair(name: $0.name, value: $0.value) })
    return encoded + "?" + pairs.encoded
  }
}
