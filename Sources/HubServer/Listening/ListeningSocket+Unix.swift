import Glibc

extension ListeningSocket {
  static func unix(_ path: String, mode: UInt32) throws -> ListeningSocket {
    try clearStale(path)
    let descriptor = try make(AF_UNIX)
    // Nobody may connect between the making of the file and the setting of its permissions.
    let mask = umask(0o777)
    defer { umask(mask) }
    try withAddress(of: path) { try listen(descriptor, at: $0, length: $1, name: path) }
    guard chmod(path, mode) == 0 else {
      let code = errno
      Glibc.unlink(path)
      Glibc.close(descriptor)
      throw ServerError.system("chmod", errno: code)
    }
    return ListeningSocket(descriptor: descriptor, address: .unix(path: path))
  }

  /// Removes the socket file of a process that is gone.
  private static func clearStale(_ path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else { throw ServerError.notASocket(path: path) }
    let probe = try make(AF_UNIX)
    defer { Glibc.close(probe) }
    let isRefused = try withAddress(of: path) {
      connect(probe, $0, $1) != 0 && errno == ECONNREFUSED
    }
    guard isRefused else { throw ServerError.inUse(path) }
    Glibc.unlink(path)
  }

  private static func withAddress<Result>(
    of path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) throws -> Result
  ) throws -> Result {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    let bytes = Array(path.utf8)
    guard !bytes.isEmpty, bytes.count < capacity, !bytes.contains(0) else {
      throw ServerError.pathTooLong(path: path)
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return try withUnsafePointer(to: &address) {
      try $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        try body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
