/// A value by its place: `REFERENCE` in `hub action show REFERENCE`.
package struct Argument: Sendable {
  package let name: String
  package let kind: ValueKind
  package let isOptional: Bool
  /// Takes all that is left but one for each argument after it; only one can.
  package let isRepeated: Bool

  package init(
    _ name: String, _ kind: ValueKind = .text, optional: Bool = false, repeated: Bool = false
  ) {
    self.name = name
    self.kind = kind
    isOptional = optional
    isRepeated = repeated
  }
}
