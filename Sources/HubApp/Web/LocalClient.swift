import HubHTTP
package import HubModel

/// Runs the API in this process on a database file: what a command does locally goes the same way
/// as over the network.
package final class LocalClient: HubClient {
  private let api: API
  private let principal: String?
  private let language: Language
  private let report: (any Error) -> Void

  /// - Parameters:
  ///   - principal: the caller's handle; nil is nobody.
  ///   - report: told what is a bug of ours.
  package init(
    _ hub: Hub, as principal: String?, language: Language,
    report: @escaping (any Error) -> Void = { _ in }
  ) {
    api = API(hub)
    self.principal = principal
    self.language = language
    self.report = report
  }

  package func send(
    method: String, path: String, query: [(name: String, value: String)],
    headers: [(name: String, value: String)], body: [UInt8]
  ) throws -> HubAnswer {
    var fields = Headers()
    for header in headers { fields.add(header.name, header.value) }
    fields.add("Accept-Language", language.rawValue)
    var request = Request(
      Method(method), API.root + path,
      query: Query(query.map { Query.Pair(name: $0.name, value: $0.value) }), headers: fields,
      body: body)
    request.principal = principal
    let response = api.respond(to: request, report: report)
    return HubAnswer(
      status: response.status,
      headers: response.headers.fields.map { ($0.name, $0.value) },
      body: try response.collected())
  }
}
