/// What is on a disk after a power cut: all that was synced, and of what was not what chance left.
package struct PowerCut {
  /// What becomes of what was written and not synced.
  package enum Survival: Sendable, CaseIterable {
    case all, none
    /// Each write is there, is not, or is there in part, whatever came before or after it.
    case some
  }

  /// The files, by path; those that are not there have none.
  package private(set) var files: [String: [UInt8]]
  private var pending: [(path: String, event: RecordedDisk.Event)] = []

  /// How much of a write is there whole or not at all.
  private static let sector = 512

  /// - Parameters:
  ///   - files: what there was at the beginning.
  ///   - events: what was done until the cut.
  package init(
    of files: [String: [UInt8]], after events: some Sequence<RecordedDisk.Event>,
    _ survival: Survival, using chance: inout some RandomNumberGenerator
  ) {
    self.files = files
    for event in events { take(event) }
    for (path, event) in pending {
      switch survival {
      case .all: apply(event, to: path)
      case .none: break
      case .some: applySome(of: event, to: path, using: &chance)
      }
    }
  }

  private mutating func take(_ event: RecordedDisk.Event) {
    guard event.kind != .sync else {
      for (path, pending) in pending where path == event.path { apply(pending, to: path) }
      pending.removeAll { $0.path == event.path }
      return
    }
    if event.isDurable {
      pending.removeAll { $0.path == event.path }
      apply(event, to: event.path)
    } else {
      pending.append((event.path, event))
    }
  }

  private mutating func apply(_ event: RecordedDisk.Event, to path: String) {
    switch event.kind {
    case .write: write(event.bytes[...], at: event.offset, to: path)
    case .truncate: files[path] = Array((files[path] ?? []).prefix(event.offset))
    case .delete: files[path] = nil
    case .read, .sync: break
    }
  }

  private mutating func applySome(
    of event: RecordedDisk.Event, to path: String, using chance: inout some RandomNumberGenerator
  ) {
    switch Int.random(in: 0..<3, using: &chance) {
    case 0: break
    case 1: apply(event, to: path)
    default:
      guard event.kind == .write else { return apply(event, to: path) }
      var start = 0
      while start < event.bytes.count {
        let end = min(
          event.bytes.count, start + Self.sector - (event.offset + start) % Self.sector)
        if Bool.random(using: &chance) {
          write(event.bytes[start..<end], at: event.offset + start, to: path)
        }
        start = end
      }
    }
  }

  private mutating func write(_ bytes: ArraySlice<UInt8>, at offset: Int, to path: String) {
    var file = files[path] ?? []
    files[path] = nil
    let end = offset + bytes.count
    if file.count < end { file += [UInt8](repeating: 0, count: end - file.count) }
    file.replaceSubrange(offset..<end, with: bytes)
    files[path] = file
  }
}
