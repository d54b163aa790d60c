/// The values of the global options, after options, environment and profile were put together.
package struct GlobalOptions: Sendable {
  /// The code of the language that is spoken: `en`.
  package let language: String
  package let json: Bool
  package let quiet: Bool
  package let colour: Bool
  /// The options of the product, as their kinds read them.
  package private(set) var values = Values()
  private var typed: Set<String> = []

  init(language: String, json: Bool, quiet: Bool, colour: Bool) {
    self.language = language
    self.json = json
    self.quiet = quiet
    self.colour = colour
  }

  /// - Parameter isTyped: whether the person said so, and not the environment or a profile.
  package mutating func add(_ value: any Sendable, _ name: String, isTyped: Bool) {
    values.add(value, name)
    if isTyped { typed.insert(name) }
  }

  package func isTyped(_ name: String) -> Bool { typed.contains(name) }
}
