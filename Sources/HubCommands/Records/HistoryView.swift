import HubConsole
import HubModel
import HubText
import HubWords

/// A record's history on the screen: when and who, and below it from what to what, and why.
///
/// An entry says only what a field became; what it was before is what an earlier one made it.
struct HistoryView {
  let entries: [JSON]
  let type: RecordType
  let call: Invocation
  private let text: FieldText

  init(_ answer: JSON, _ type: RecordType, _ call: Invocation) {
    entries = answer["items"]?.array ?? []
    self.type = type
    self.call = call
    text = FieldText(words: call.words, names: answer["names"])
  }

  func show() {
    call.say(call.styled(Clocks.heading(call), .heading))
    var former: [String: JSON] = [:]
    for entry in entries {
      let when = Clocks.text(entry["at"], call) ?? ""
      let who = entry["by"]?.string ?? call.words("history.hub")
      let version = String(entry["version"]?.integer ?? 0)
      call.say("\(version) · \(when) · \(who)")
      for sentence in sentences(entry, &former) { call.say("    " + sentence) }
    }
  }

  private func sentences(_ entry: JSON, _ former: inout [String: JSON]) -> [String] {
    let words = call.words
    let act = entry["act"]?.string ?? ""
    let name = words("act.\(act)")
    let changes = entry["content"]?["change"]?.object ?? []
    var sentences: [String] = []
    if let from = entry["from"]?.string, let to = entry["to"]?.string {
      sentences.append(
        labelled(
          words("column.state"), "\(words.state(from, of: type)) → \(words.state(to, of: type))"))
    } else if act != "edit" || changes.isEmpty {
      sentences.append(name)
    }
    for change in changes {
      let before = former.updateValue(change.value, forKey: change.name)
      guard act != "create" else { continue }
      sentences.append(sentence(change.name, before, change.value, in: former))
    }
    if let reason = entry["content"]?["reason"]?.string {
      sentences.append(labelled(words("history.reason"), reason))
    }
    if entry["content"]?.isNull ?? false { sentences.append(words("history.expunged")) }
    return sentences
  }

  /// `Due: Dec. 4, 2026 → Dec. 11, 2026`; of a long text only that it changed.
  ///
  /// - Parameter values: what the fields became so far.
  private func sentence(
    _ name: String, _ before: JSON?, _ after: JSON, in values: [String: JSON]
  ) -> String {
    let label = call.words.field(name, of: type)
    guard let field = Kinds.kind(of: type).fieldSummaries.first(where: { $0.name == name }) else {
      return labelled(label, [before, after].map { shown(name, $0) }.joined(separator: " → "))
    }
    // Each language that changed, where only one did.
    let sides = Language.allCases.filter { before?[$0.rawValue] != after[$0.rawValue] }
    if case .localized = field.kind, sides.count == 1, let side = sides.first {
      let texts = [before?[side.rawValue]?.string ?? "", after[side.rawValue]?.string ?? ""]
      return change(labelled: "\(label) (\(side.rawValue))", texts)
    }
    let record = JSON.object(values.map { JSON.Member(name: $0.key, value: $0.value) })
    return change(labelled: label, [before, after].map { shown($0, field, in: record) })
  }

  private func change(labelled label: String, _ texts: [String]) -> String {
    let isLong = texts.contains { $0.utf8.count > 120 || $0.contains("\n") }
    guard !isLong else { return labelled(label, call.words("history.long")) }
    let sides = texts.map { $0.isEmpty ? "–" : Markdown.plain($0) }
    return labelled(label, sides.joined(separator: " → "))
  }

  private func shown(_ value: JSON?, _ field: FieldSummary, in record: JSON) -> String {
    if case .moment = field.kind { return Clocks.text(value, call) ?? "" }
    return text.text(value, field, of: type, in: record)
  }

  /// What every record has beside its fields.
  private func shown(_ name: String, _ value: JSON?) -> String {
    switch value {
    case .string(let word)?:
      let visibility = name == "visibility" ? Visibility(rawValue: word) : nil
      return visibility.map(call.words.visibility) ?? word
    case .bool(let flag)?: return call.words(flag ? "yes" : "no")
    case .array(let list)? where !list.isEmpty:
      return list.compactMap(\.string).joined(separator: ", ")
    default: return "–"
    }
  }

  private func labelled(_ label: String, _ value: String) -> String {
    call.words("history.changed", ["act": label, "fields": value])
  }
}
