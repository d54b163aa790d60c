package import HubText

/// An answer to a request.
package struct Response: Sendable {
  /// What follows the headers.
  package enum Body: Sendable {
    case none
    /// All of it at once; the server writes its length.
    case bytes([UInt8])
    /// Piece by piece: called once, it hands each piece to `write`, which throws when the other
    /// end has gone.
    case stream(@Sendable (_ write: ([UInt8]) throws -> Void) throws -> Void)
    /// Piece by piece likewise, of which is known how many bytes there will be.
    case measured(Int, @Sendable (_ write: ([UInt8]) throws -> Void) throws -> Void)
  }

  package var status: Int
  package var headers: Headers
  package var body: Body

  package init(status: Int, headers: Headers = Headers(), body: Body = .none) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// JSON that is written already.
  package static func json(_ bytes: [UInt8], status: Int = 200) -> Response {
    Response(status: status, type: "application/json", bytes)
  }

  /// JSON as a writer left it.
  package static func json(_ writer: borrowing JSONWriter, status: Int = 200) -> Response {
    json(writer.bytes, status: status)
  }

  /// A JSON value.
  package static func json(_ value: JSON, status: Int = 200) -> Response {
    json(value.written(), status: status)
  }

  /// A page.
  package static func html(_ page: HTML, status: Int = 200) -> Response {
    Response(status: status, type: "text/html; charset=utf-8", page.bytes)
  }

  /// Plain text.
  package static func text(_ text: String, status: Int = 200) -> Response {
    Response(status: status, type: "text/plain; charset=utf-8", Array(text.utf8))
  }

  /// Done, with nothing to say.
  package static func noContent() -> Response { Response(status: 204) }

  /// Not changed since the caller's copy.
  package static func notModified(_ tag: EntityTag) -> Response {
    Response(status: 304, headers: ["ETag": tag.text])
  }

  /// See another page: 303, which turns a form's POST into a GET.
  package static func redirect(to location: String, status: Int = 303) -> Response {
    Response(status: status, headers: ["Location": location])
  }

  /// Bytes of a media type.
  package init(status: Int = 200, type: String, _ bytes: [UInt8]) {
    self.init(status: status, headers: ["Content-Type": type], body: .bytes(bytes))
  }

  /// This answer with a header field set.
  package func with(_ name: String, _ value: String) -> Response {
    var response = self
    response.headers[name] = value
    return response
  }

  /// The whole body, a stream run to its end.
  package func collected() throws -> [UInt8] {
    switch body {
    case .none: return []
    case .bytes(let bytes): return bytes
    case .stream(let produce), .measured(_, let produce):
      var bytes: [UInt8] = []
      try produce { bytes += $0 }
      return bytes
    }
  }
}
