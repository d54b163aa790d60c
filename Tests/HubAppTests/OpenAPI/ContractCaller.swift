import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

/// Sends requests as somebody and holds every answer to the OpenAPI document.
final class ContractCaller {
  let api: API
  let contract: Contract
  /// The statuses that each operation answered with.
  private(set) var seen: [String: Set<Int>] = [:]

  init(_ api: API) throws {
    self.api = api
    contract = try Contract(api)
  }

  @discardableResult
  func send(
    _ method: Method, _ path: String, _ body: String? = nil, as handle: String? = nil,
    query: Query = Query(), headers: Headers = Headers(), type: String = "application/json"
  ) throws -> Response {
    var headers = headers
    if body != nil { headers.add("Content-Type", type) }
    var request = Request(
      method, API.root + path, query: query, headers: headers, body: Array((body ?? "").utf8),
      id: "test")
    request.principal = handle
    let name = contract.operation(request)?["operationId"]?.string ?? ""
    if headers["Accept"] == nil, isPicky(request), seen[name]?.contains(406) != true {
      var picky = headers
      picky["Content-Type"] = nil
      picky.add("Accept", "image/png, text/*;q=0, application/*;q=0")
      try send(method, path, body, as: handle, query: query, headers: picky, type: type)
    }
    let response = api.respond(to: request) { Issue.record($0, "\(path)") }
    let findings = try contract.findings(response, to: request)
    let text = String(decoding: try response.collected().prefix(600), as: UTF8.self)
    #expect(findings == [], "\(method.name) \(path) \(body ?? "") \(response.status) \(text)")
    seen[name, default: []].insert(response.status)
    if method == .get, response.status == 200, let tag = response.headers["ETag"],
      headers["If-None-Match"] == nil
    {
      headers.add("If-None-Match", tag)
      let again = try send(method, path, as: handle, query: query, headers: headers)
      #expect(again.status == 304)
    }
    return response
  }

  /// Whether it is refused where the caller takes no form in which it answers: until it was, each
  /// request is sent so first, by which nothing is done.
  private func isPicky(_ request: Request) -> Bool {
    contract.operation(request)?["responses"]?["406"] != nil
  }

  /// Documented statuses of an operation that no answer had.
  func unseen(_ method: Method, _ path: String) -> Set<Int> {
    guard let operation = contract.operation(Request(method, API.root + path)) else { return [0] }
    let documented = (operation["responses"]?.object ?? []).compactMap { Int($0.name) }
    return Set(documented).subtracting(seen[operation["operationId"]?.string ?? ""] ?? [])
  }
}
