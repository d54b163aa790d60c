import CMicroHTTPD
import Glibc

/// libmicrohttpd's threads, from start to stop.
struct Daemon: @unchecked Sendable {
  private let handle: OpaquePointer
  /// What the callbacks are handed, kept until no thread can call one any more.
  private let held: Unmanaged<SharedState>

  /// Starts to answer on connections that are added, until it is stopped.
  ///
  /// - Parameter connections: how many at once; further ones are closed.
  init(_ shared: SharedState, connections: Int) throws {
    let settings = shared.settings
    let certificate = try settings.tls.map { try Daemon.text(of: $0.certificatePath) }
    let key = try settings.tls.map { try Daemon.text(of: $0.keyPath) }
    let held = Unmanaged.passRetained(shared)
    let started = Daemon.withCString(certificate) { certificate in
      Daemon.withCString(key) { key in
        var options = hub_mhd_settings(
          context: held.toOpaque(), connection_changed: Callbacks.connectionChanged,
          target_read: Callbacks.targetRead, handle: Callbacks.handle,
          completed: Callbacks.completed, unescape: Callbacks.unescape,
          threads: UInt32(max(1, settings.connectionThreads)),
          connections: UInt32(connections),
          idle_seconds: UInt32(max(1, settings.limits.idleSeconds)),
          connection_memory: settings.limits.headerBytes * 5 / 2,
          certificate: certificate, key: key)
        return hub_mhd_start(&options)
      }
    }
    guard let started else {
      let error = errno
      held.release()
      throw settings.tls == nil
        ? ServerError.system("MHD_start_daemon", errno: error) : ServerError.certificateRefused
    }
    (handle, self.held) = (started, held)
  }

  /// Hands a connection over, to the threads in turn.
  /// - Returns: false where it was closed instead, having no place.
  func add(_ socket: Int32, from address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Bool {
    MHD_add_connection(handle, socket, address, length) == .YES
  }

  /// Closes all connections and ends the threads, once and for all. A handler that runs is waited
  /// for.
  func stop() {
    MHD_stop_daemon(handle)
    held.release()
  }

  private static func text(of path: String) throws -> [CChar] {
    guard let file = fopen(path, "r") else { throw ServerError.unreadable(path: path) }
    defer { fclose(file) }
    var text = [CChar](repeating: 0, count: 1 << 20)
    let count = fread(&text, 1, text.count - 1, file)
    guard count > 0 else { throw ServerError.unreadable(path: path) }
    return Array(text[..<count]) + [0]
  }

  private static func withCString<Result>(
    _ text: [CChar]?, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    guard let text else { return body(nil) }
    return text.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}
