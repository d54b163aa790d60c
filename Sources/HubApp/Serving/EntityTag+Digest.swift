import HubCrypto
import HubHTTP

extension EntityTag {
  /// A tag that other bytes do not have.
  init(of bytes: [UInt8]) { self.init(Self.digest(of: bytes, size: 16)) }

  /// The tag of a record's version as these bytes show it: what is beside the record, or what the
  /// reader may do with it, changes without a new version.
  init(version: Int64, of bytes: [UInt8]) {
    self.init(version: version, shownAs: Self.digest(of: bytes, size: 8))
  }

  private static func digest(of bytes: [UInt8], size: Int) -> String {
    Digest.hex(Array(Digest.blake2b(bytes).prefix(size)))
  }
}
