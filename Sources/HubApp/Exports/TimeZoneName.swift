import Foundation

/// The zone of a meeting's clocks, and the place that people know it by.
struct TimeZoneName {
  let zone: TimeZone
  /// `Toronto` in `America/Toronto`.
  let place: String

  init(_ name: String) {
    zone = TimeZone(identifier: name) ?? .gmt
    place = (name.split(separator: "/").last.map(String.init) ?? name)
      .replacingOccurrences(of: "_", with: " ")
  }
}
