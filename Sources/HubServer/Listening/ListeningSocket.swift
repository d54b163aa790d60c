import Glibc

/// A socket that listens; made by us, so that every refusal of the system can be named.
struct ListeningSocket {
  let descriptor: Int32
  let address: ServerAddress

  /// Opens the socket of an address.
  /// - Throws: `ServerError`.
  static func open(_ address: ServerSettings.Address, isSecure: Bool) throws -> ListeningSocket {
    switch address {
    case .tcp(let host, let port, let exactly):
      try tcp(host, port, exactly: exactly, isSecure: isSecure)
    case .unix(let path, let mode):
      try unix(path, mode: mode)
    }
  }

  /// Closes the socket, and removes its file where it has one.
  func close() {
    if case .unix(let path) = address { Glibc.unlink(path) }
    Glibc.close(descriptor)
  }

  /// A new socket that does not block and is not handed to other programs.
  static func make(_ family: Int32) throws -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let descriptor = socket(family, kind, 0)
    guard descriptor >= 0 else { throw ServerError.system("socket", errno: errno) }
    return descriptor
  }

  /// Binds and listens; closes the socket where that fails.
  static func listen(
    _ descriptor: Int32, at address: UnsafePointer<sockaddr>, length: socklen_t, name: String
  ) throws {
    guard bind(descriptor, address, length) == 0, Glibc.listen(descriptor, SOMAXCONN) == 0 else {
      let code = errno
      Glibc.close(descriptor)
      throw code == EADDRINUSE ? ServerError.inUse(name) : ServerError.system("bind", errno: code)
    }
  }
}
