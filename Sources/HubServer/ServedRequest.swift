package import HubHTTP

/// What became of a request, for the log. It holds no header, no query and no body.
package struct ServedRequest: Sendable {
  /// The identity that the answer carries in `X-Request-Id`; empty where the connection was
  /// refused before a request was read.
  package var id: String
  /// Nil where the request was given up before its head had been read.
  package var method: Method?
  /// The path as received, without the query.
  package var path: String
  /// The status that was sent; nil where the client left, or was cut off, before one was.
  package var status: Int?
  /// The bytes of the body that were handed out to be sent.
  package var bytes: Int
  /// From the request line to the end of the answer.
  package var seconds: Double
  /// The client's address, by a trusted proxy's word where one spoke for it; `unix` is the other
  /// end of a Unix socket.
  package var remoteAddress: String
  /// Whether the answer was handed to the system to its last byte.
  package var isComplete: Bool
}
