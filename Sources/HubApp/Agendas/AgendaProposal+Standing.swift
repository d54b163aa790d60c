import HubModel

extension AgendaProposal {
  /// The body's standing items of a placement, as items of an agenda on a day.
  func standing(_ placement: AgendaPlacement, on day: Day) throws -> [AgendaDocument.Item] {
    try reading.standingItems(of: body.id, placement).map { standing in
      var item = AgendaDocument.Item()
      item.title = standing.title.written
      item.purpose = standing.purpose
      item.duration = standing.duration
      let handle = try standing.presenterRole.flatMap {
        try reading.handle(of: $0, in: body.id, on: day)
      }
      item.presenters = handle.map { [.handle($0)] } ?? []
      if standing.header.visibility > body.defaultVisibility.visibility {
        item.visibility = standing.header.visibility
      }
      item.text = standing.text ?? LocalizedText()
      return item
    }
  }
}
