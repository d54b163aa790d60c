import HubModel
import HubWords

/// Takes out of a whole agenda what the caller may not see: an item keeps its number and says that
/// it is in camera, and nothing else; people, papers and origins that are hidden are left out.
struct AgendaRedaction {
  let reading: Reading
  private let items: [Reference: AgendaItem]
  private let visible: Set<Reference>
  private let handles: Set<String>
  /// Whether whoever is named without an account is so for the members of the body alone.
  private let isForum: Bool

  /// - Parameters:
  ///   - documents: those that will be redacted; what they name is looked up at once.
  ///   - items: every item that the meeting's agenda ever had.
  init(_ documents: [AgendaDocument], items: [AgendaItem], in reading: Reading) throws {
    self.reading = reading
    self.items = Dictionary(uniqueKeysWithValues: items.map { ($0.reference, $0) })
    let all = documents.flatMap(\.items)
    let named = all.flatMap { $0.papers.map(\.reference) } + all.compactMap(\.carriedFrom)
    visible = Set(try Directory.entries(of: named, in: reading).keys)
    let presenters = all.flatMap { $0.presenters.compactMap(\.handle) }
    handles = Set(try reading.people(withHandles: Set(presenters)).keys)
    isForum = try items.first.flatMap { try reading.load($0.body) }?.workersForum ?? false
  }

  /// Whether the caller is told that there is such an item: what they may not see and what is not
  /// on the published agenda yet has no number that would be missed.
  func shows(_ record: AgendaItem) throws -> Bool {
    try record.onPublishedAgenda || reading.maySee(record)
  }

  func redacted(_ document: AgendaDocument) throws -> AgendaDocument {
    var document = document
    let visibility = document.visibility
    document.items = try document.items.compactMap { item in
      guard let record = item.reference.flatMap({ items[$0] }) else {
        return Self.inCamera(called: item.label)
      }
      guard try maySee(record, as: item.visibility ?? visibility) else {
        return try shows(record) ? Self.inCamera(called: item.label) : nil
      }
      var item = item
      let isOpen = max(record.header.visibility, item.visibility ?? visibility ?? .public) < .body
      item.presenters.removeAll { who in
        who.handle.map { !handles.contains($0) } ?? (isForum && isOpen)
      }
      if let origin = item.carriedFrom, !visible.contains(origin) { item.carriedFrom = nil }
      item.papers.removeAll { !visible.contains($0.reference) }
      return item
    }
    return document
  }

  /// The item as it was then and as it is now: the narrower of the two counts.
  private func maySee(_ record: AgendaItem, as visibility: Visibility?) throws -> Bool {
    var record = record
    record.header.visibility = max(record.header.visibility, visibility ?? .public)
    return try reading.maySee(record)
  }

  /// What stands in the place of an item that the caller may not see.
  static func inCamera(called label: String?) -> AgendaDocument.Item {
    var item = AgendaDocument.Item()
    item.title = LocalizedText(
      en: Words(.en)("agenda.inCamera"), fr: Words(.fr)("agenda.inCamera"))
    item.label = label
    return item
  }
}
