import HubModel
import HubWords

/// Reads one value as its kind says, or tells what is wrong with it.
struct ValueReader {
  /// What `friday` counts from.
  let today: Day
  let language: Language

  /// - Parameter name: how the person wrote it, for the fault: `--due` or `REFERENCE`.
  func read(_ text: String, as kind: ValueKind, name: String) throws(WrongUsage) -> Value {
    let arguments = ["name": name, "value": text]
    switch kind {
    case .flag: return .flag
    case .text, .file, .directory, .address: return .text(text)
    case .handle: return .text(text.hasPrefix("@") ? String(text.dropFirst()) : text)
    case .number(let range):
      guard let number = Int(text), range.contains(number) else {
        let bounds = ["least": String(range.lowerBound), "most": String(range.upperBound)]
        throw WrongUsage(
          range.upperBound == .max ? "usage.numberFrom" : "usage.number",
          arguments.merging(bounds) { $1 })
      }
      return .number(number)
    case .day:
      guard let day = HumanDate.day(text, from: today) else {
        throw WrongUsage("usage.day", arguments)
      }
      return .day(day)
    case .moment:
      guard let moment = Moment(text) else { throw WrongUsage("usage.moment", arguments) }
      return .moment(moment)
    case .choice(let words):
      if words.contains(text) { return .text(text) }
      let list = words.joined(separator: ", ")
      guard let nearest = Nearest.word(to: text, among: words) else {
        throw WrongUsage("usage.choice", arguments.merging(["choices": list]) { $1 })
      }
      throw WrongUsage("usage.choiceNear", arguments.merging(["nearest": nearest]) { $1 })
    case .reference(let types):
      guard let reference = Reference(text) else { throw WrongUsage("usage.reference", arguments) }
      if types.isEmpty || types.contains(reference.type) { return .reference(reference) }
      let prefixes = types.map { $0.prefix + "-…" }.joined(separator: ", ")
      throw WrongUsage("usage.referenceType", arguments.merging(["expected": prefixes]) { $1 })
    }
  }
}
