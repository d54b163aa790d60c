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
      case "day", "due", "meeting", "start", "date": arguments[name] = date(value)
      case "wanted": arguments[name] = self("wanted.\(value)")
      default: break
      }
    }
    return self("fault.\(fault.code)", arguments)
  }

  /// A day or moment as people write it; a moment by Universal Time, which is said. Another word,
  /// such as the reference of a meeting, stays.
  private func date(_ value: String) -> String {
    if let day = Day(value) { return day.short(in: language) }
    guard let moment = Moment(value) else { return value }
    let minutes = Int((Double(moment.milliseconds) / 60_000).rounded(.down))
    let day = Day(number: Int((Double(minutes) / 1440).rounded(.down)))
    let minute = minutes - day.number * 1440
    return "\(day.short(in: language)), \(HumanTime.clock(minute, in: language)) UTC"
  }

  private func list(_ value: String, _ word: (String) -> String) -> String {
    value.split(separator: ",").map { word($0.drop { $0 == " " }.description) }
      .joined(separator: ", ")
  }
}
