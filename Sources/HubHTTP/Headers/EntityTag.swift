/// The version of a representation (RFC 9110, section 8.8.3).
package struct EntityTag: Sendable, Hashable {
  /// What stands between the quotes.
  package let value: String
  /// Whether the same tag only promises the same meaning, not the same bytes.
  package let isWeak: Bool

  package init(_ value: String, isWeak: Bool = false) {
    self.value = value
    self.isWeak = isWeak
  }

  /// The tag of a record's version.
  package init(version: Int64) { self.init(String(version)) }

  /// The tag of a record's version as it is shown to somebody.
  /// - Parameter digest: tells this representation from others, in hexadecimal digits.
  package init(version: Int64, shownAs digest: String) { self.init("\(version).\(digest)") }

  /// Reads `"…"` or `W/"…"`; nil for anything else.
  package init?(parsing text: some StringProtocol) {
    var rest = text[...]
    let isWeak = rest.hasPrefix("W/")
    if isWeak { rest = rest.dropFirst(2) }
    guard rest.utf8.count >= 2, rest.hasPrefix("\""), rest.hasSuffix("\"") else { return nil }
    let value = rest.dropFirst().dropLast()
    guard value.utf8.allSatisfy({ $0 == 0x21 || $0 >= 0x23 && $0 != 0x7F }) else { return nil }
    self.init(String(value), isWeak: isWeak)
  }

  /// The tag as a header field has it.
  package var text: String { (isWeak ? "W/\"" : "\"") + value + "\"" }

  /// What a tag ends with whose answer came in the gzip form: a strong tag promises the same
  /// bytes, and these are others.
  private static let gzipSuffix = "-gzip"

  /// The tag of the same representation in the gzip form.
  package var gzipped: EntityTag {
    isGzipped ? self : EntityTag(value + Self.gzipSuffix, isWeak: isWeak)
  }

  /// The tag of the same representation as it is.
  package var plain: EntityTag {
    isGzipped ? EntityTag(String(representation), isWeak: isWeak) : self
  }

  private var isGzipped: Bool { value.hasSuffix(Self.gzipSuffix) }

  /// What the tag says of the representation, in whatever form it came.
  private var representation: Substring {
    value.dropLast(isGzipped ? Self.gzipSuffix.utf8.count : 0)
  }

  /// The version that the tag names, however it was shown; nil for a tag that the hub never gives.
  package var version: Int64? {
    let parts = representation.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let digits = parts.first?.utf8, digits.first != UInt8(ascii: "0"),
      digits.allSatisfy({ $0 &- 0x30 < 10 })
    else { return nil }
    return parts.last?.isEmpty ?? true ? nil : Int64(parts[0])
  }

  /// Whether both name the same version, however it was shown: what `If-Match` asks, since only a
  /// new version has words that a write could undo.
  ///
  /// RFC 9110 (section 13.1.1) has strong tags alone match there, because a weak one may cover
  /// changes. None of ours is weak: it becomes so where a proxy on the way, nginx for one, compresses
  /// the answer and may no longer promise its bytes. The version in it is still the one that was
  /// read, and whoever is behind such a proxy has no other tag to name it by.
  package func namesVersion(of other: EntityTag) -> Bool {
    version != nil && version == other.version
  }

  /// Whether both name the same representation, weak or strong, in whatever form: what
  /// `If-None-Match` asks.
  package func matchesWeakly(_ other: EntityTag) -> Bool { representation == other.representation }
}
