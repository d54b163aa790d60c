import Glibc
import HubHTTP

/// An answer written to the socket by ourselves, after which the connection ends.
enum RawAnswer {
  /// Sends what the system takes at once: the other end may be reading nothing.
  static func send(_ response: Response, to socket: Int32) {
    let bytes = RawAnswer.bytes(response)
    _ = bytes.withUnsafeBytes {
      Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
    }
  }

  /// Ends both directions; libmicrohttpd notices and closes the socket.
  static func end(_ socket: Int32) { shutdown(socket, Int32(SHUT_RDWR)) }

  private static func bytes(_ response: Response) -> [UInt8] {
    var body: [UInt8] = []
    if case .bytes(let bytes) = response.body { body = bytes }
    let phrase = Status(rawValue: response.status)?.phrase ?? "Refused"
    var head = "HTTP/1.1 \(response.status) \(phrase)\r\nConnection: close\r\n"
    for field in response.headers.fields where FieldSyntax.isToken(field.name.utf8) {
      head += "\(field.name): \(field.value)\r\n"
    }
    head += "Content-Length: \(body.count)\r\n\r\n"
    return Array(head.utf8) + body
  }
}
