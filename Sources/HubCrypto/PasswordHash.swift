import CSodium

/// Passwords as they may be stored: Argon2id with 19 MiB of memory and two passes, the least that
/// OWASP recommends, so that a sign-in stays affordable for the server.
package enum PasswordHash {
  /// The system could not give the memory.
  package struct OutOfMemory: Error {}

  private static let passes = UInt64(2)
  private static let memory = 19 * 1024 * 1024

  /// A hash with a salt of its own, which says how it was made: at most 127 ASCII characters.
  /// - Throws: `OutOfMemory`.
  package static func make(_ password: String) throws -> String {
    Sodium.start()
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let status = crypto_pwhash_str_alg(
      &text, password, UInt64(password.utf8.count), passes, memory, crypto_pwhash_ALG_ARGON2ID13)
    if status != 0 { throw OutOfMemory() }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether the hash was made of this password; false for a text that is no hash.
  package static func verify(_ password: String, against hash: String) -> Bool {
    Sodium.start()
    return crypto_pwhash_str_verify(hash, password, UInt64(password.utf8.count)) == 0
  }

  /// Whether the hash was made with other limits than now, or is none: it is made anew when the
  /// password is known next.
  package static func needsRehash(_ hash: String) -> Bool {
    Sodium.start()
    return crypto_pwhash_str_needs_rehash(hash, passes, memory) != 0
  }
}
