import CSodium

/// Secrets that stand for a person or a session: shown once, stored as a digest.
package enum Token {
  /// A new secret of 256 random bits, and the digest to store.
  /// - Parameter prefix: what the secret begins with, so that scanners know a leaked one.
  package static func make(prefix: String = "hub_") -> (secret: String, digest: [UInt8]) {
    let secret = prefix + base64(RandomBytes.make(32))
    return (secret, digest(of: secret))
  }

  /// The digest under which a secret is stored: 32 bytes. The secret is random, so a plain digest
  /// is enough.
  package static func digest(of secret: String) -> [UInt8] {
    Digest.blake2b(Array(secret.utf8))
  }

  /// The bytes in the alphabet for URLs (RFC 4648, section 5) without padding.
  package static func base64(_ bytes: [UInt8]) -> String {
    Sodium.start()
    let variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING
    var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
    sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
    return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
