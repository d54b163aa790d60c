import HubCrypto

/// What the digest of a history entry covers.
struct HistoryLink: Sendable {
  let id: Int64
  let at: Int64
  let actor: Int64?
  let record: Int64?
  /// The keys of those who could see the record then, and so may read the entry.
  let audience: String?
  let act: String
  let version: Int
  let from: String?
  let to: String?
  let contentDigest: [UInt8]

  /// How many random bytes are mixed into the digest of an entry's content.
  static let saltSize = 16

  /// BLAKE2b-256 over the former digest and every part of the entry.
  func digest(after former: [UInt8]) -> [UInt8] {
    Digest.blake2b(canonicalBytes(after: former))
  }

  /// The bytes that are digested, the same on every machine and in every version: numbers are
  /// 8 bytes with the lowest first, whatever may be absent has a byte 0 or 1 before it, texts and
  /// digests have their length in 4 bytes before them. No two entries have the same bytes.
  func canonicalBytes(after former: [UInt8]) -> [UInt8] {
    var bytes = CanonicalBytes(capacity: 256)
    bytes.append("hub history 1")
    bytes.append(former)
    bytes.append(id)
    bytes.append(at)
    bytes.append(actor)
    bytes.append(record)
    bytes.append(audience)
    bytes.append(act)
    bytes.append(Int64(version))
    bytes.append(from)
    bytes.append(to)
    bytes.append(contentDigest)
    return bytes.bytes
  }

  /// The salt has its length before it, so that no byte can pass from one to the other.
  static func digest(ofContent content: UnsafeBufferPointer<UInt8>, salt: [UInt8]) -> [UInt8] {
    var bytes = CanonicalBytes(capacity: salt.count + content.count + 4)
    bytes.append(salt)
    bytes.bytes.append(contentsOf: content)
    return Digest.blake2b(bytes.bytes)
  }

  static func digest(ofContent content: [UInt8], salt: [UInt8]) -> [UInt8] {
    content.withUnsafeBufferPointer { digest(ofContent: $0, salt: salt) }
  }
}

/// Values as bytes, in a form in which no two lists of values look the same.
private struct CanonicalBytes {
  var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func append(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ number: Int64?) {
    bytes.append(number == nil ? 0 : 1)
    if let number { append(number) }
  }

  mutating func append(_ part: [UInt8]) {
    appendCount(part.count)
    bytes.append(contentsOf: part)
  }

  mutating func append(_ text: String) {
    appendCount(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { append(text) }
  }

  private mutating func appendCount(_ count: Int) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: count).littleEndian) {
      bytes.append(contentsOf: $0)
    }
  }
}
