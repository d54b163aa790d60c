import CSQLite

/// A lock that its owner may enter again. It is SQLite's own, so that the kit needs no other
/// library; why it may be entered twice is said where it is.
final class Lock: @unchecked Sendable {
  // Unchecked: the handle never changes, and a mutex is made to be shared.
  private let handle: OpaquePointer

  init() throws {
    guard let handle = sqlite3_mutex_alloc(SQLITE_MUTEX_RECURSIVE) else {
      throw SQLError(result: SQLITE_NOMEM)
    }
    self.handle = handle
  }

  deinit {
    sqlite3_mutex_free(handle)
  }

  /// Runs `body` while no other thread is inside.
  func around<T>(_ body: () throws -> T) rethrows -> T {
    sqlite3_mutex_enter(handle)
    defer { sqlite3_mutex_leave(handle) }
    return try body()
  }
}
