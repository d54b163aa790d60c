import Foundation

/// The zones of this machine's time zone database.
enum TimeZones {
  static func isKnown(_ name: String) -> Bool { TimeZone(identifier: name) != nil }

  /// The zone that somebody probably meant.
  static func nearest(to name: String) -> String? {
    Nearest.word(to: name, among: TimeZone.knownTimeZoneIdentifiers)
  }
}
