import CMicroHTTPD
import HubThreads

/// What libmicrohttpd holds of a stream.
final class StreamContext {
  private let stream: OutgoingStream
  private let connection: ClientConnection
  private var pace: ReaderPace

  init(stream: OutgoingStream, connection: ClientConnection) {
    self.stream = stream
    self.connection = connection
    pace = ReaderPace(
      bytesPerSecond: connection.shared.settings.limits.readerBytesPerSecond,
      at: SteadyClock.nanoseconds)
  }

  /// Copies the next bytes for libmicrohttpd, which comes for them when all before are sent.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = stream.read(into: buffer)
    guard count >= 0 else { return count }
    let now = SteadyClock.nanoseconds
    pace.take(count, at: now)
    // What is not there yet nobody can take.
    _ = connection.phase.enter(
      count > 0 ? Phase(.sending, at: pace.since) : Phase(.answering, at: now))
    return count
  }

  /// The stream will not be read any more.
  func close() {
    stream.close()
    connection.shared.streams.remove(stream)
  }
}
