import Foundation

/// A server in a process of its own, until it is told to stop.
final class ServiceProcess {
  private let id: pid_t
  let port: UInt16
  /// From its start to its first answer.
  let seconds: Double

  /// Starts the program and waits until it has said its address and answered.
  init(_ path: String, _ arguments: [String]) throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw BenchFault("no pipe") }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C.UTF-8"), nil]
    defer { for word in environment { free(word) } }
    var id = pid_t()
    let start = Stopwatch.now
    let result = posix_spawn(&id, path, &actions, nil, &words, &environment)
    close(ends[1])
    guard result == 0 else { throw BenchFault("cannot start \(path)") }
    self.id = id
    let line = ServiceProcess.line(from: ends[0])
    guard let number = line.split(separator: ":").last?.prefix(while: \.isNumber),
      let port = UInt16(number)
    else {
      kill(id, SIGTERM)
      throw BenchFault("\(path) said no address: \(line)")
    }
    self.port = port
    let answer = Loopback.statusLine(port, "/readyz")
    seconds = Stopwatch.now - start
    guard answer.hasPrefix("HTTP/1.1 200") else { throw BenchFault("not ready: \(answer)") }
  }

  /// How much of it is in memory now, and was at most.
  var memory: (now: Double, most: Double) {
    let text = (try? String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)) ?? ""
    func bytes(_ name: String) -> Double {
      let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
      return
        (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap {
          Double($0)
        } ?? 0) * 1024
    }
    return (bytes("VmRSS"), bytes("VmHWM"))
  }

  func stop() {
    kill(id, SIGTERM)
    var status: Int32 = 0
    waitpid(id, &status, 0)
  }

  private static func line(from descriptor: Int32) -> String {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(descriptor, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
    return String(decoding: line, as: UTF8.self)
  }
}

/// One request to a port of this machine.
enum Loopback {
  static func statusLine(_ port: UInt16, _ path: String) -> String {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isOpen = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isOpen else { return "no connection" }
    let request = Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8)
    guard send(socket, request, request.count, 0) == request.count else { return "not sent" }
    var answer = [UInt8](repeating: 0, count: 4096)
    let count = recv(socket, &answer, answer.count, 0)
    return String(decoding: answer.prefix(max(0, count)), as: UTF8.self)
  }
}
