/// One difference between two agendas, for another layer to put in words.
///
/// `value(of:in:)` of the documents and items gives the values before and after.
public enum AgendaChange: Sendable, Hashable {
  /// A keyword of the header has another value, or has one now, or no longer.
  case header(AgendaKey)
  case title
  case introduction
  case objectives
  /// The item is new; the number is its place, from 1.
  case added(AgendaDocument.Item, number: Int)
  /// The item is gone; the number is the place it had.
  case removed(AgendaDocument.Item, number: Int)
  /// The item stands elsewhere among those that stayed. One whose number changed only because
  /// others came or went did not move.
  case moved(AgendaDocument.Item, from: Int, to: Int)
  /// The item says something else; the number is its place now.
  case changed(AgendaDocument.Item, from: AgendaDocument.Item, number: Int, [ItemPart])

  /// A part of an item.
  public enum ItemPart: Sendable, Hashable {
    case title
    case text
    case key(AgendaKey)
  }
}

extension AgendaDocument {
  /// What is different since an older version: the header first, then the items that went, then
  /// the items in their new order.
  ///
  /// Items are the same when they have the same reference, else when they have the same title in
  /// either language. The revision, which only says from what a file was written, is left out.
  public func changes(from older: AgendaDocument) -> [AgendaChange] {
    var changes: [AgendaChange] = []
    if title != older.title { changes.append(.title) }
    for key in Self.keys.keys where key != .revision {
      if value(of: key, in: .en) != older.value(of: key, in: .en) { changes.append(.header(key)) }
    }
    if introduction != older.introduction { changes.append(.introduction) }
    if objectives != older.objectives { changes.append(.objectives) }
    return changes + itemChanges(from: older)
  }

  private func itemChanges(from older: AgendaDocument) -> [AgendaChange] {
    let former = formerPlaces(in: older)
    let kept = Set(former.compactMap(\.self))
    let moved = Self.moved(former.compactMap(\.self))
    var changes = older.items.indices.filter { !kept.contains($0) }.map {
      AgendaChange.removed(older.items[$0], number: $0 + 1)
    }
    for (index, item) in items.enumerated() {
      guard let before = former[index] else {
        changes.append(.added(item, number: index + 1))
        continue
      }
      if moved.contains(before) {
        changes.append(.moved(item, from: before + 1, to: index + 1))
      }
      let parts = item.parts(differentFrom: older.items[before])
      if !parts.isEmpty {
        changes.append(
          .changed(item, from: older.items[before], number: index + 1, parts))
      }
    }
    return changes
  }

  /// For each item, its place in an older document, counted from 0; nil for a new one.
  public func formerPlaces(in older: AgendaDocument) -> [Int?] {
    var former = [Int?](repeating: nil, count: items.count)
    var taken: Set<Int> = []
    func match<Name: Hashable>(_ name: (Item) -> Name?) {
      var places: [Name: [Int]] = [:]
      for index in older.items.indices.reversed() where !taken.contains(index) {
        if let name = name(older.items[index]) { places[name, default: []].append(index) }
      }
      for index in items.indices where former[index] == nil {
        guard let name = name(items[index]), let place = places[name]?.popLast() else { continue }
        // Two items that both have a reference and not the same one are not the same item.
        if let a = items[index].reference, let b = older.items[place].reference, a != b { continue }
        former[index] = place
        taken.insert(place)
      }
    }
    match { $0.reference }
    match { $0.title.en.isEmpty ? nil : $0.title.en }
    match { $0.title.fr.isEmpty ? nil : $0.title.fr }
    return former
  }

  /// The former places that are out of order: all but a longest ascending run of them (patience
  /// sorting).
  private static func moved(_ former: [Int]) -> Set<Int> {
    var tops: [Int] = []
    var previous = [Int?](repeating: nil, count: former.count)
    for (index, place) in former.enumerated() {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if former[tops[middle]] < place { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? tops[low - 1] : nil
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var moved = Set(former)
    var last = tops.last
    while let index = last {
      moved.remove(former[index])
      last = previous[index]
    }
    return moved
  }
}

extension AgendaDocument.Item {
  fileprivate func parts(differentFrom older: Self) -> [AgendaChange.ItemPart] {
    var parts: [AgendaChange.ItemPart] = []
    if title != older.title { parts.append(.title) }
    // A reference given to an item that had none says nothing new about it.
    for key in Self.keys.keys where key != .item {
      if value(of: key, in: .en) != older.value(of: key, in: .en) { parts.append(.key(key)) }
    }
    if text != older.text { parts.append(.text) }
    return parts
  }
}
