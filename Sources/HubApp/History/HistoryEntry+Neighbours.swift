import HubModel
import HubText

extension HistoryEntry {
  /// Takes out of the changes what refers to records that the caller may not see: a reference
  /// that was set or a member of a list, in the form that the record itself has without it.
  static func hideNeighbours<R: Record>(
    in entries: inout [HistoryEntry], of type: R.Type, _ reading: Reading
  ) throws {
    let names = Set(R.fields.filter { $0.kind.refers }.map(\.name)).union(["sharedWith"])
    var parsed: [Int: JSON] = [:]
    var named: Set<Reference> = []
    for index in entries.indices {
      guard let content = entries[index].content, let json = try? JSON(parsing: content) else {
        continue
      }
      let found = references(in: json["change"], names)
      if found.isEmpty { continue }
      parsed[index] = json
      named.formUnion(found)
    }
    let visible = try Directory.entries(of: named, in: reading)
    guard visible.count < named.count else { return }
    for (index, json) in parsed {
      entries[index].content = content(json) { change($0, names, visible) }
    }
  }

  /// Takes members out of the changes.
  static func hideMembers(_ names: Set<String>, in entries: inout [HistoryEntry]) {
    for index in entries.indices {
      guard let json = try? entries[index].content.map({ try JSON(parsing: $0) }) else { continue }
      entries[index].content = content(json) { change in
        .object((change.object ?? []).filter { !names.contains($0.name) })
      }
    }
  }

  /// An entry's content with another change in it.
  private static func content(_ json: JSON, changing change: (JSON) -> JSON) -> String {
    let members = (json.object ?? []).map { member in
      member.name == "change"
        ? JSON.Member(name: member.name, value: change(member.value)) : member
    }
    return JSON.object(members).text
  }

  private static func references(in change: JSON?, _ names: Set<String>) -> [Reference] {
    (change?.object ?? []).filter { names.contains($0.name) }.flatMap { member in
      (member.value.array ?? [member.value]).compactMap { $0.string.flatMap { Reference($0) } }
    }
  }

  private static func change(
    _ change: JSON, _ names: Set<String>, _ visible: [Reference: Directory.Entry]
  ) -> JSON {
    func isVisible(_ value: JSON) -> Bool {
      value.string.flatMap { Reference($0) }.map { visible[$0] != nil } ?? true
    }
    return .object(
      (change.object ?? []).map { member in
        guard names.contains(member.name) else { return member }
        if let list = member.value.array {
          return JSON.Member(name: member.name, value: .array(list.filter(isVisible)))
        }
        return isVisible(member.value) ? member : JSON.Member(name: member.name, value: .null)
      })
  }
}
