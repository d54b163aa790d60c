import HubApp
import HubModel
import HubText

/// A plenary and the people around it, for tests of agendas and minutes.
///
/// Farah facilitates, Sam keeps the minutes, Chantal presides; Maria and Denis are members, Olga
/// observes, Wanda came from the workers' forum; Noor belongs to the network and to no body.
package struct MeetingStory: Sendable {
  package let test: TestHub

  package init(now: String = "2019-05-01T16:00:00Z") throws {
    let test = try TestHub(now: "2019-01-07T16:00:00Z")
    try test.hub.write(as: .founder) { writing in
      var network = Network()
      network.name = LocalizedText(en: "Example network", fr: "Réseau exemplaire")
      network.jurisdiction = LocalizedText(en: "Exampleland", fr: "Exemplie")
      network.timeZone = "America/Vancouver"
      network = try writing.create(network)
      func body(_ en: String, _ fr: String, _ kind: BodyKind) throws -> HubModel.Body {
        var body = HubModel.Body()
        body.header.network = network.id
        body.name = LocalizedText(en: en, fr: fr)
        body.kind = kind
        body.workersForum = kind == .forum
        body.quorum = kind == .plenary ? 4 : nil
        return try writing.create(body)
      }
      let plenary = try body("Plenary", "Plénière", .plenary)
      let workers = try body("Workers’ forum", "Forum des travailleurs", .forum)
      func person(_ handle: String, _ role: MembershipRole?, of body: HubModel.Body) throws {
        var person = Person()
        person.header.network = network.id
        person.handle = handle
        person.name = handle.prefix(1).uppercased() + handle.dropFirst()
        person = try writing.create(person)
        guard let role else { return }
        var membership = Membership()
        membership.body = body.id
        membership.person = person.id
        membership.role = role
        membership.startsOn = Day("2018-01-01") ?? Day(number: 0)
        if body.workersForum { membership.onBehalfOf = .worker }
        try writing.create(membership)
      }
      try person("farah", .facilitator, of: plenary)
      try person("sam", .secretary, of: plenary)
      try person("chantal", .chair, of: plenary)
      try person("maria", .member, of: plenary)
      try person("denis", .member, of: plenary)
      try person("olga", .observer, of: plenary)
      try person("wanda", .member, of: workers)
      try person("felix", .facilitator, of: workers)
      try person("noor", nil, of: plenary)
      var organization = Organization()
      organization.header.network = network.id
      organization.name = LocalizedText(en: "Example Ministry", fr: "Ministère exemplaire")
      try writing.create(organization)
      var recommendation = Recommendation()
      recommendation.body = plenary.id
      recommendation.title = LocalizedText(en: "Pay for visits", fr: "Payer les visites")
      try writing.create(recommendation)
    }
    self.init(test: test.at(now))
  }

  private init(test: TestHub) { self.test = test }

  /// The same story at another moment.
  package func at(_ now: String) -> MeetingStory { MeetingStory(test: test.at(now)) }

  /// A file for a plenary of 14 May 2019 with three items, the second one in camera.
  package static let agenda = """
    # Spring plenary / Plénière du printemps

    - Body: Plenary
    - Date: 2019-05-14, 9:00 to 11:00, America/Vancouver
    - Place: Surrey / Surrey

    ## 1. Welcome / Mot de bienvenue

    - Purpose: information
    - Time: 10 min
    - Presenter: @chantal

    ## 2. A complaint / Une plainte

    - Purpose: discussion
    - Time: 20 min
    - Visibility: in camera

    ### English

    The name of the farm.

    ### Français

    Le nom de la ferme.

    ## 3. Housing visits / Visites de logement

    - Purpose: decision
    - Time: 45 min
    - Presenter: @maria
    - Papers: R-1 (decision, decides)

    """

  /// Publishes it and answers what the hub said.
  @discardableResult
  package func publishAgenda() throws -> [String] {
    let answer = try test.sendFile("/agenda-files", Self.agenda, as: "farah").json
    return answer["items"]?.array?.compactMap(\.string) ?? []
  }
}
