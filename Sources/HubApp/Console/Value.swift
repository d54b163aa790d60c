package import HubModel
import HubWords

/// A value of an argument or option after it was checked.
enum Value: Sendable, Hashable {
  case flag
  case text(String)
  case number(Int)
  case day(Day)
  case moment(Moment)
  case reference(Reference)
}

/// The arguments and options of one call, by name.
package struct Values: Sendable {
  var byName: [String: [Value]] = [:]

  package func has(_ name: String) -> Bool { byName[name] != nil }

  package func text(_ name: String) -> String? { texts(name).last }

  package func texts(_ name: String) -> [String] {
    (byName[name] ?? []).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  package func number(_ name: String) -> Int? {
    if case .number(let number) = byName[name]?.last { number } else { nil }
  }

  package func day(_ name: String) -> Day? {
    if case .day(let day) = byName[name]?.last { day } else { nil }
  }

  package func moment(_ name: String) -> Moment? {
    if case .moment(let moment) = byName[name]?.last { moment } else { nil }
  }

  package func reference(_ name: String) -> Reference? { references(name).last }

  package func references(_ name: String) -> [Reference] {
    (byName[name] ?? []).compactMap { if case .reference(let value) = $0 { value } else { nil } }
  }
}
