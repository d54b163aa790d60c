import Glibc
import Testing

/// A client that sends exactly the bytes that it is told to, whatever they are.
final class RawClient {
  /// An answer as it came.
  struct Answer {
    var status = 0
    var headers: [String: String] = [:]
    var body: [UInt8] = []
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// The server sent no whole answer.
  struct NoAnswer: Error { var received: String }

  let socket: Int32
  private var received: [UInt8] = []
  /// How much of it has been taken.
  private var taken = 0

  init(port: UInt16) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    try connect(&address)
  }

  init(path: String) throws {
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
    let size = socklen_t(MemoryLayout<Address>.size)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(socket, $0, size) }
    }
    if result != 0 { throw NoAnswer(received: "") }
  }

  /// Sends bytes; false where the other end has closed.
  @discardableResult func send(_ bytes: [UInt8]) -> Bool {
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
  @discardableResult func send(_ text: String) -> Bool {
    send(Array(text.replacing("\n", with: "\r\n").utf8))
  }

  /// Sends a whole request and reads its answer.
  func ask(_ text: String) throws -> Answer {
    send(text)
    return try answer(toHead: text.hasPrefix("HEAD"))
  }

  /// Says that nothing more will be sent.
  func finishSending() { shutdown(socket, Int32(SHUT_WR)) }

  /// Reads one answer.
  func answer(toHead: Bool = false) throws -> Answer {
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
  func isClosed() -> Bool {
    received.count == taken && fill() <= 0 && errno != EAGAIN
  }

  /// Whether the server closes the connection after what libmicrohttpd 0.9.75 adds to its own
  /// refusal of a malformed length: the head of the answer, a second time.
  func closesAfterRepeating() -> Bool {
    let rest = rest()
    return errno != EAGAIN && rest.contains("Content-Length</b>")
  }

  /// Reads what comes, up to the end of the connection.
  func rest() -> String {
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
