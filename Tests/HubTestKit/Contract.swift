package import HubApp
package import HubHTTP
package import HubText

/// The OpenAPI document as the hub serves it, and what it promises of an answer.
package struct Contract: Sendable {
  package let document: JSON

  package init(_ api: API, language: String = "en") throws {
    document = try api.respond(
      to: Request(
        .get, "\(API.root)/openapi.json", headers: ["Accept-Language": language], id: "test")
    ).json
  }

  /// The operation that a request reaches; nil where no route does.
  package func operation(_ request: Request) -> JSON? {
    let method = request.method.name.lowercased()
    guard case .route(let route, _) = API.router.match(request.method, request.path) else {
      // What stands beside the API has no parameters in its path.
      return document["paths"]?[request.path]?[method]
    }
    return document["paths"]?[route.pattern]?[method]
  }

  /// What of an answer is not as the document has it.
  package func findings(_ response: Response, to request: Request) throws -> [String] {
    guard let operation = operation(request) else { return ["no such operation"] }
    let checker = SchemaChecker(document, isStrict: true)
    guard var answer = operation["responses"]?[String(response.status)] else {
      return ["status \(response.status) is not documented"]
    }
    if let pointer = answer["$ref"]?.string { answer = checker.resolve(pointer) ?? [:] }
    var findings: [String] = []
    for header in answer["headers"]?.object ?? [] {
      if let value = response.headers[header.name] {
        let wanted = header.value["schema"] ?? true
        findings += checker.findings(Self.value(value, wanted), wanted, at: header.name)
      } else if header.value["required"] == true {
        findings.append("the header field \(header.name) is missing")
      }
    }
    let body = try response.collected()
    guard let types = answer["content"]?.object else {
      return body.isEmpty ? findings : findings + ["a body is not documented"]
    }
    let type = response.headers["Content-Type"] ?? "no type"
    guard let content = types.first(where: { $0.name == type }) else {
      return findings + ["\(type) is not documented"]
    }
    let isJSON = content.name.hasSuffix("json")
    let value = isJSON ? try JSON(parsing: body) : .string(String(decoding: body, as: UTF8.self))
    return findings + checker.findings(value, content.value["schema"] ?? true)
  }

  private static func value(_ text: String, _ schema: JSON) -> JSON {
    schema["type"] == "integer" ? Int64(text).map { .integer($0) } ?? .string(text) : .string(text)
  }
}
