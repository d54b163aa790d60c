package import HubModel
import HubSQL

extension MeetingSeries: Stored {
  package static let table = RecordTable<MeetingSeries>()

  package mutating func settle(
    from former: MeetingSeries?, on occasion: Occasion, in writing: Writing
  ) throws -> [Fault] {
    if let network = try writing.network(of: body) {
      header.network = network
      if timeZone.isEmpty { timeZone = try writing.load(network)?.timeZone ?? timeZone }
    }
    return []
  }
}

extension Reading {
  /// The meetings that came of a series, whoever asks, in their order.
  func meetings(of series: ID<MeetingSeries>) throws -> [Meeting] {
    try loadAll(where: "t.series = \(series.number)", orderedBy: "t.starts_at, t.number")
  }
}
