import HubText

/// What leads to what: a line for each record, its followers drawn below it.
package struct Tree: Sendable {
  package let label: [Styled]
  package var children: [Tree]

  package init(_ label: Styled..., children: [Tree] = []) {
    self.label = label
    self.children = children
  }

  package init(label: [Styled], children: [Tree]) {
    self.label = label
    self.children = children
  }

  /// - Parameter width: where labels are broken; nil leaves each on one line.
  package func lines(width: Int?, unicode: Bool, colour: Bool) -> [String] {
    let drawing = Drawing(unicode: unicode, width: width, colour: colour)
    var lines = drawing.label(label, first: "", rest: drawing.rest(of: self, prefix: ""))
    drawing.children(of: self, prefix: "", to: &lines)
    return lines
  }

  private struct Drawing {
    let unicode: Bool
    let width: Int?
    let colour: Bool

    func children(of tree: Tree, prefix: String, to lines: inout [String]) {
      for (index, child) in tree.children.enumerated() {
        let isLast = index == tree.children.count - 1
        let branch = unicode ? (isLast ? "└─ " : "├─ ") : (isLast ? "`- " : "|- ")
        let below = prefix + (isLast ? "   " : unicode ? "│  " : "|  ")
        lines += label(child.label, first: prefix + branch, rest: rest(of: child, prefix: below))
        children(of: child, prefix: below, to: &lines)
      }
    }

    /// What stands before the second line of a label: the stem of its children, if it has any.
    func rest(of tree: Tree, prefix: String) -> String {
      prefix + (tree.children.isEmpty ? "   " : unicode ? "│  " : "|  ")
    }

    func label(_ label: [Styled], first: String, rest: String) -> [String] {
      let room = width.map { max(20, $0 - TextWidth.columns(rest)) } ?? .max
      return Wrap.lines(label, columns: room, colour: colour).enumerated().map {
        ($0.offset == 0 ? first : rest) + $0.element
      }
    }
  }
}
