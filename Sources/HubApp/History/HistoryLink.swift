import HubCrypto

/// What the digest of a history entry covers.
struct HistoryLink: Sendable {
  let id: Int64
  let at: Int64
  let actor: Int64?
  let record: Int64?
  let act: String
  let version: Int
  let from: String?
  let to: String?
  let contentDigest: [UInt8]

  /// BLAKE2b-256 over the former digest and every part of the entry, each with its length before
  /// it so that no two entries have the same bytes.
  func digest(after former: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(192)
    func append(_ part: [UInt8]?) {
      var count = UInt32(part?.count ?? 0) | (part == nil ? 1 << 31 : 0)
      for _ in 0..<4 {
        bytes.append(UInt8(truncatingIfNeeded: count))
        count >>= 8
      }
      if let part { bytes += part }
    }
    func append(_ number: Int64) {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
      }
    }
    append(former)
    append(id)
    append(at)
    append(actor ?? -1)
    append(record ?? -1)
    append(Array(act.utf8))
    append(Int64(version))
    append(from.map { Array($0.utf8) })
    append(to.map { Array($0.utf8) })
    append(contentDigest)
    return Digest.blake2b(bytes)
  }

  static func digest(ofContent content: [UInt8], salt: [UInt8]) -> [UInt8] {
    Digest.blake2b(salt + content)
  }
}
