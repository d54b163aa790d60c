import Glibc

/// A client that sends exactly the bytes that it is told to, whatever they are.
package final class RawClient {
  /// An answer as it came.
  package struct Answer: Sendable {
    package var status = 0
    /// By their names in lower case.
    package var headers: [String: String] = [:]
    package var body: [UInt8] = []
    package var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// The server sent no whole answer.
  package struct NoAnswer: Error {
    package let received: String

    package init(received: String) { self.received = received }
  }

  package let socket: Int32
  private var received: [UInt8] = []
  /// How much of it has been taken.
  private var taken = 0

  /// - Parameter host: the last part of the address to call from, since 127.0.0.1 to 127.0.0.254
  ///   are all this machine's.
  package init(port: UInt16, from host: UInt8 = 1) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    if host != 1 {
      var own = RawClient.address(host, 0)
      _ = RawClient.withSockaddr(&own) { bind(socket, $0, $1) }
    }
    var address = RawClient.address(1, port)
    try connect(&address)
  }

  private static func address(_ host: UInt8, _ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = (UInt32(0x7F00_0000) + UInt32(host)).bigEndian
    return address
  }

  private static func withSockaddr<Address>(
    _ address: inout Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    let size = socklen_t(MemoryLayout<Address>.size)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, size) }
    }
  }

  package init(path: String) throws {
    socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    try connect(&address)
  }

  deinit { close(socket) }

  private func connect<Address>(_ address: inout Address) throws {
    // So that a server that says nothing fails a test and does not hang it.
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(
      socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let result = RawClient.withSockaddr(&address) { Glibc.connect(socket, $0, $1) }
    if result != 0 { throw NoAnswer(received: "") }
  }

  /// Sends bytes; false where the other end has closed.
  @discardableResult package func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }

  /// Sends text in which each line ends with a line feed, which becomes CR LF.
  @discardableResult package func send(_ text: String) -> Bool {
    send(Array(text.replacing("\n", with: "\r\n").utf8))
  }

  /// Sends a whole request and reads its answer.
  package func ask(_ text: String) throws -> Answer {
    send(text)
    return try answer(toHead: text.hasPrefix("HEAD"))
  }

  /// Says that nothing more will be sent.
  package func finishSending() { shutdown(socket, Int32(SHUT_WR)) }

  /// Whether something has come, or comes within so many milliseconds.
  package func hasReceived(within milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return received.count > taken || poll(&descriptor, 1, milliseconds) > 0
  }

  /// Breaks the connection off, as a machine that goes down does.
  package func reset() {
    var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
    let size = socklen_t(MemoryLayout<Glibc.linger>.size)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, size)
    shutdown(socket, Int32(SHUT_RDWR))
  }

  /// Lets the system take as little as it can of what is sent, until it is read.
  package func holdBack() {
    var size: Int32 = 4096
    setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
  }

  /// Reads one answer.
  package func answer(toHead: Bool = false) throws -> Answer {
    var answer = Answer()
    let head = String(decoding: try take(through: "\r\n\r\n"), as: UTF8.self)
    let lines = head.split(separator: "\r\n")
    answer.status = Int(lines.first?.split(separator: " ").dropFirst().first ?? "") ?? 0
    for line in lines.dropFirst() {
      let halves = line.split(separator: ":", maxSplits: 1)
      answer.headers[halves[0].lowercased()] = String(halves.last?.dropFirst() ?? "")
    }
    if toHead || [204, 304].contains(answer.status) { return answer }
    if let length = answer.headers["content-length"].flatMap({ Int($0) }) {
      answer.body = Array(try take(length))
    } else if answer.headers["transfer-encoding"] == "chunked" {
      while true {
        let size = String(decoding: try take(through: "\r\n").dropLast(2), as: UTF8.self)
        let chunk = try take((Int(size, radix: 16) ?? 0) + 2)
        if chunk.count == 2 { break }
        answer.body += chunk.dropLast(2)
      }
    }
    return answer
  }

  /// Whether the server closes the connection, having sent nothing more.
  package func isClosed() -> Bool {
    received.count == taken && fill() <= 0 && errno != EAGAIN
  }

  /// Whether the server closes the connection after what libmicrohttpd 0.9.75 adds to its own
  /// refusal of a malformed length: the head of the answer, a second time.
  package func closesAfterRepeating() -> Bool {
    let rest = rest()
    return errno != EAGAIN && rest.contains("Content-Length</b>")
  }

  /// Reads what comes, up to the end of the connection.
  package func rest() -> String {
    while fill() > 0 {}
    return String(decoding: received[taken...], as: UTF8.self)
  }

  private func take(_ count: Int) throws -> ArraySlice<UInt8> {
    while received.count - taken < count { try require(fill() > 0) }
    defer { taken += count }
    return received[taken..<taken + count]
  }

  private func take(through mark: String) throws -> ArraySlice<UInt8> {
    let mark = Array(mark.utf8)
    while true {
      if let found = received[taken...].firstRange(of: mark) {
        return try take(found.upperBound - taken)
      }
      try require(fill() > 0)
    }
  }

  private func require(_ condition: Bool) throws {
    if !condition { throw NoAnswer(received: String(decoding: received, as: UTF8.self)) }
  }

  private func fill() -> Int {
    errno = 0
    if taken > 1 << 20 || taken == received.count {
      received.removeFirst(taken)
      taken = 0
    }
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let count = recv(socket, &buffer, buffer.count, 0)
    if count > 0 { received += buffer[..<count] }
    return count
  }
}
