/// A request as the server received it, whole.
package struct Request: Sendable {
  package var method: Method
  /// The path, percent-encoded as received, without the query.
  package var path: String
  /// The pairs of the query, decoded.
  package var query: Query
  package var headers: Headers
  package var body: [UInt8]
  /// The identity of this request in the log and in answers.
  package var id: String
  /// The address of the other end of the connection, where there is one.
  package var remoteAddress: String?
  /// Whether a trusted proxy handed the request on: set by the server, never by the caller.
  package var isFromProxy = false
  /// Whether a proxy, trusted or not, says that it speaks for somebody else: set by the server.
  package var isForwarded = false
  /// Whether somebody still waits for the answer, or would still get it: to be asked by work that
  /// takes long, from whatever thread. Set by the server.
  package var isAwaited: @Sendable () -> Bool = { true }
  /// Who was found to be calling: set by the layer that authenticates, never by the caller.
  package var principal: String?
  /// What the caller's credential allows: set by the layer that authenticates.
  package var scopes = Scopes.all
  /// The digest of the browser session that the caller came by: set by the same layer.
  package var session: [UInt8]?
  /// The language of whoever was found, for where the request asks for none that there is: set by
  /// the same layer.
  package var ownLanguage: String?
  /// The state of the data when the caller was found: what was known of it then still holds for
  /// this request. Set by the same layer.
  package var dataVersion: Int64?

  package init(
    _ method: Method = .get, _ path: String, query: Query = Query(), headers: Headers = Headers(),
    body: [UInt8] = [], id: String = "", remoteAddress: String? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.id = id
    self.remoteAddress = remoteAddress
  }

  /// Takes a request target such as `/meetings?state=draft` apart.
  /// - Throws: a `Problem` of status 400 where the query's encoding is invalid.
  package init(
    _ method: Method, target: String, headers: Headers = Headers(), body: [UInt8] = [],
    id: String = "", remoteAddress: String? = nil
  ) throws {
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let query = Query(encoded: halves.dropFirst().first ?? "") else {
      throw Problem(.badRequest, code: "malformedQuery", instance: id)
    }
    self.init(
      method, String(halves.first ?? "/"), query: query, headers: headers, body: body, id: id,
      remoteAddress: remoteAddress)
  }
}
