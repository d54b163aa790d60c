import Foundation
import HubModel
import HubWords

/// Moments by the clocks of a place, as people say them.
enum Clocks {
  /// `May 14, 2019, 9:00 a.m.` in the zone; in Universal Time when the zone is not known.
  static func text(_ moment: Moment, zone: String?, _ words: Words) -> String {
    let (day, minute) = moment.local(in: zone.flatMap { TimeZone(identifier: $0) } ?? .gmt)
    return "\(day.short(in: words.language)), \(HumanTime.clock(minute, in: words.language))"
  }
}
