/// A day of the calendar, without a time or a zone.
///
/// Kept as the number of days since 1 January 1970 in the proleptic Gregorian calendar; the
/// conversions are Howard Hinnant's *chrono-Compatible Low-Level Date Algorithms*.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let number: Int

  public init(number: Int) { self.number = number }

  /// nil when there is no such day, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `2026-12-03` and nothing else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func digits(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The year, the month (1 to 12) and the day of the month (1 to 31).
  public var civil: (year: Int, month: Int, day: Int) {
    // A number that stands for no day of any calendar shows as the nearest that can be reckoned.
    let z = min(max(number, -Self.most), Self.most) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static let most = 1_000_000_000_000

  /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
  public var weekday: Int { ((number &+ 3) % 7 + 7) % 7 + 1 }

  public var description: String {
    String(unsafeUninitializedCapacity: Self.mostBytes) { spell($0.baseAddress!) }
  }

  /// How many bytes `spell` writes at most: a year may have a sign and many digits.
  public static let mostBytes = 26

  /// Writes what `description` says, in ASCII; answers how many bytes.
  public func spell(_ bytes: UnsafeMutablePointer<UInt8>) -> Int {
    let (year, month, day) = civil
    var count = 4
    if (0...9999).contains(year) {
      Digits.spell(Int64(year), 4, bytes)
    } else {
      count = 0
      for byte in String(year).utf8 {
        bytes[count] = byte
        count += 1
      }
    }
    bytes[count] = UInt8(ascii: "-")
    Digits.spell(Int64(month), 2, bytes + count + 1)
    bytes[count + 3] = UInt8(ascii: "-")
    Digits.spell(Int64(day), 2, bytes + count + 4)
    return count + 6
  }

  public func adding(days: Int) -> Day { Day(number: number + days) }

  /// The same day of a later (or earlier) month; the last day of that month if it is shorter.
  public func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let count = year * 12 + month - 1 + months
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    let last = Self.length(ofMonth: newMonth, year: newYear)
    return Day(year: newYear, month: newMonth, day: min(day, last)) ?? self
  }

  /// The day after this many working days (Monday to Friday).
  public func adding(workingDays: Int) -> Day {
    var day = self
    var left = workingDays
    while left > 0 {
      day = day.adding(days: 1)
      if day.weekday < 6 { left -= 1 }
    }
    return day
  }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
