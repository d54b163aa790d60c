import CSodium

/// BLAKE2b with 32 bytes of output: for integrity, and with a key for authenticity. Not for
/// passwords, which need `PasswordHash`.
package enum Digest {
  /// The length of a digest in bytes.
  package static let size = 32

  /// The digest of the bytes.
  /// - Parameter key: nil or 1 to 64 secret bytes; who lacks them cannot make the digest.
  package static func blake2b(_ bytes: UnsafeRawBufferPointer, key: [UInt8]? = nil) -> [UInt8] {
    Sodium.start()
    let key = key ?? []
    precondition(key.count <= Int(crypto_generichash_KEYBYTES_MAX), "a key of at most 64 bytes")
    return [UInt8](unsafeUninitializedCapacity: size) { digest, filled in
      guard let start = digest.baseAddress else { return }
      crypto_generichash(
        start, size, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
        UInt64(bytes.count), key, key.count)
      filled = size
    }
  }

  /// The digest of the bytes.
  /// - Parameter key: nil or 1 to 64 secret bytes; who lacks them cannot make the digest.
  package static func blake2b(_ bytes: [UInt8], key: [UInt8]? = nil) -> [UInt8] {
    bytes.withUnsafeBytes { blake2b($0, key: key) }
  }

  /// Whether two digests are the same, in a time that does not say where they differ.
  package static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && sodium_memcmp(left, right, left.count) == 0
  }
}
