package import Foundation
import HubConsole
import HubModel
package import HubText

/// By which clocks the networks of a hub go: which day it is there, and at what hour things were.
/// Those of the machine on which somebody types, or on which the service runs, count for nothing.
package struct Places {
  /// Of the caller's network; of the first one where nobody says who they are.
  package let own: TimeZone
  private let zones: [String: TimeZone]

  /// By those of its network, for a record of it.
  package func zone(of record: JSON?) -> TimeZone {
    record?["network"]?.string.flatMap { zones[$0] } ?? own
  }

  /// The place whose clocks these are, as in the name of the zone: `Vancouver`.
  package static func name(_ zone: TimeZone) -> String {
    guard zone.identifier != TimeZone.gmt.identifier else { return "UTC" }
    let last = zone.identifier.split(separator: "/").last ?? "UTC"
    return last.replacingOccurrences(of: "_", with: " ")
  }

  /// Asks for the networks, and for the caller's own where their clocks differ. Where nobody answers
  /// the command itself will say so.
  static func ask(_ call: Invocation) -> Places {
    let most = [(name: "limit", value: String(ListPage.most))]
    let answer = try? call.client().json("GET", "/networks", query: most)
    let networks = (answer?["items"]?.array ?? []).compactMap { network in
      network["ref"]?.string.flatMap { ref in
        network["timeZone"]?.string.flatMap { TimeZone(identifier: $0) }.map { (ref, $0) }
      }
    }
    let zones = Dictionary(networks, uniquingKeysWith: { first, _ in first })
    let first = networks.first?.1 ?? .gmt
    guard Set(networks.map(\.1)).count > 1, call.globals.caller ?? call.globals.token != nil else {
      return Places(own: first, zones: zones)
    }
    let mine = (try? call.client().json("GET", "/me"))?["network"]?.string
    return Places(own: mine.flatMap { zones[$0] } ?? first, zones: zones)
  }
}

extension Invocation {
  /// The day it is in the network of a record.
  func today(of record: JSON) -> Day { now.local(in: places.zone(of: record)).day }
}
