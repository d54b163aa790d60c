import CSodium

/// SHA-256 of what comes in pieces: the checksum that other programs know, `sha256sum` for one.
package struct SHA256 {
  private var state = crypto_hash_sha256_state()

  package init() {
    Sodium.start()
    crypto_hash_sha256_init(&state)
  }

  /// Takes the next piece.
  package mutating func add(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
  }

  /// The digest of all pieces: 32 bytes. Nothing is to be added after.
  package mutating func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256_final(&state, &digest)
    return digest
  }

  /// The digest of bytes that are there whole.
  package static func of(_ bytes: [UInt8]) -> [UInt8] {
    var digest = SHA256()
    digest.add(bytes)
    return digest.finish()
  }
}
