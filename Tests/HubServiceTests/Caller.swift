import HubTestKit
import HubText

/// A program that calls the service with the facilitator's token, over one connection.
final class Caller {
  let client: RawClient
  private let token: String

  init(_ client: RawClient, _ token: String) {
    self.client = client
    self.token = token
  }

  /// Sends a request and reads its answer.
  ///
  /// - Parameter path: below `/api/v1`.
  /// - Throws: `RawClient.NoAnswer` where there is none, or half of one.
  func send(
    _ method: String, _ path: String, _ body: JSON? = nil, _ headers: [String: String] = [:]
  ) throws -> RawClient.Answer {
    begin(method, path, body, headers)
    return try client.answer(toHead: method == "HEAD")
  }

  /// Sends a request, of which the answer is read later.
  func begin(
    _ method: String, _ path: String, _ body: JSON? = nil, _ headers: [String: String] = [:]
  ) {
    let bytes = body?.written() ?? []
    var head = "\(method) /api/v1\(path) HTTP/1.1\nHost: hub\nAuthorization: Bearer \(token)\n"
    if body != nil { head += "Content-Type: application/json\nContent-Length: \(bytes.count)\n" }
    for (name, value) in headers { head += "\(name): \(value)\n" }
    client.send(Array((head + "\n").replacing("\n", with: "\r\n").utf8) + bytes)
  }

  /// An action item of the story's working group.
  static func action(_ title: String, details: String = "") -> JSON {
    [
      "body": "B-1", "title": ["en": .string(title), "fr": .string("Tâche")],
      "details": ["en": .string(details), "fr": ""],
    ]
  }
}

extension RawClient.Answer {
  var json: JSON { get throws { try JSON(parsing: body) } }

  /// Whether it is a problem document as the API promises it, with the request's identity.
  func isProblem(_ status: Int, code: String? = nil) -> Bool {
    guard self.status == status, headers["content-type"] == "application/problem+json",
      let json = try? json
    else { return false }
    return json["status"]?.integer == Int64(status) && json["title"]?.string?.isEmpty == false
      && json["instance"]?.string == headers["x-request-id"]
      && (code == nil ? json["code"]?.string?.isEmpty == false : json["code"]?.string == code)
  }
}
