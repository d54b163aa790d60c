import CSodium

/// The library, made ready on first use, once, from whichever thread comes first.
enum Sodium {
  private static let status = sodium_init()

  /// Makes the library ready. It cannot work without the system's source of randomness, and
  /// nothing that needs it may go on without.
  static func start() {
    precondition(status >= 0, "libsodium finds no source of randomness")
  }
}
