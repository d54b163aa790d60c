/// Days as they stand in the cells of a table: each says its year, so that a file which is read
/// again next week means the same days.
package enum TableDay {
  /// What a cell says.
  package enum Reading: Sendable, Equatable {
    case day(Day)
    /// `03/12/2026`: December 3 or March 12.
    case twoWays(Day, Day)
    /// A day that counts from today, or has no year.
    case withoutYear
    case unreadable
  }

  package static func read(_ text: some StringProtocol) -> Reading {
    let trimmed = text.split(separator: " ").joined(separator: " ")
    if let numbers = numbers(trimmed) { return byNumbers(numbers) }
    // Two days of which no text in words means both, unless it counts from them.
    let days = [Day(number: 20_000), Day(number: 20_200)].map { HumanDate.day(trimmed, from: $0) }
    guard let first = days[0], let second = days[1] else { return .unreadable }
    let hasYear = trimmed.split(whereSeparator: { !$0.isNumber }).contains { $0.count == 4 }
    return first == second && hasYear ? .day(first) : .withoutYear
  }

  /// Three numbers between slashes, dots or dashes.
  private static func numbers(_ text: String) -> [String]? {
    for mark in "/.-" {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
      let areNumbers = parts.allSatisfy { part in
        (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
      if parts.count == 3, areNumbers { return parts }
    }
    return nil
  }

  private static func byNumbers(_ parts: [String]) -> Reading {
    let numbers = parts.compactMap { Int($0) }
    if parts[0].utf8.count == 4 {
      return Day(year: numbers[0], month: numbers[1], day: numbers[2]).map { .day($0) }
        ?? .unreadable
    }
    guard parts[2].utf8.count == 4 else { return .unreadable }
    let dayFirst = Day(year: numbers[2], month: numbers[1], day: numbers[0])
    let monthFirst = Day(year: numbers[2], month: numbers[0], day: numbers[1])
    switch (dayFirst, monthFirst) {
    case (let a?, let b?): return a == b ? .day(a) : .twoWays(a, b)
    case (let only?, nil), (nil, let only?): return .day(only)
    case (nil, nil): return .unreadable
    }
  }
}
