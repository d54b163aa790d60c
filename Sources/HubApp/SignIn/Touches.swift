import Synchronization

/// Keeps now and then that a credential was used. A reader should not wait for that: while one
/// tries, the others go on without it, and where it failed nobody tries again for a while.
final class Touches: Sendable {
  private struct State {
    var isTrying = false
    var restsUntil = Int64.min
  }

  private let state = Mutex(State())

  /// How long after a failure nobody tries, in milliseconds.
  static let rest = SignInSettings.minute

  /// - Parameter steady: milliseconds that only go forward.
  func attempt(_ steady: () -> Int64, _ body: () throws -> Void) {
    let mayTry = state.withLock { state in
      guard !state.isTrying, steady() >= state.restsUntil else { return false }
      state.isTrying = true
      return true
    }
    guard mayTry else { return }
    let isDone = (try? body()) != nil
    state.withLock { state in
      state.isTrying = false
      if !isDone { state.restsUntil = steady() + Self.rest }
    }
  }
}
