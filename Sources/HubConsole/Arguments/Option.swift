/// A value by its name: `--due 2026-12-03`.
package struct Option: Sendable {
  package let name: String
  package let kind: ValueKind
  package let short: Character?
  package let isRequired: Bool
  /// Whether help says that it is needed; of what may be said in another way, the rules judge.
  package let isNeeded: Bool
  package let isRepeated: Bool
  package let hidden: Bool

  package init(
    _ name: String, _ kind: ValueKind = .text, short: Character? = nil, required: Bool = false,
    repeated: Bool = false, hidden: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.short = short
    isRequired = required
    isNeeded = required
    isRepeated = repeated
    self.hidden = hidden
  }

  private init(needed option: Option) {
    name = option.name
    kind = option.kind
    short = option.short
    isRequired = option.isRequired
    isNeeded = true
    isRepeated = option.isRepeated
    hidden = option.hidden
  }

  /// The same, marked as needed.
  package var needed: Option { Option(needed: self) }

  /// A name of the product as people type it: `close-reason` for `closeReason`.
  package static func name(for word: String) -> String {
    word.reduce(into: "") {
      if $1.isUppercase { $0 += "-" }
      $0 += $1.lowercased()
    }
  }
}
