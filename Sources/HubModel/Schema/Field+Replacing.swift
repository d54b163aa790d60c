extension Field {
  /// Puts a reference in the place of another one.
  ///
  /// - Parameter replacement: nil leaves the place empty, which only a field that may be does.
  public func replace(_ former: Reference, by replacement: Reference?, in owner: inout Owner) {
    guard references(of: owner).contains(former) else { return }
    var replaced = cells(of: owner)
    switch kind {
    case .reference: replaced[0] = replacement.map { .integer($0.number) } ?? .null
    case .anyReference:
      replaced[0] = replacement.map { .text($0.type.rawValue) } ?? .null
      replaced[1] = replacement.map { .integer($0.number) } ?? .null
    case .references:
      let all = references(of: owner).replacing(former, by: replacement)
      replaced = []
      all.write(to: &replaced)
    default: return
    }
    var source = CellReader(replaced)
    load(&owner, from: &source)
  }
}

extension [Reference] {
  /// The references with another one in the place of one of them, each once.
  public func replacing(_ former: Reference, by replacement: Reference?) -> [Reference] {
    var seen: Set<Reference> = []
    return compactMap { $0 == former ? replacement : $0 }.filter { seen.insert($0).inserted }
  }
}
