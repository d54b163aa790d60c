import HubConsole
import HubModel
import HubText
import HubWords

/// A trace on the screen.
struct TraceView {
  private let start: String
  private let nodes: [String: JSON]
  private let edges: [JSON]
  private let call: Invocation
  private let text: FieldText

  init(_ trace: JSON, _ call: Invocation) {
    start = trace["start"]?.string ?? ""
    nodes = Dictionary(
      (trace["nodes"]?.array ?? []).map { ($0["ref"]?.string ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    edges = trace["edges"]?.array ?? []
    self.call = call
    text = FieldText(words: call.words, names: nil)
  }

  func show() {
    for direction in ["back", "forth"] {
      var seen: Set<String> = [start]
      let children = children(of: start, direction, &seen)
      call.say(call.styled(call.words("trace.\(direction)"), .heading))
      if children.isEmpty {
        call.say(call.words("trace.\(direction).none"))
      } else {
        call.show(Tree(label: label(start), children: children))
      }
      if direction == "back" { call.say("") }
    }
  }

  /// The records next to one on the way; each stands in the tree once.
  private func children(
    of ref: String, _ direction: String, _ seen: inout Set<String>
  ) -> [Tree] {
    let (near, far) = direction == "back" ? ("later", "earlier") : ("earlier", "later")
    var trees: [Tree] = []
    for edge in edges
    where edge["direction"]?.string == direction && edge[near]?.string == ref {
      guard let next = edge[far]?.string, seen.insert(next).inserted else { continue }
      trees.append(Tree(label: label(next), children: children(of: next, direction, &seen)))
    }
    return trees
  }

  private func label(_ ref: String) -> [Styled] {
    guard let node = nodes[ref] else { return [Styled(ref)] }
    let words = call.words
    let type = (node["type"]?.string).flatMap(RecordType.init) ?? .meeting
    let title = Markdown.plain(text.localized(node["title"]))
    var facts: [String] = []
    if let state = node["state"]?.string, !state.isEmpty {
      facts.append(words.state(state, of: type))
    }
    if let day = (node["day"]?.string).flatMap({ Day($0) }) {
      facts.append(day.short(in: words.language))
    }
    if node["illustrative"]?.bool == true { facts.append(words("illustrative.mark")) }
    let tail = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
    let kind = words.type(type)
    let name = title.isEmpty ? kind : words("trace.node", ["type": kind, "title": title])
    return [Styled(ref, .reference), Styled(name + tail)]
  }
}
