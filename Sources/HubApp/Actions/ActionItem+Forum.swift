package import HubModel

extension ActionItem {
  package func narrowest(in writing: Writing) throws -> Visibility {
    try isNamedAtForum(in: writing) ? .body : .public
  }

  private func isNamedAtForum(in writing: Writing) throws -> Bool {
    try assigneeName != nil && writing.load(body)?.workersForum == true
  }

  /// At a workers' forum somebody by name is seen by the body alone: what names them is kept there,
  /// and is not opened to others as long as it does.
  mutating func keepNameInBody(_ former: ActionItem?, in writing: Writing) throws -> [Fault] {
    guard try isNamedAtForum(in: writing) else { return [] }
    if let former, former.assigneeName == nil { header.visibility = max(header.visibility, .body) }
    var faults: [Fault] = []
    // A body that becomes a forum keeps what was said before.
    if let former, header.visibility < .body, header.visibility != former.header.visibility {
      faults.append(Fault("namedAtForum", at: "/visibility"))
    }
    if !header.sharedWith.isEmpty,
      former.map({ $0.assigneeName == nil || $0.header.sharedWith != header.sharedWith }) ?? true
    {
      faults.append(Fault("namedAtForum", at: "/sharedWith"))
    }
    return faults
  }
}
