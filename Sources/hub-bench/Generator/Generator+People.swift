import HubApp
import HubModel

extension Generator {
  /// Networks, organizations, people, bodies and who belongs to them.
  mutating func people(in writing: Writing) throws {
    let start = Moment(milliseconds: Int64(Plan.firstDay - 30) * 86_400_000)
    for number in 1...Int64(Plan.networks) {
      var network = Network()
      network.header = header(next(.network), number, .public, start)
      network.name = LocalizedText(en: "Network \(number)", fr: "Réseau \(number)")
      network.jurisdiction = LocalizedText(en: "Province \(number)", fr: "Province \(number)")
      try keep(network, in: writing)
    }
    for index in 0..<plan.organizations { try organization(index, start, in: writing) }
    for index in 0..<plan.people { try person(index, start, in: writing) }
    for index in 0..<plan.bodies { try body(index, start, in: writing) }
    members = [[Int64]](repeating: [], count: plan.bodies)
    for index in 0..<plan.people { try memberships(index, start, in: writing) }
  }

  func network(of index: Int) -> Int64 { Int64(index % Plan.networks) + 1 }

  private mutating func organization(_ index: Int, _ at: Moment, in writing: Writing) throws {
    var record = Organization()
    record.header = header(next(.organization), network(of: index), .public, at)
    record.name = localized(vocabulary.text(4, &dice))
    record.kind = index % 10 == 0 ? .provincialGovernment : .communityOrganization
    record.description = localized(vocabulary.text(30, &dice))
    record.regions = ["west"]
    record.sectors = ["agriculture"]
    record.languagesOfService = ["en", "fr", "es"]
    try keep(record, in: writing)
  }

  private mutating func person(_ index: Int, _ at: Moment, in writing: Writing) throws {
    var record = Person()
    let number = next(.person)
    record.header = header(number, network(of: index), .network, at)
    record.handle = Plan.handle(index + 1)
    record.name = "Person \(vocabulary.text(2, &dice).en)"
    record.function = localized(vocabulary.text(3, &dice))
    record.organization = ID(Int64(index % plan.organizations) + 1)
    record.email = "\(record.handle)@example.org"
    // The first of each network are its staff, the next the hub's admins.
    if index < Plan.networks * 2 { record.hubRole = index < Plan.networks ? .staff : .admin }
    if index % 50 == 7 { record.duties = [.decisionMaker] }
    try keep(record, in: writing)
  }

  private mutating func body(_ index: Int, _ at: Moment, in writing: Writing) throws {
    var record = Body()
    record.header = header(next(.body), network(of: index), .network, at)
    record.name = localized(vocabulary.text(4, &dice))
    record.mandate = localized(vocabulary.text(40, &dice))
    record.kind = [.plenary, .workingGroup, .workingGroup, .governmentTable, .forum][index % 5]
    record.defaultVisibility = record.kind.features.visibility
    if index % 10 == 7 { record.defaultVisibility = .inCamera }
    try keep(record, in: writing)
  }

  /// A person sits in bodies of their own network.
  private mutating func memberships(_ index: Int, _ at: Moment, in writing: Writing) throws {
    var taken: Set<Int> = []
    for turn in 0..<plan.membershipsPerPerson {
      let choice = dice.below((plan.bodies + Plan.networks - 1) / Plan.networks) * Plan.networks
      let body = min(choice + index % Plan.networks, plan.bodies - 1)
      guard taken.insert(body).inserted else { continue }
      var record = Membership()
      record.header = header(next(.membership), network(of: index), .network, at)
      record.body = ID(Int64(body) + 1)
      record.person = ID(Int64(index) + 1)
      record.role = members[body].count < 2 ? .facilitator : turn == 2 ? .observer : .member
      record.startsOn = Day(number: Plan.firstDay - 30)
      members[body].append(Int64(index) + 1)
      try keep(record, in: writing)
    }
  }
}
