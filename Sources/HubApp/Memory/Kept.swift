import Synchronization

/// Values that hold for one state of the data, bounded in bytes: what was used longest ago goes
/// first, and everything goes with the first look after a commit.
package final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    let value: Value
    let bytes: Int
    var lastUse: UInt64
  }

  private struct State {
    var version: Int64 = 0
    var entries: [Key: Entry] = [:]
    var bytes = 0
    var uses: UInt64 = 0
  }

  private let state = Mutex(State())
  private let most: Int

  /// - Parameter most: the bytes that are kept at most.
  package init(most: Int) { self.most = most }

  /// What is kept for the key in that state of the data.
  package func value(of key: Key, at version: Int64) -> Value? {
    state.withLock { state in
      Self.forget(&state, before: version)
      guard state.version == version, let index = state.entries.index(forKey: key) else {
        return nil
      }
      state.uses += 1
      state.entries.values[index].lastUse = state.uses
      return state.entries.values[index].value
    }
  }

  /// What is kept for each of the keys, likewise.
  package func values(of keys: [Key], at version: Int64) -> [Value?] {
    state.withLock { state in
      Self.forget(&state, before: version)
      guard state.version == version, !state.entries.isEmpty else {
        return Array(repeating: nil, count: keys.count)
      }
      state.uses += 1
      return keys.map { key in
        guard let index = state.entries.index(forKey: key) else { return nil }
        state.entries.values[index].lastUse = state.uses
        return state.entries.values[index].value
      }
    }
  }

  /// Keeps a value that was read after `version` was.
  package func keep(_ value: Value, of key: Key, bytes: Int, at version: Int64) {
    keep([(key, value)], at: version) { _ in bytes }
  }

  /// Keeps values that were read after `version` was.
  package func keep(
    _ values: [(Key, Value)], at version: Int64, bytes: (Value) -> Int
  ) {
    state.withLock { state in
      Self.forget(&state, before: version)
      guard state.version == version else { return }
      state.uses += 1
      for (key, value) in values {
        let bytes = bytes(value)
        // One alone shall not push out all the others.
        guard bytes <= most / 8 else { continue }
        let entry = Entry(value: value, bytes: bytes, lastUse: state.uses)
        state.bytes += bytes - (state.entries.updateValue(entry, forKey: key)?.bytes ?? 0)
      }
      if state.bytes > most { Self.shrink(&state, to: most * 3 / 4) }
    }
  }

  /// The bytes that are kept now.
  package var bytes: Int { state.withLock { $0.bytes } }

  /// Versions only grow: whoever comes late with an older one neither gets nor keeps anything.
  private static func forget(_ state: inout State, before version: Int64) {
    guard version > state.version else { return }
    state.version = version
    state.entries.removeAll(keepingCapacity: true)
    state.bytes = 0
  }

  /// Several at once, so that the order is looked for rarely.
  private static func shrink(_ state: inout State, to bytes: Int) {
    for (key, entry) in state.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
      guard state.bytes > bytes else { break }
      state.entries[key] = nil
      state.bytes -= entry.bytes
    }
  }
}
