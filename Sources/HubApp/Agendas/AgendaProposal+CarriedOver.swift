import HubModel
import HubWords

extension AgendaProposal {
  /// Items that come back, each with the item it comes from, how often it was deferred and where
  /// it began.
  func carriedOver() throws -> [AgendaDocument.Item] {
    let waiting = try reading.itemsToCarryOver(of: body.id)
    guard !waiting.isEmpty else { return [] }
    let papers = Dictionary(
      grouping: try reading.visiblePapers(of: waiting.map(\.id)), by: \.item)
    let items = waiting.filter { !isMadeAnew($0, papers[$0.id] ?? []) }
    let lineages = try reading.lineages(of: items.map(\.id))
    let first = try firstItems(of: items, lineages)
    let visible = try Directory.entries(
      of: papers.values.flatMap { $0.map(\.paper) }, in: reading)
    let handles = try visibleHandles(of: items.flatMap(\.presenters))
    return items.map { record in
      var item = AgendaDocument.Item()
      item.title = record.title.written
      item.purpose = record.purpose
      item.session = record.session
      item.duration = record.duration ?? 10
      item.presenters =
        record.presenters.compactMap { handles[$0] }.map(PersonInFile.handle)
        + record.presenterNames.map(PersonInFile.named)
      item.papers = (papers[record.id] ?? []).filter { visible[$0.paper] != nil }.map {
        .init($0.paper, role: $0.role, decisive: $0.decisive)
      }
      item.carriedFrom = record.reference
      let own = body.defaultVisibility.visibility
      if record.header.visibility > own { item.visibility = record.header.visibility }
      item.text = text(of: record, first: first[record.id])
      return item
    }
  }

  /// Whether an item of a meeting that was called off is one with which every agenda begins.
  private func isMadeAnew(_ item: AgendaItem, _ papers: [Consideration]) -> Bool {
    guard item.header.state == AgendaItem.State.planned.rawValue else { return false }
    // Under its title in any language: the network may have had others then.
    let isFollowUp = Language.allCases.contains {
      item.title[$0] == Words($0)("agenda.proposal.followUp")
    }
    return isFollowUp || papers.contains { $0.paper.type == .minutes }
  }

  /// Where something began, as the caller may see it.
  struct Beginning {
    let item: Reference
    let meeting: LocalizedText
    let day: Day?
  }

  private func firstItems(
    of items: [AgendaItem], _ lineages: [ID<AgendaItem>: [ID<AgendaItem>]]
  ) throws -> [ID<AgendaItem>: Beginning] {
    let firsts = Set(lineages.values.compactMap(\.first))
    let records = try reading.visibleItems(firsts)
    let meetings = try Directory.entries(of: records.map(\.meeting.reference), in: reading)
    let known = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
    return lineages.compactMapValues { line in
      guard let record = line.first.flatMap({ known[$0] }),
        let meeting = meetings[record.meeting.reference]
      else { return nil }
      return Beginning(item: record.reference, meeting: meeting.label, day: meeting.day)
    }
  }

  private func text(of record: AgendaItem, first: Beginning?) -> LocalizedText {
    let isDeferred = record.header.state == AgendaItem.State.deferred.rawValue
    let times = record.timesDeferred + (isDeferred ? 1 : 0)
    let former = record.text ?? LocalizedText()
    var text = LocalizedText()
    for language in Language.allCases {
      let words = Words(language)
      var lines: [String] = []
      if times > 0 { lines.append(words("agenda.proposal.deferred", ["count": String(times)])) }
      if let first {
        lines.append(
          words(
            "agenda.proposal.began",
            [
              "item": first.item.description, "meeting": first.meeting.best(language),
              "day": first.day?.long(in: language) ?? "",
            ]))
      }
      let begin = lines.joined(separator: " ")
      let rest = former[language].isEmpty ? former[language.other] : former[language]
      text[language] = [begin, rest].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    return text
  }
}
