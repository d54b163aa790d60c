package import HubModel

/// The words for the parts of the model: each family has one particular key and one general one.
extension Words {
  package func type(_ type: RecordType) -> String { self("type.\(type.rawValue)") }

  package func types(_ type: RecordType) -> String { self("type.\(type.rawValue).plural") }

  package func field(_ name: String, of type: RecordType) -> String {
    first(of: "field.\(type.rawValue).\(name)", "field.\(name)")
  }

  package func state(_ state: String, of type: RecordType) -> String {
    first(of: "state.\(type.rawValue).\(state)", "state.\(state)")
  }

  /// A step in full: "Start work on an action item".
  package func verb(_ verb: String, of type: RecordType) -> String {
    first(of: "verb.\(type.rawValue).\(verb)", "verb.\(verb)")
  }

  package func choice(_ value: String, field: String, of type: RecordType) -> String {
    first(
      of: "choice.\(type.rawValue).\(field).\(value)", "choice.\(field).\(value)",
      "choice.\(value)")
  }

  /// By its name in `Roles.named`.
  package func role(_ name: String) -> String { self("role.\(name)") }

  package func visibility(_ visibility: Visibility) -> String {
    self("visibility.\(visibility.rawValue)")
  }

  package func name(of language: Language) -> String { self("language.\(language.rawValue)") }
}
