/// What a server takes from its callers, at most.
package struct ServerLimits: Sendable, Equatable {
  /// Connections at once; further ones wait unanswered until one closes.
  package var connections = 4096
  /// Connections at once from one address, or one network of 64 bits of IPv6; trusted proxies and
  /// Unix sockets are not counted.
  package var connectionsPerAddress = 256
  /// The request line and all header fields. Each connection keeps two and a half times as much.
  package var headerBytes = 8 * 1024
  /// The body of any request.
  package var bodyBytes = 8 * 1024 * 1024
  /// What all requests together may hold of their bodies before they are answered.
  package var bodiesBytes = 256 * 1024 * 1024
  /// Answers at once that are written piece by piece, each by a thread of its own.
  package var streams = 32
  /// Those of one address, or one network of 64 bits of IPv6, also behind a trusted proxy.
  package var streamsPerAddress = 8
  /// How long a connection may be without any traffic.
  package var idleSeconds = 60
  /// How long a request may take to arrive whole, its body included, counted from its first line.
  /// The first line has this long and `idleSeconds` more, counted from the opening of the
  /// connection or from the end of the answer before.
  package var requestSeconds = 30.0
  /// How long an answer is worked on whose caller has said that they send no more, or has left.
  package var silentSeconds = 2.0
  /// How long a request of which something was read may take to arrive whole once the server stops.
  package var stoppingSeconds = 2.0
  /// How many bytes of an answer a caller takes in a second, at the least, and how many seconds
  /// more there are for the whole: who takes longer is cut off, in the middle of the answer.
  package var readerBytesPerSecond = 8 * 1024
  package var readerSeconds = 60.0

  package init() {}
}
