import HubModel
import HubWords

extension Writing {
  /// A sentence of the hub's own that stays in the history, in the languages of a network.
  func said(_ key: String, in network: ID<Network>) throws -> String {
    try languages(of: network).map { Words($0)(key) }.joined(separator: " / ")
  }
}
