import HubModel
import Testing

/// The dates of a series, and its hours by the clocks of its place.
@Suite struct MeetingSeriesTests {
  private func series(_ change: (inout MeetingSeries) -> Void) throws -> MeetingSeries {
    var series = MeetingSeries()
    series.hour = "18:00"
    series.timeZone = "America/Vancouver"
    series.startsOn = try #require(Day("2027-01-01"))
    change(&series)
    return series
  }

  private func days(_ change: (inout MeetingSeries) -> Void) throws -> [String] {
    try series(change).dates.map(\.description)
  }

  @Test func `every second Tuesday, so many times, and without some days`() throws {
    let days = try days {
      ($0.weekday, $0.every, $0.times, $0.leavingOut) = (.tuesday, 2, 3, ["2027-01-19"])
    }
    #expect(days == ["2027-01-05", "2027-02-02", "2027-02-16"])
  }

  @Test func `the third Thursday and the last Friday of a month, until a day`() throws {
    let end = try #require(Day("2027-03-31"))
    #expect(
      try days { ($0.rhythm, $0.weekday, $0.endsOn) = (.third, .thursday, end) }
        == ["2027-01-21", "2027-02-18", "2027-03-18"])
    #expect(
      try days { ($0.rhythm, $0.weekday, $0.endsOn) = (.last, .friday, end) }
        == ["2027-01-29", "2027-02-26", "2027-03-26"])
    #expect(
      try days { ($0.rhythm, $0.weekday, $0.every, $0.times) = (.first, .monday, 12, 2) }
        == ["2027-01-04", "2028-01-03"])
  }

  @Test func `six o’clock stays six o’clock when the clocks are set`() throws {
    let series = try series { ($0.weekday, $0.every, $0.times) = (.sunday, 1, 12) }
    let hours = series.dates.compactMap { series.moments(on: $0)?.starts.description.suffix(9) }
    #expect(hours.count == 12)
    #expect(Set(hours) == ["02:00:00Z", "01:00:00Z"])
  }

  @Test func `what a series cannot be is told at its field`() throws {
    func codes(_ change: (inout MeetingSeries) -> Void) throws -> [String] {
      try series(change).faults().map { "\($0.pointer) \($0.code)" }
    }
    #expect(try series { $0.times = 3 }.faults() == [])
    let cases = try [
      codes {
        $0.hour = "later"; $0.times = 1
      }, codes { _ in },
      codes {
        $0.times = 1; $0.leavingOut = ["soon"]
      },
      codes { $0.endsOn = Day("2099-01-01") },
      // So far apart that no calendar has the days.
      codes { ($0.every, $0.times) = (1_000_000_000, 104) },
      codes { ($0.duration, $0.times) = (1_000_000_000, 104) },
    ]
    #expect(
      cases == [
        ["/hour " + "unreadableHour"], ["/endsOn " + "seriesWithoutEnd"],
        ["/leavingOut/0 " + "unreadableDay"], ["/endsOn " + "seriesTooLong"],
        ["/every " + "outOfRange"], ["/duration " + "outOfRange"],
      ])
  }
}
