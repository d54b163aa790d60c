import HubModel

/// What must hold before an agenda is published.
enum AgendaRules {
  static func faults(_ meeting: Meeting, _ items: [AgendaItem], in writing: Writing) throws
    -> [Fault]
  {
    let languages = try writing.languages(of: meeting.header.network)
    var faults = writing.missingTranslations(in: meeting, languages: languages, at: "/meeting")
    if items.isEmpty { faults.append(Fault("noItems", at: "/items")) }
    for (index, item) in items.enumerated() {
      let pointer = "/items/\(index)"
      faults += writing.missingTranslations(in: item, languages: languages, at: pointer)
    }
    let total = items.reduce(0) { $0 + ($1.duration ?? 0) }
    if total > meeting.minutes {
      faults.append(
        Fault(
          "itemsExceedMeeting", at: "/items",
          ["total": String(total), "available": String(meeting.minutes)]))
    }
    return faults
  }
}
