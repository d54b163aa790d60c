/// The name of a member as it is spelled: two are the same where their bytes are (RFC 8259,
/// section 8.3).
struct JSONSpelling: Hashable {
  let name: String

  static func == (a: Self, b: Self) -> Bool { a.name.isSpelled(like: b.name) }

  func hash(into hasher: inout Hasher) {
    name.utf8Span.span.withUnsafeBufferPointer { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
