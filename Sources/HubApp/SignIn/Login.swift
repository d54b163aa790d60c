/// How somebody names themselves to sign in: by handle or by address.
struct Login: Hashable {
  let name: String
  let isEmail: Bool

  /// - Parameter isEmail: nil finds out by the `@` inside.
  init(_ text: String, isEmail: Bool? = nil) {
    let name = text.lowercased()
    let isAddress = isEmail ?? name.dropFirst().contains("@")
    self.isEmail = isAddress
    self.name = !isAddress && name.hasPrefix("@") ? String(name.dropFirst()) : name
  }
}
