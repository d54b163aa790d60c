import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText

/// A housing group's meeting and a forum in a small network, with what became of both.
///
/// Amara facilitates the group; Luc and Priya are members; Nadia is staff; Viktor belongs to the
/// network and to no body; Denise decides for the funder.
struct ExportStory {
  static let digest = ID<Meeting>(1)
  static let forum = ID<Meeting>(2)

  let test: TestHub

  /// How far the story is told.
  enum Part: Int {
    case planned, held, whole
  }

  init() throws { try self.init(in: TestHub(now: "2019-03-01T16:00:00Z"), until: .whole) }

  /// - Parameter test: stands in March 2019.
  init(in test: TestHub, until part: Part) throws {
    self.test = test
    try test.hub.write(as: .founder) { try Self.found(in: $0) }
    try test.hub.write(as: .person("amara")) { try Self.plan(in: $0) }
    guard part != .planned else { return }
    try test.at("2019-04-10T16:00:00Z").hub.write(as: .person("amara")) { try Self.hold(in: $0) }
    guard part != .held else { return }
    try test.at("2019-05-20T16:00:00Z").hub.write(as: .person("amara")) {
      try Self.approve(in: $0)
    }
    try test.at("2019-06-03T16:00:00Z").hub.write(as: .person("denise")) {
      try Self.fund(in: $0)
    }
    try test.hub.write(as: .person("nadia")) { try ForumStory.tell(in: $0) }
  }

  /// The export as somebody gets it.
  func export(
    _ kind: String, of meeting: ID<Meeting> = digest, _ language: String = "en",
    _ format: String = "html", as handle: String? = nil
  ) -> Response {
    test.send(
      .get, "/exports/\(kind)", as: handle,
      query: ["meeting": meeting.description, "lang": language, "format": format])
  }

  static func both(_ en: String, _ fr: String) -> LocalizedText { LocalizedText(en: en, fr: fr) }

  private static func found(in writing: Writing) throws {
    var network = Network()
    network.name = both("Fraser Valley network", "Réseau de la vallée du Fraser")
    network.jurisdiction = both("British Columbia", "Colombie-Britannique")
    network.timeZone = "America/Vancouver"
    network = try writing.create(network)
    func organization(_ en: String, _ fr: String, _ kind: StakeholderGroup) throws {
      var organization = Organization()
      organization.header.network = network.id
      (organization.name, organization.kind) = (both(en, fr), kind)
      organization.regions = ["Fraser Valley"]
      try writing.create(organization)
    }
    try organization("Growers’ Helpline", "Ligne d’aide des champs", .communityOrganization)
    try organization("Harvest Workers Local 12", "Section 12 de la récolte", .union)
    try organization("Agency for Fair Work", "Agence du travail équitable", .federalGovernment)
    var group = HubModel.Body()
    group.header.network = network.id
    group.kind = .workingGroup
    group.name = both("Housing group", "Groupe sur le logement")
    group.defaultVisibility = .public
    group = try writing.create(group, visibility: .public)
    let people: [(String, String, String, String, Int64, MembershipRole?)] = [
      ("amara", "Amara Diallo", "Facilitator", "Animatrice", 1, .facilitator),
      ("luc", "Luc Tremblay", "Union organizer", "Conseiller syndical", 2, .member),
      ("priya", "Priya Singh", "Outreach worker", "Intervenante", 1, .member),
      ("nadia", "Nadia Roy", "Coordinator", "Coordonnatrice", 1, nil),
      ("viktor", "Viktor Sokolov", "Paralegal", "Technicien juridique", 2, nil),
      ("denise", "Denise Lavoie", "Programme manager", "Gestionnaire de programme", 3, nil),
    ]
    for (handle, name, en, fr, organization, role) in people {
      var person = Person()
      person.header.network = network.id
      (person.handle, person.name, person.function) = (handle, name, both(en, fr))
      person.organization = ID(organization)
      if handle == "nadia" { person.hubRole = .staff }
      if handle == "denise" { person.duties = [.decisionMaker] }
      person = try writing.create(person)
      guard let role else { continue }
      var membership = Membership()
      (membership.body, membership.person, membership.role) = (group.id, person.id, role)
      membership.startsOn = Day(number: 17_000)
      try writing.create(membership)
    }
  }

  private static func plan(in writing: Writing) throws {
    var meeting = Meeting()
    meeting.body = ID(1)
    meeting.title = both("Spring meeting on housing", "Réunion de printemps sur le logement")
    meeting.startsAt = Moment("2019-04-09T17:00:00Z") ?? writing.now
    meeting.endsAt = meeting.startsAt.adding(minutes: 120)
    meeting.timeZone = "America/Vancouver"
    meeting.mode = .hybrid
    meeting.place = both("Abbotsford, town hall", "Abbotsford, hôtel de ville")
    meeting.languages = ["en", "fr", "es"]
    meeting.objectives = both(
      "- Agree on what inspectors should look at.\n- Say who pays.",
      "- S’entendre sur ce que les inspections devraient vérifier.\n- Dire qui paie.")
    try writing.create(meeting)
    try item("Welcome", "Mot de bienvenue", .information, 10, in: writing) {
      $0.presenter = ID(1)
    }
    try item("Housing inspections", "Inspection des logements", .decision, 45, in: writing) {
      $0.presenter = ID(3)
      $0.text = both("What was seen on **eleven** farms.", "Ce qui a été vu dans **onze** fermes.")
    }
    try item("Budget of the group", "Budget du groupe", .discussion, 15, in: writing) {
      $0.header.visibility = .network
    }
    try item("A complaint", "Une plainte", .discussion, 20, in: writing) {
      $0.header.visibility = .inCamera
    }
    try item("Next steps", "Suite des travaux", .discussion, 10, in: writing)
    try writing.move(ID<Agenda>(1), to: "published")
  }

  @discardableResult
  static func item(
    of meeting: ID<Meeting> = digest, _ en: String, _ fr: String, _ purpose: Purpose,
    _ minutes: Int, in writing: Writing, _ change: (inout AgendaItem) -> Void = { _ in }
  ) throws -> AgendaItem {
    var item = AgendaItem()
    item.meeting = meeting
    (item.title, item.purpose, item.duration) = (both(en, fr), purpose, minutes)
    item.header.visibility = .public
    change(&item)
    return try writing.create(item, visibility: item.header.visibility)
  }
}
