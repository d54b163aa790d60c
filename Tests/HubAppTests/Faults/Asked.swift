import HubHTTP
import HubTestKit
import HubText

/// One thing that somebody asks of the hub, written down for a table.
struct Asked: Sendable {
  let method: HubHTTP.Method
  let path: String
  var body: JSON?
  /// The agenda or minutes file, where one is sent.
  var file: String?
  var query = Query()
  var headers = Headers()
  /// Without `@`; nil for nobody.
  var handle: String?

  static func get(_ path: String, _ query: Query, as handle: String?) -> Asked {
    Asked(method: .get, path: path, query: query, handle: handle)
  }

  static func post(
    _ path: String, _ body: JSON, as handle: String?, _ headers: Headers = Headers()
  ) -> Asked {
    Asked(method: .post, path: path, body: body, headers: headers, handle: handle)
  }

  static func patch(_ path: String, _ body: JSON, as handle: String?) -> Asked {
    Asked(method: .patch, path: path, body: body, handle: handle)
  }

  /// A step of a record's life cycle, with a reason for those that want one.
  static func move(_ reference: String, to state: String, as handle: String?) -> Asked {
    post(
      "\(reference)/transitions", ["to": .string(state), "reason": "It was time."], as: handle)
  }

  static func file(
    _ path: String, _ file: String, as handle: String?, _ query: Query = Query()
  ) -> Asked {
    Asked(method: .post, path: path, file: file, query: query, handle: handle)
  }

  func answer(_ test: TestHub, in language: String = "en") -> Response {
    if let file {
      return test.sendFile(path, file, as: handle, query: query, language: language)
    }
    var headers = headers
    headers.add("Accept-Language", language)
    return test.send(method, path, body, as: handle, query: query, headers: headers)
  }
}
