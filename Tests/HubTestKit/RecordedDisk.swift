import CRecordedDisk
import Synchronization

/// What is done to a database's files on the disk, in order, from its next opening on; and a disk
/// that fails where it is told to.
package final class RecordedDisk: Sendable {
  /// What is done to a file.
  package enum Kind: Int32, Sendable, CaseIterable {
    case read, write, truncate, sync, delete
  }

  /// One of the things that change what is on the disk.
  package struct Event: Sendable {
    package let kind: Kind
    package let path: String
    /// Of what is written; the new size of a file that is truncated.
    package let offset: Int
    package let bytes: [UInt8]
    /// Whether it is on the disk at once.
    package let isDurable: Bool
  }

  /// From which call on the disk fails, and how.
  package struct Failure: Sendable {
    let kinds: Set<Kind>
    var left: Int
    let code: Int32

    /// - Parameters:
    ///   - left: how many of these calls are done before.
    ///   - code: of SQLite, for what it is told.
    package init(_ kinds: Set<Kind>, after left: Int, code: Int32) {
      (self.kinds, self.left, self.code) = (kinds, left, code)
    }
  }

  private struct State {
    var events: [Event] = []
    var failure: Failure?
    var failed = 0
  }

  private let state = Mutex(State())
  private let mark = Mutex<Int32>(-1)

  /// - Parameter path: of the database.
  package init(watching path: String) {
    let mark = hub_disk_watch(
      path,
      { context, kind, path, offset, bytes, count in
        guard let context, let path, let kind = Kind(rawValue: kind) else { return 0 }
        let disk = Unmanaged<RecordedDisk>.fromOpaque(context).takeUnretainedValue()
        return disk.take(
          kind, String(cString: path), Int(offset),
          UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : Int(count)),
          isDurable: kind == .delete && count != 0)
      }, Unmanaged.passUnretained(self).toOpaque())
    self.mark.withLock { $0 = mark }
  }

  deinit { end() }

  /// Watches no longer.
  package func end() { mark.withLock { hub_disk_unwatch($0) } }

  private func take(
    _ kind: Kind, _ path: String, _ offset: Int, _ bytes: UnsafeRawBufferPointer, isDurable: Bool
  ) -> Int32 {
    state.withLock { state in
      if var failure = state.failure, failure.kinds.contains(kind) {
        guard failure.left > 0 else {
          state.failed += 1
          return failure.code
        }
        failure.left -= 1
        state.failure = failure
      }
      guard kind != .read else { return 0 }
      state.events.append(
        Event(
          kind: kind, path: path, offset: offset, bytes: Array(bytes), isDurable: isDurable))
      return 0
    }
  }

  /// What was done so far.
  package var events: [Event] { state.withLock { $0.events } }
  /// How much that is.
  package var count: Int { state.withLock { $0.events.count } }
  /// How many calls have failed.
  package var failed: Int { state.withLock { $0.failed } }

  /// Fails from some call on, until it is healed by nil.
  package func fail(_ failure: Failure?) { state.withLock { $0.failure = failure } }
}
