import HubModel
import HubSQL

/// Those who called since the data last changed, so that a reader is not looked up again for every
/// page that they turn.
struct KnownCallers: Sendable {
  private struct Key: Hashable {
    let identity: Identity
    /// The quarter of an hour: a day begins at the beginning of one in every zone, and
    /// memberships begin and end with a day.
    let quarter: Int64
  }

  private let known = Kept<Key, Caller>(most: 1 << 20)

  /// - Parameter version: of the data, taken before; nil looks everybody up.
  func caller(
    _ identity: Identity, on now: Moment, at version: Int64?, from connection: Connection
  ) throws -> Caller {
    guard let version else { return try Caller.load(identity, on: now, from: connection) }
    let key = Key(identity: identity, quarter: now.milliseconds / 900_000)
    if let caller = known.value(of: key, at: version) { return caller }
    let caller = try Caller.load(identity, on: now, from: connection)
    known.keep(caller, of: key, bytes: 512 + 64 * caller.keys.count, at: version)
    return caller
  }
}
