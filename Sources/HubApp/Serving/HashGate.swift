import Foundation
import HubCrypto
import Synchronization

/// Lets in as many password hashes at once as there is memory for. Who finds it full is refused
/// at once: a queue would only fill the server's threads.
package final class HashGate: Sendable {
  private let most: Int?
  private let state = Mutex(State())

  private struct State {
    var running = 0
    var count = 0
  }

  /// - Parameter capacity: nil for as many as there is memory for, which takes a while to find out
  ///   and is not asked before somebody comes: most commands hash nothing.
  package init(_ capacity: Int?) { most = capacity.map { max(1, $0) } }

  package var capacity: Int { most ?? Self.affordable }

  /// How many hashes were begun so far.
  package var count: Int { state.withLock { $0.count } }

  /// - Throws: `SignInRefusal.busy` when the gate is full or the system has no memory.
  func run<T>(_ body: () throws -> T) throws -> T {
    let capacity = capacity
    let isIn = state.withLock { state in
      guard state.running < capacity else { return false }
      state.running += 1
      state.count += 1
      return true
    }
    guard isIn else { throw SignInRefusal.busy }
    defer { state.withLock { $0.running -= 1 } }
    do {
      return try body()
    } catch is PasswordHash.OutOfMemory {
      throw SignInRefusal.busy
    }
  }

  /// Two for each core, and no more than an eighth of the memory holds.
  package static let affordable: Int = {
    let cost: UInt64 = 19 << 20
    let fitting = memory / 8 / cost
    return max(1, min(ProcessInfo.processInfo.activeProcessorCount * 2, Int(clamping: fitting)))
  }()

  /// The machine's memory in bytes, or what its container may use of it.
  private static var memory: UInt64 {
    let machine = ProcessInfo.processInfo.physicalMemory
    let limit = FileManager.default.contents(atPath: "/sys/fs/cgroup/memory.max")
    let text = String(decoding: limit ?? Data(), as: UTF8.self).split(separator: "\n").first
    return min(machine, text.flatMap { UInt64($0) } ?? machine)
  }
}
