package import HubApp
package import HubModel

/// A small network with named people: an admin, somebody of the staff, a facilitator, and a
/// working group with two action items.
package enum Story {
  /// The references that the story's records get.
  package static let actions = [ID<ActionItem>(1), ID<ActionItem>(2)]

  /// Tells the story in a new hub: 10 history entries.
  package static func tell(in hub: Hub) throws {
    try hub.write(as: .founder) { writing in
      var network = Network()
      network.name = LocalizedText(en: "Pilot network", fr: "Réseau pilote")
      network.jurisdiction = LocalizedText(en: "British Columbia", fr: "Colombie-Britannique")
      network.languages = ["en", "fr"]
      network.timeZone = "America/Vancouver"
      network = try writing.create(network)
      let people: [(String, String, HubRole)] = [
        ("admin", "Hub administrator", .admin), ("staff", "Amrita Gill", .staff),
        ("facilitator", "Rosa Delgado-Peña", .none),
      ]
      for (handle, name, role) in people {
        var person = Person()
        person.header.network = network.id
        (person.handle, person.name, person.hubRole) = (handle, name, role)
        person.email = "\(handle)@example.org"
        person.function = LocalizedText(en: "Works for the network", fr: "Travaille au réseau")
        try writing.create(person)
      }
      var body = Body()
      body.header.network = network.id
      body.kind = .workingGroup
      body.name = LocalizedText(en: "Housing group", fr: "Groupe sur le logement")
      body = try writing.create(body)
      var membership = Membership()
      membership.header.network = network.id
      (membership.body, membership.person, membership.role) = (body.id, ID(3), .facilitator)
      membership.startsOn = Day(number: 17_000)
      try writing.create(membership)
    }
    try hub.write(as: .person("facilitator")) { writing in
      try writing.create(action("Call Rosa Delgado-Peña", "Appeler Rosa Delgado-Peña"))
      try writing.create(action("Find a room", "Trouver une salle"))
      try writing.edit(actions[0]) { $0.dueOn = Day(number: 18_100) }
      try writing.move(actions[0], to: "done")
    }
  }

  private static func action(_ en: String, _ fr: String) -> ActionItem {
    var action = ActionItem()
    action.body = ID(1)
    action.title = LocalizedText(en: en, fr: fr)
    return action
  }
}
