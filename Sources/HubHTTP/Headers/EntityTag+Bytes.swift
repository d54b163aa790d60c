import CXXHash

extension EntityTag {
  /// A tag that other bytes do not have, unless somebody means them to: XXH3 tells representations
  /// apart and vouches for nothing, at a few hundredths of what a cryptographic digest costs.
  package init(of bytes: [UInt8]) {
    let hash = bytes.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
    self.init(Self.hex(hash.high64, hash.low64))
  }

  /// The tag of a record's version as these bytes show it: what is beside the record, or what the
  /// reader may do with it, changes without a new version.
  package init(version: Int64, of bytes: [UInt8]) {
    let hash = bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
    self.init("\(version).\(Self.hex(hash))")
  }

  private static func hex(_ words: UInt64...) -> String {
    String(unsafeUninitializedCapacity: 16 * words.count) { digits in
      for (place, word) in words.enumerated() {
        for index in 0..<16 {
          let nibble = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * index)) & 15
          digits[16 * place + index] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
        }
      }
      return 16 * words.count
    }
  }
}
