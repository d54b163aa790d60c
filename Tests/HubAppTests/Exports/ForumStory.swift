import HubApp
import HubModel

/// A forum that was held before the hub was there.
enum ForumStory {
  static func tell(in writing: Writing) throws {
    func both(_ en: String, _ fr: String) -> LocalizedText { LocalizedText(en: en, fr: fr) }
    var body = HubModel.Body()
    body.header.network = ID(1)
    (body.kind, body.defaultVisibility) = (.forum, .public)
    body.name = both("Forum of the valley", "Forum de la vallée")
    body = try writing.create(body, visibility: .public)
    var meeting = Meeting()
    meeting.header.illustrative = true
    meeting.body = body.id
    meeting.title = both("Forum on safe housing", "Forum sur le logement sûr")
    meeting.startsAt = Moment("2018-11-23T17:00:00Z") ?? writing.now
    meeting.endsAt = meeting.startsAt.adding(minutes: 420)
    meeting.timeZone = "America/Vancouver"
    meeting.place = both("Chilliwack", "Chilliwack")
    meeting.introduction = both(
      "Workers and those who stand by them compared notes for a day.",
      "Une journée d’échanges entre travailleurs et celles et ceux qui les appuient.")
    meeting.objectives = both("- Hear from each region.", "- Entendre chaque région.")
    meeting = try writing.create(meeting, on: .past)
    let items: [(String, String, Session?)] = [
      ("Opening", "Ouverture", nil), ("Region by region", "D’une région à l’autre", .panel),
      ("What tenants know", "Ce que savent les locataires", .roundTable),
      ("Reading a lease", "Lire un bail", .workshop),
      ("Calling an inspector", "Appeler l’inspection", .workshop),
    ]
    for (en, fr, session) in items {
      try ExportStory.item(of: meeting.id, en, fr, .discussion, 40, in: writing) {
        $0.session = session
        if session == .panel {
          $0.text = both("What each region sees coming.", "Ce que chaque région voit venir.")
        }
      }
    }
    try writing.move(ID<Agenda>(meeting.id.number), to: "published")
    try writing.move(meeting.id, to: "held")
    var minutes = Minutes()
    minutes.header.number = meeting.id.number
    minutes.meeting = meeting.id
    try writing.create(minutes)
    let groups: [(StakeholderGroup, Int, String?)] = [
      (.worker, 34, "Fraser Valley"), (.worker, 12, "Okanagan"), (.union, 9, "Fraser Valley"),
      (.communityOrganization, 15, "Metro Vancouver"), (.consulate, 2, nil),
    ]
    for (group, count, region) in groups {
      var attendance = Attendance()
      (attendance.meeting, attendance.count) = (meeting.id, count)
      (attendance.stakeholderGroup, attendance.region) = (group, region)
      try writing.create(attendance, visibility: .public)
    }
    let knowledge = both("Knowledge", "Connaissances")
    let services = both("Services", "Services")
    let item = ID<AgendaItem>(10)
    let recommendations = [
      ("Count the beds.", "Compter les lits.", knowledge),
      ("Open a line in Spanish.", "Ouvrir une ligne en espagnol.", services),
      ("Publish what inspections find.", "Publier les constats des inspections.", knowledge),
    ]
    for (en, fr, area) in recommendations {
      var recommendation = Recommendation()
      (recommendation.item, recommendation.title) = (item, both(en, fr))
      recommendation.priorityArea = area
      try writing.create(recommendation)
    }
    for item in try writing.items(of: meeting.id)
    where item.header.state == AgendaItem.State.planned.rawValue {
      try writing.move(item.id, to: "dealtWith")
    }
    for state in ["corrections", "approved", "published"] {
      try writing.move(
        ID<Minutes>(meeting.id.number), to: state, reason: "By letter / Par lettre")
    }
    for number in 2...4 as ClosedRange<Int64> {
      try writing.move(ID<Recommendation>(number), to: "inReview")
      try writing.move(ID<Recommendation>(number), to: "tabled") { $0.tabledAt = item }
      if number < 4 { try writing.move(ID<Recommendation>(number), to: "adopted") }
    }
  }
}
