/// A minute of a day as the clocks on the wall show it, in no particular zone.
public struct LocalTime: Sendable, Hashable, Comparable {
  public var day: Day
  /// From 0 to 1439.
  public var minute: Int

  public init(_ day: Day, minute: Int) {
    self.day = day
    self.minute = minute
  }

  /// How many minutes later the other one is by the clock; a change of the clocks between the two
  /// is not counted.
  public func minutes(until other: LocalTime) -> Int {
    (other.day.number - day.number) * 1440 + other.minute - minute
  }

  public static func < (a: LocalTime, b: LocalTime) -> Bool {
    (a.day.number, a.minute) < (b.day.number, b.minute)
  }
}
