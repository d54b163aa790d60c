import CMicroHTTPD
import Glibc
import HubHTTP
import HubThreads

/// An answer that is written piece by piece by a thread of its own and read by libmicrohttpd's,
/// with a bounded number of bytes between the two.
final class OutgoingStream: @unchecked Sendable {
  typealias Produce = @Sendable (_ write: ([UInt8]) throws -> Void) throws -> Void

  /// The other end has gone, or the server stops.
  struct Closed: Error {}

  private enum End { case none, complete, failed }

  private static let capacity = 256 * 1024

  private let produce: Produce
  private let connection: OpaquePointer
  private let slot: OutgoingStreams.Slot
  private let lock = Lock()
  // All of these are guarded by `lock`.
  private var pieces: [[UInt8]] = []
  /// How much of the first piece has been read.
  private var offset = 0
  private var waiting = 0
  private var end = End.none
  private var isStarted = false
  private var isClosed = false
  private var isSuspended = false
  private var count = 0

  init(_ produce: @escaping Produce, connection: OpaquePointer, slot: OutgoingStreams.Slot) {
    self.produce = produce
    self.connection = connection
    self.slot = slot
  }

  /// How many bytes have been read.
  var bytes: Int { lock.held { count } }

  /// Copies the next bytes for libmicrohttpd. Where there are none yet, the connection sleeps
  /// until there are, and no thread waits.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard start() else { return Int(MHD_CONTENT_READER_END_WITH_ERROR) }
    return lock.held {
      if isClosed || end == .failed { return Int(MHD_CONTENT_READER_END_WITH_ERROR) }
      let copied = copy(into: buffer)
      if copied > 0 {
        count += copied
        lock.wake()
        return copied
      }
      if end == .complete { return Int(MHD_CONTENT_READER_END_OF_STREAM) }
      isSuspended = true
      MHD_suspend_connection(connection)
      return 0
    }
  }

  /// Makes the next piece fail to be written, and the answer end unfinished.
  func close() {
    lock.held {
      isClosed = true
      pieces = []
      lock.wake()
      resume()
    }
  }

  /// Starts the thread that writes, at the first reading.
  private func start() -> Bool {
    if lock.held({ isStarted }) { return true }
    lock.held { isStarted = true }
    return BackgroundThread.start { self.run() }
  }

  private func run() {
    var end = End.complete
    do {
      try produce { try self.write($0) }
    } catch {
      end = .failed
    }
    lock.held {
      self.end = end
      resume()
    }
  }

  private func write(_ piece: [UInt8]) throws {
    if piece.isEmpty { return }
    let isOpen = lock.held {
      while waiting >= OutgoingStream.capacity, !isClosed { lock.sleep() }
      if isClosed { return false }
      pieces.append(piece)
      waiting += piece.count
      resume()
      return true
    }
    guard isOpen else { throw Closed() }
  }

  private func resume() {
    guard isSuspended else { return }
    isSuspended = false
    MHD_resume_connection(connection)
  }

  private func copy(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var copied = 0
    var used = 0
    while used < pieces.count, copied < buffer.count {
      let part = pieces[used][offset...].prefix(buffer.count - copied)
      UnsafeMutableRawBufferPointer(rebasing: buffer[copied...]).copyBytes(from: part)
      copied += part.count
      offset += part.count
      if offset == pieces[used].count {
        used += 1
        offset = 0
      }
    }
    pieces.removeFirst(used)
    waiting -= copied
    return copied
  }
}
