/// Why a server did not start.
package enum ServerError: Error, Sendable, Equatable {
  /// The host has no address.
  case unknownHost(String)
  /// The address, or the socket file, is in use by a running process.
  case inUse(String)
  /// A file that is no socket is where the socket should be.
  case notASocket(path: String)
  /// The path of a Unix socket is longer than the system allows.
  case pathTooLong(path: String)
  /// The certificate or the key cannot be read.
  case unreadable(path: String)
  /// The certificate and the key are not a pair in PEM.
  case certificateRefused
  /// What the system refused, and its `errno`.
  case system(String, errno: Int32)
  /// The server runs already, or has been stopped.
  case startedBefore
}
