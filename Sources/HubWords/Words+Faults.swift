package import HubModel

extension Words {
  /// A fault as a sentence: arguments that are words of the model are said as people say them.
  package func sentence(_ fault: Fault) -> String {
    var arguments = fault.arguments
    let type = arguments["type"].flatMap(RecordType.init)
    for (name, value) in arguments {
      switch name {
      case "field": arguments[name] = type.map { field(value, of: $0) } ?? self("field.\(value)")
      case "type": arguments[name] = type.map(self.type) ?? value
      case "types":
        arguments[name] = list(value) { RecordType(rawValue: $0).map(self.type) ?? $0 }
      case "from", "to", "open":
        if let type { arguments[name] = list(value) { state($0, of: type) } }
      case "language": arguments[name] = Language(rawValue: value).map(self.name) ?? value
      case "roles": arguments[name] = list(value, role)
      case "total", "available":
        arguments[name] = Int(value).map { HumanTime.duration($0, in: language) } ?? value
      case "wanted": arguments[name] = self("wanted.\(value)")
      default: break
      }
    }
    return self("fault.\(fault.code)", arguments)
  }

  private func list(_ value: String, _ word: (String) -> String) -> String {
    value.split(separator: ",").map { word($0.drop { $0 == " " }.description) }
      .joined(separator: ", ")
  }
}
