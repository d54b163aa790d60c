import Foundation
import HubConsole
import HubModel
import HubText
import HubWords

/// Moments by the clocks of a place, as people say them.
enum Clocks {
  /// `May 14, 2019, 9:00 a.m.` in the zone.
  static func text(_ moment: Moment, in zone: TimeZone, _ words: Words) -> String {
    let (day, minute) = moment.local(in: zone)
    return "\(day.short(in: words.language)), \(HumanTime.clock(minute, in: words.language))"
  }

  /// A moment of a record: by its own clocks, as a meeting has them, or by those of its network.
  static func text(_ moment: Moment, of record: JSON, _ call: Invocation) -> String {
    let own = record["timeZone"]?.string.flatMap { TimeZone(identifier: $0) }
    return text(moment, in: own ?? call.places.zone(of: record), call.words)
  }

  /// By the clocks of the caller's network; a heading or sentence beside it says which these are.
  static func text(_ value: JSON?, _ call: Invocation) -> String? {
    (value?.string).flatMap { Moment($0) }.map { text($0, in: call.places.own, call.words) }
  }

  /// The heading over such moments.
  static func heading(_ call: Invocation) -> String {
    call.words("column.when", ["place": Places.name(call.places.own)])
  }
}
