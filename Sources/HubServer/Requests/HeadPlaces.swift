import CMicroHTTPD

/// Follows the head of a request through the memory in which libmicrohttpd has taken it apart, and
/// finds what was in it and is in nothing that we were told.
///
/// The versions before 1.0 cut a line at a NUL, take one that begins with a NUL for the end of the
/// head, so that what follows is the next request, and put a line that begins with a blank at the
/// end of the *name* of the field before. Whoever stands before us may read each of these
/// otherwise. They leave no trace in names and values, but in where these stand: each begins where
/// the one before ended.
struct HeadPlaces {
  /// Whether heads are taken apart so: from 1.0 on libmicrohttpd refuses these itself.
  static let areToBeFollowed = String(cString: MHD_get_version()).hasPrefix("0.")

  /// Up to where all of it was told; nil once something was not.
  private var place: UnsafeRawPointer?

  /// The request line: a blank that has become a NUL between its parts.
  init(
    method: UnsafeBufferPointer<UInt8>, target: UnsafeRawBufferPointer,
    version: UnsafeBufferPointer<UInt8>
  ) {
    guard let start = target.baseAddress, let end = Self.end(of: method),
      Self.isBlank(from: end, to: start),
      start + target.count + 1 == UnsafeRawPointer(version.baseAddress)
    else { return }
    place = Self.end(of: version)
  }

  /// One field, after the end of the line before.
  mutating func add(
    name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>
  ) {
    guard let line = place, let start = UnsafeRawPointer(name.baseAddress),
      Self.areEndsOfLine(from: line, to: start, 1...2),
      let end = Self.end(of: name), let content = UnsafeRawPointer(value.baseAddress),
      Self.isBlank(from: end, to: content)
    else {
      place = nil
      return
    }
    place = Self.end(of: value)
  }

  /// Whether the head, which is so long, ends where the last field does and an empty line after it.
  func areAll(of method: UnsafeBufferPointer<UInt8>, _ count: Int) -> Bool {
    guard let place, let start = UnsafeRawPointer(method.baseAddress) else { return false }
    return Self.areEndsOfLine(from: place, to: start + count, 2...4)
  }

  private static func end(of part: UnsafeBufferPointer<UInt8>) -> UnsafeRawPointer? {
    UnsafeRawPointer(part.baseAddress).map { $0 + part.count }
  }

  /// Whether there is what has become a NUL, and then nothing but blanks.
  private static func isBlank(from start: UnsafeRawPointer, to end: UnsafeRawPointer) -> Bool {
    guard end > start, start.load(as: UInt8.self) == 0 else { return false }
    return UnsafeRawBufferPointer(start: start + 1, count: end - start - 1).allSatisfy {
      $0 == 0x20 || $0 == 0x09
    }
  }

  /// Whether there is nothing but ends of lines, each of which has become one NUL or two.
  private static func areEndsOfLine(
    from start: UnsafeRawPointer, to end: UnsafeRawPointer, _ counts: ClosedRange<Int>
  ) -> Bool {
    guard end > start, counts.contains(end - start) else { return false }
    return UnsafeRawBufferPointer(start: start, count: end - start).allSatisfy { $0 == 0 }
  }
}
