/// The values of the global options, after options, environment and profile were put together.
package struct GlobalOptions: Sendable {
  /// The code of the language that is spoken: `en`.
  package let language: String
  package let json: Bool
  package let quiet: Bool
  package let colour: Bool
  /// The profile that is used; empty for the one without a name.
  package let profileName: String
  /// The options of the product, as their kinds read them.
  package private(set) var values = Values()
  private var typed: Set<String> = []
  /// The profile that was used, for what came from it.
  private var profiles: [String: Profile] = [:]

  init(language: String, json: Bool, quiet: Bool, colour: Bool, profileName: String = "") {
    self.profileName = profileName
    self.language = language
    self.json = json
    self.quiet = quiet
    self.colour = colour
  }

  /// - Parameters:
  ///   - isTyped: whether the person said so, and not the environment or a profile.
  ///   - profile: the profile that said so.
  package mutating func add(
    _ value: any Sendable, _ name: String, isTyped: Bool, remembered profile: Profile? = nil
  ) {
    values.add(value, name)
    if isTyped { typed.insert(name) }
    profiles[name] = profile
  }

  /// The profile from which a value came; nil where somebody said it.
  package func profile(of name: String) -> Profile? { profiles[name] }

  package func isTyped(_ name: String) -> Bool { typed.contains(name) }
}
