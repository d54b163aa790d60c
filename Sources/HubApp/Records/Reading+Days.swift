import Foundation
package import HubModel
import HubSQL

extension Reading {
  /// Today, by the clocks of a network, whoever asks: a record is overdue for everybody at once.
  package func today(in network: ID<Network>) throws -> Day {
    if network == caller.network { return today }
    return try zones().first { $0.network == network }.map { now.local(in: $0.zone).day } ?? today
  }

  /// The days that it is in the networks.
  func todays() throws -> Todays {
    Todays(try zones().map { ($0.network, now.local(in: $0.zone).day) }, else: today)
  }

  private func zones() throws -> [(network: ID<Network>, zone: TimeZone)] {
    if let knownZones { return knownZones }
    let zones = try connection.query("SELECT number, time_zone FROM networks ORDER BY number") {
      (network: ID<Network>($0.int64(0)), zone: TimeZone(identifier: $0.string(1)) ?? .gmt)
    }
    knownZones = zones
    return zones
  }
}

/// Which day it is in each network of the hub: one for most hours of the day, two for the others.
struct Todays {
  let earliest: Day
  let latest: Day
  /// The day of the network of a row `t`, in a condition.
  let ofRow: SQL

  init(_ days: [(network: ID<Network>, day: Day)], else today: Day) {
    earliest = days.map(\.day).min() ?? today
    latest = days.map(\.day).max() ?? today
    guard earliest < latest else {
      ofRow = "\(latest.number)"
      return
    }
    let early = days.filter { [earliest] in $0.day == earliest }.map(\.network.number)
    ofRow = """
      CASE WHEN t.network IN (\(list: early)) THEN \(earliest.number) ELSE \(latest.number) END
      """
  }
}
