/// The part of a representation that `Range` asks for (RFC 9110, section 14).
package enum ByteRange: Sendable, Equatable {
  /// All of it: nothing was asked for, or in a form that is passed over.
  case whole
  case part(Range<Int>)
  /// There are no such bytes: 416.
  case none

  /// Reads the value of a `Range` field. Of several ranges none is taken: the whole is a right answer
  /// to any of them, and many small ones cost more than it.
  ///
  /// - Parameter size: how many bytes there are.
  package init(parsing text: String?, of size: Int) {
    self = .whole
    guard let text, text.lowercased().hasPrefix("bytes=") else { return }
    let spec = text.dropFirst("bytes=".count).trimmedSpace
    let ends = spec.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }) else {
      return
    }
    let (first, last) = (Self.number(ends[0]), Self.number(ends[1]))
    switch (first, last) {
    case (nil, nil): return
    case (nil, let length?): self = length > 0 ? .part(max(0, size - length)..<size) : .none
    case (let first?, let last):
      if let last, last < first { return }
      self = first < size ? .part(first..<min(last ?? size - 1, size - 1) + 1) : .none
    }
  }

  /// A number that is too long for any file is longer than this one.
  private static func number(_ digits: Substring) -> Int? {
    digits.isEmpty ? nil : Int(digits) ?? Int.max - 1
  }
}
