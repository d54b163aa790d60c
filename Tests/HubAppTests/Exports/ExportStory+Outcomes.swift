import HubApp
import HubModel

extension ExportStory {
  /// The meeting is held; what it concludes is provisional.
  static func hold(in writing: Writing) throws {
    try writing.move(digest, to: "held")
    var minutes = Minutes()
    minutes.header.number = digest.number
    minutes.meeting = digest
    try writing.create(minutes)
    for (number, en, fr) in [
      (
        2 as Int64, "Three of the farms had no second exit; see R-1.",
        "Trois fermes n’avaient pas de deuxième sortie; voir R-1."
      ),
      (5, "The group meets again in September.", "Le groupe se réunit de nouveau en septembre."),
    ] { try note(number, en, fr) }
    for number in 1...4 { try writing.move(ID<AgendaItem>(Int64(number)), to: "dealtWith") }
    try writing.move(ID<AgendaItem>(5), to: "deferred")
    for person in [1, 2, 3] as [Int64] {
      var attendance = Attendance()
      (attendance.meeting, attendance.person) = (digest, ID(person))
      try writing.create(attendance, visibility: .public)
    }
    var workers = Attendance()
    (workers.meeting, workers.count, workers.stakeholderGroup) = (digest, 6, .worker)
    workers.region = "Fraser Valley"
    try writing.create(workers, visibility: .public)
    var decision = Decision()
    decision.item = ID(2)
    decision.text = both(
      "Ask that inspectors see housing before workers arrive.",
      "Demander que les logements soient inspectés avant l’arrivée des travailleurs.")
    decision.method = .vote
    decision.votes = [
      VoteCount(group: .communityOrganization, inFavour: 6, against: 0, abstained: 1),
      VoteCount(group: .union, inFavour: 4, against: 0, abstained: 0),
      VoteCount(group: .employerAssociation, inFavour: 1, against: 2, abstained: 1),
    ]
    try writing.create(decision)
    var secret = Decision()
    secret.item = ID(4)
    secret.text = both("Refer the complaint to counsel.", "Confier la plainte à l’avocate.")
    try writing.create(secret, visibility: .inCamera)
    try action("Write the checklist for R-1", "Écrire la liste de vérification pour R-1", 2) {
      $0.dueOn = Day("2019-05-31")
      $0.assignee = ID(2)
    }
    try action("Share the photos", "Diffuser les photos", 5) { $0.assignee = ID(3) }
    var recommendation = Recommendation()
    recommendation.item = ID(2)
    recommendation.title = both(
      "Pay for inspections before arrival.", "Payer les inspections avant l’arrivée.")
    recommendation.kind = .funding
    recommendation.addressees = [ID(3)]
    recommendation.tabledAt = ID(2)
    recommendation = try writing.create(recommendation)
    for state in ["inReview", "tabled", "adopted"] {
      try writing.move(recommendation.id, to: state)
    }
    func note(_ item: Int64, _ en: String, _ fr: String) throws {
      var notes = ItemNotes()
      (notes.item, notes.notes) = (ID(item), both(en, fr))
      try writing.create(notes)
    }
    func action(
      _ en: String, _ fr: String, _ item: Int64, _ change: (inout ActionItem) -> Void
    ) throws {
      var action = ActionItem()
      (action.item, action.title) = (ID(item), both(en, fr))
      change(&action)
      try writing.create(action)
    }
  }

  /// The minutes are approved; a due date moves, one text changes in English only, and another
  /// loses its French.
  static func approve(in writing: Writing) throws {
    try writing.move(ID<ActionItem>(1), to: "inProgress")
    try writing.edit(ID<ActionItem>(1)) {
      $0.dueOn = Day("2019-06-28")
      $0.title.en = "Write and test the checklist for R-1"
      $0.title.stale = .fr
    }
    for state in ["corrections", "approved", "published"] {
      try writing.move(ID<Minutes>(1), to: state, reason: "By letter / Par lettre")
    }
    try writing.edit(ID<ActionItem>(2), on: .erratum) { $0.title.fr = "" }
    try writing.move(ID<Recommendation>(1), to: "transmitted")
  }

  /// A funder answers with money.
  static func fund(in writing: Writing) throws {
    var funding = FundingDecision()
    funding.title = both("Inspections before arrival", "Inspections avant l’arrivée")
    (funding.funder, funding.amount) = (ID(3), Money(cents: 12_500_000))
    funding.header.illustrative = true
    funding = try writing.create(funding)
    for state in ["underConsideration", "approved", "announced"] {
      try writing.move(funding.id, to: state)
    }
    var hidden = FundingDecision()
    hidden.title = both("Nobody may know yet", "Personne ne doit encore le savoir")
    hidden.funder = ID(3)
    hidden = try writing.create(hidden)
    for decision in [funding, hidden] {
      var basis = Basis()
      (basis.fundingDecision, basis.influence) = (decision.id, .cited)
      basis.conclusion = Reference(.recommendation, 1)
      basis.evidence = both("Annex B names it.", "L’annexe B la nomme.")
      try writing.create(basis)
    }
    var agreement = Agreement()
    agreement.title = both("Inspections in the valley", "Inspections dans la vallée")
    (agreement.funder, agreement.holder) = (ID(3), ID(1))
    (agreement.fundingDecision, agreement.amount) = (funding.id, funding.amount)
    agreement.startsOn = Day("2019-07-01")
    agreement.endsOn = Day("2020-03-31")
    agreement = try writing.create(agreement)
    try writing.move(agreement.id, to: "signed")
    var part = Agreement()
    part.title = both("Peer inspectors", "Inspectrices et inspecteurs pairs")
    (part.funder, part.holder, part.parent) = (ID(3), ID(2), agreement.id)
    part.amount = Money(cents: 2_000_050)
    part = try writing.create(part)
    try writing.move(part.id, to: "signed")
  }
}
