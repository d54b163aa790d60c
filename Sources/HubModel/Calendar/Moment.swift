public import Foundation

/// An instant, in milliseconds since 1 January 1970 UTC.
public struct Moment: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The start of a minute of a day in a zone. In the hour that a clock change skips, the moment
  /// is moved on by the length of the gap; in the hour that it repeats, the first one is meant.
  public init(_ day: Day, minute: Int, in zone: TimeZone) {
    let local = Int64(day.number) * 86_400 + Int64(minute) * 60
    let guess = Date(timeIntervalSince1970: Double(local))
    let before = zone.secondsFromGMT(for: guess.addingTimeInterval(-86_400))
    let first = local - Int64(before)
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(first)))
    let second = local - Int64(offset)
    let settles = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))) == offset
    milliseconds = (settles ? second : first) * 1000
  }

  /// Reads RFC 3339: `2026-12-03T14:05:00Z`, with fractions of a second and with an offset.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] | 0x20 == 0x74,
      let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = Self.twoDigits(bytes, 11), let minute = Self.twoDigits(bytes, 14),
      let second = Self.twoDigits(bytes, 17), bytes[13] == 0x3A, bytes[16] == 0x3A,
      hour < 24, minute < 60, second < 60
    else { return nil }
    var at = 19
    var fraction = 0
    if bytes[at] == 0x2E {
      at += 1
      var scale = 100
      let start = at
      while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 {
        fraction += Int(bytes[at] - 0x30) * scale
        scale /= 10
        at += 1
      }
      guard at > start else { return nil }
    }
    guard at < bytes.count else { return nil }
    var offset = 0
    if bytes[at] | 0x20 == 0x7A {
      guard at + 1 == bytes.count else { return nil }
    } else {
      guard bytes.count == at + 6, bytes[at] == 0x2B || bytes[at] == 0x2D, bytes[at + 3] == 0x3A,
        let hours = Self.twoDigits(bytes, at + 1), let minutes = Self.twoDigits(bytes, at + 4),
        hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (bytes[at] == 0x2D ? -1 : 1)
    }
    let seconds = Int64(day.number) * 86_400 + Int64((hour * 60 + minute - offset) * 60 + second)
    milliseconds = seconds * 1000 + Int64(fraction)
  }

  /// RFC 3339 in UTC, to the second, or to the millisecond when there is a part of a second.
  public var description: String {
    String(unsafeUninitializedCapacity: Self.mostBytes) { spell($0.baseAddress!) }
  }

  /// How many bytes `spell` writes at most.
  public static let mostBytes = Day.mostBytes + 14

  /// Writes what `description` says, in ASCII; answers how many bytes.
  public func spell(_ bytes: UnsafeMutablePointer<UInt8>) -> Int {
    let seconds = milliseconds.quotientFloor(1000)
    // Also of what no clock shows: a file may have any number in it.
    let fraction = Int(milliseconds &- seconds &* 1000)
    let days = seconds.quotientFloor(86_400)
    let time = Int(seconds - days * 86_400)
    var count = Day(number: Int(days)).spell(bytes)
    func put(_ letter: Unicode.Scalar, _ number: Int, _ width: Int) {
      bytes[count] = UInt8(ascii: letter)
      Digits.spell(Int64(number), width, bytes + count + 1)
      count += 1 + width
    }
    put("T", time / 3600, 2)
    put(":", time / 60 % 60, 2)
    put(":", time % 60, 2)
    if fraction > 0 { put(".", fraction, 3) }
    bytes[count] = UInt8(ascii: "Z")
    return count + 1
  }

  public var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

  /// The day and the minute of the day (0 to 1439) that clocks in the zone show.
  public func local(in zone: TimeZone) -> (day: Day, minute: Int) {
    let seconds = milliseconds.quotientFloor(1000) + Int64(zone.secondsFromGMT(for: date))
    let days = seconds.quotientFloor(86_400)
    return (Day(number: Int(days)), Int(seconds - days * 86_400) / 60)
  }

  public func adding(minutes: Int) -> Moment {
    Moment(milliseconds: milliseconds + Int64(minutes) * 60_000)
  }

  public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }

  private static func twoDigits(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at + 1 < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39, bytes[at + 1] >= 0x30,
      bytes[at + 1] <= 0x39
    else { return nil }
    return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30)
  }
}

extension Int64 {
  /// Division that rounds down, so that moments before 1970 fall on the right day.
  func quotientFloor(_ divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
