import HubModel
import HubText

/// The members of a JSON object that a request brings, read one by one; every fault at once.
struct RequestMembers {
  private let json: JSON
  private(set) var faults: [Fault] = []

  /// - Throws: `Refusal.malformed` for anything but an object.
  init(_ json: JSON, known: [String]) throws {
    guard let members = json.object else {
      throw Refusal.malformed([Fault("wrongType", ["wanted": "object"])])
    }
    self.json = json
    for member in members where !known.contains(member.name) {
      let nearest = Nearest.word(to: member.name, among: known)
      var arguments = ["word": member.name, "known": known.joined(separator: ", ")]
      arguments["nearest"] = nearest
      fault(nearest == nil ? "unknownField" : "unknownFieldNear", member.name, arguments)
    }
  }

  mutating func fault(_ code: String, _ name: String, _ arguments: [String: String] = [:]) {
    faults.append(Fault(code, at: "/\(name)", arguments))
  }

  mutating func add(_ more: [Fault]) { faults += more }

  func has(_ name: String) -> Bool { !(json[name]?.isNull ?? true) }

  /// A text that must be there; empty, and a fault, where it is not.
  mutating func text(_ name: String) -> String {
    guard let text = optionalText(name), !text.isEmpty else {
      if !faults.contains(where: { $0.pointer == "/\(name)" }) { fault("required", name) }
      return ""
    }
    return text
  }

  mutating func optionalText(_ name: String) -> String? {
    guard has(name), let value = json[name] else { return nil }
    if value.string == nil { fault("wrongType", name, ["wanted": "text"]) }
    return value.string
  }

  mutating func list(_ name: String) -> [String]? {
    guard has(name), let value = json[name] else { return nil }
    let words = value.array?.compactMap(\.string)
    if words == nil || words?.count != value.array?.count {
      fault("wrongType", name, ["wanted": "list"])
      return nil
    }
    return words
  }

  mutating func integer(_ name: String) -> Int64? {
    guard has(name), let value = json[name] else { return nil }
    if value.integer == nil { fault("wrongType", name, ["wanted": "integer"]) }
    return value.integer
  }

  mutating func flag(_ name: String) -> Bool {
    guard has(name), let value = json[name] else { return false }
    if value.bool == nil { fault("wrongType", name, ["wanted": "flag"]) }
    return value.bool ?? false
  }

  /// - Throws: `Refusal.invalid` with every fault that was found.
  func finish() throws {
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
  }
}
