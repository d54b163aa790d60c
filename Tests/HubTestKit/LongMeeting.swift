package import HubApp
package import HubModel

/// A meeting for its body alone, with so many and such long items that no export of it is short.
package enum LongMeeting {
  /// Plans it for the hub's first body.
  ///
  /// - Parameters:
  ///   - handle: somebody who may plan for that body.
  ///   - items: how many.
  ///   - bytes: about how long the text of each is in each language.
  @discardableResult
  package static func plan(
    in hub: Hub, as handle: String, items: Int = 40, bytes: Int = 16_000
  ) throws -> ID<Meeting> {
    try hub.write(as: .person(handle)) { writing in
      var meeting = Meeting()
      meeting.body = ID(1)
      meeting.title = LocalizedText(en: "A long meeting", fr: "Une longue réunion")
      meeting.startsAt = writing.now.adding(minutes: 60 * 24 * 30)
      meeting.endsAt = meeting.startsAt.adding(minutes: 60 * 8)
      meeting.timeZone = "America/Vancouver"
      meeting = try writing.create(meeting, visibility: .body)
      for number in 1...items {
        var item = AgendaItem()
        item.meeting = meeting.id
        item.title = LocalizedText(en: "Item \(number)", fr: "Point \(number)")
        (item.purpose, item.duration) = (.discussion, 5)
        item.text = LocalizedText(
          en: text("What was *seen* on farm \(number), as P-1 said & wrote.\n\n", bytes),
          fr: text("Ce qui a été *vu* à la ferme \(number), selon P-1 <ici>.\n\n", bytes))
        try writing.create(item)
      }
      return meeting.id
    }
  }

  private static func text(_ paragraph: String, _ bytes: Int) -> String {
    String(repeating: paragraph, count: max(1, bytes / paragraph.utf8.count))
  }
}
