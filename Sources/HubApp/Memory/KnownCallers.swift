import HubModel
import HubSQL

/// Those who called since the data last changed, so that a reader is not looked up again for every
/// page that they turn.
struct KnownCallers: Sendable {
  /// Somebody who called, with what was found out of what they may see.
  struct Known: Sendable {
    let caller: Caller
    let openings: KnownOpenings
  }

  private struct Key: Hashable {
    let identity: Identity
    /// The quarter of an hour: a day begins at the beginning of one in every zone, and
    /// memberships begin and end with a day.
    let quarter: Int64
  }

  private let known = Kept<Key, Known>(most: 1 << 20)

  /// - Parameter version: of the data, taken before; nil looks everybody up.
  func caller(
    _ identity: Identity, on now: Moment, at version: Int64?, from connection: Connection
  ) throws -> Known {
    let key = Key(identity: identity, quarter: now.milliseconds / 900_000)
    if let version, let found = known.value(of: key, at: version) { return found }
    let found = Known(
      caller: try Caller.load(identity, on: now, from: connection), openings: KnownOpenings())
    guard let version else { return found }
    known.keep(found, of: key, bytes: 1024 + 64 * found.caller.keys.count, at: version)
    return found
  }
}
