package import HubConsole
package import HubHTTP
package import HubModel

/// Has requests answered in this process: what a command does on a file goes the same way as over
/// the network. Who answers them is given from outside.
package final class LocalClient: HubClient {
  private let root: String
  private let principal: String?
  private let language: Language
  private let respond: (Request) -> Response

  /// - Parameters:
  ///   - root: what stands before every path: `/api/v1`.
  ///   - principal: the caller's handle; nil is nobody.
  package init(
    at root: String, as principal: String?, language: Language,
    respond: @escaping (Request) -> Response
  ) {
    self.root = root
    self.principal = principal
    self.language = language
    self.respond = respond
  }

  package func send(
    method: String, path: String, query: [(name: String, value: String)],
    headers: [(name: String, value: String)], body: [UInt8]
  ) throws -> HubAnswer {
    var fields = Headers()
    for header in headers { fields.add(header.name, header.value) }
    fields.add("Accept-Language", language.rawValue)
    var request = Request(
      Method(method), root + path,
      query: Query(query.map { Query.Pair(name: $0.name, value: $0.value) }), headers: fields,
      body: body)
    request.principal = principal
    let response = respond(request)
    return HubAnswer(
      status: response.status,
      headers: response.headers.fields.map { ($0.name, $0.value) },
      body: try response.collected())
  }
}
