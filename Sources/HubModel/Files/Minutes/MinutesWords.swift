/// The words that only minutes files have.
enum MinutesWords {
  static let status = WordTable<AgendaItem.State>([
    (.planned, ["planned"], ["prévu"]),
    (.dealtWith, ["dealt with", "dealtWith"], ["traité"]),
    (.deferred, ["deferred", "postponed"], ["reporté"]),
    (.notReached, ["not reached", "notReached"], ["non abordé", "pas abordé"]),
    (.withdrawn, ["withdrawn"], ["retiré"]),
  ])

  static let outcome = WordTable<MinutesDocument.Outcome.Kind>([
    (.information, ["Information"], ["Information"]),
    (
      .decision,
      ["Decision", "Resolution", "Motion", "Amendment"] + resolved.en,
      ["Décision", "Résolution", "Motion", "Proposition", "Amendement"] + resolved.fr
    ),
    (.action, ["Action", "Action item"], ["Mesure", "Mesure de suivi", "Action"]),
    (.recommendation, ["Recommendation"], ["Recommandation"]),
  ])

  /// How a motion begins that says by itself that it was carried.
  static let resolved = (
    en: ["Resolved", "It was resolved", "It is resolved", "Be it resolved"],
    fr: ["Il est résolu", "Il a été résolu", "Résolu", "Il est décidé"]
  )

  /// The first bytes of the words for outcomes, in both cases.
  static let outcomeInitials = Set(
    (outcome.words.en + outcome.words.fr
      + ["Resolution", "Motion", "Proposition", "It is", "Be it", "Il est"] + MotionLead.words)
      .flatMap {
        [$0.utf8.first, $0.lowercased().utf8.first].compactMap(\.self)
      })

  /// What people write for an outcome, and which one they mean: told, not taken for it.
  static let likeOutcome = WordTable<OutcomeWord>([
    (
      .init(kind: .decision, language: .en),
      ["decided", "agreement"], []
    ),
    (.init(kind: .decision, language: .fr), [], ["décidé", "vote"]),
    (
      .init(kind: .action, language: .en), ["task", "to do", "todo", "follow-up", "action point"],
      []
    ),
    (.init(kind: .action, language: .fr), [], ["tâche", "à faire", "suivi"]),
    (.init(kind: .recommendation, language: .fr), [], ["avis"]),
  ])

  /// A word for an outcome in a language.
  struct OutcomeWord: Hashable, Sendable {
    let kind: MinutesDocument.Outcome.Kind
    let language: Language
  }

  /// Whether a word for a decision says only what was asked.
  static func isMotion(_ word: ArraySlice<UInt8>) -> Bool {
    ["motion", "proposition", "amendment", "amendement"].contains {
      Folding.folded(word).starts(with: $0.utf8)
    }
  }

  /// Whether it is the word for an amendment of the motion before it.
  static func isAmendment(_ word: ArraySlice<UInt8>) -> Bool {
    ["amendment", "amendement"].contains { Folding.folded(word).starts(with: $0.utf8) }
  }

  /// What can stand in the parentheses after a decision, with a colon or a name after it.
  enum MotionPart: Sendable { case mover, seconder, covers, rollCall, amends, resolution }

  static let motionPart = WordTable<MotionPart>([
    (.mover, ["moved by", "mover"], ["proposé par", "proposée par"]),
    (
      .seconder, ["seconded by", "seconder"],
      ["appuyé par", "appuyée par", "secondé par", "secondée par"]
    ),
    (.covers, ["items", "item", "with items"], ["points", "point", "avec les points"]),
    (.rollCall, ["roll call", "roll-call vote"], ["appel nominal", "vote par appel nominal"]),
    (.amends, ["amends"], ["modifie"]), (.resolution, ["resolution"], ["résolution"]),
  ])

  /// The heading under which outcomes are written.
  static let outcomes = WordTable<Bool>([
    (true, ["Outcomes", "Outcome"], ["Résultats", "Résultat"])
  ])

  /// Before a number that nobody counted exactly.
  static let about = WordTable<Bool>([
    (
      true,
      ["approximately", "about", "approx.", "approx", "around", "roughly", "circa", "~", "≈"],
      [
        "environ", "env.", "approximativement", "à peu près", "autour de", "plus ou moins",
        "quelque",
      ]
    )
  ])

  static let method = WordTable<DecisionMethod>([
    (.consensus, ["consensus", "by consensus"], ["consensus", "par consensus"]),
    (.vote, ["vote"], ["vote"]),
    (
      .unanimous, ["unanimous", "unanimously", "carried unanimously", "unanimous vote"],
      [
        "à l’unanimité", "unanimité", "unanime", "adoptée à l’unanimité", "adopté à l’unanimité",
      ]
    ),
  ])

  static let disposition = WordTable<Disposition>([
    (
      .carried, ["carried", "adopted", "passed", "approved", "agreed"],
      ["adoptée", "adopté", "acceptée", "accepté", "approuvée", "approuvé"]
    ),
    (
      .lost, ["lost", "defeated", "rejected", "not carried", "failed"],
      ["rejetée", "rejeté", "défaite", "battue", "non adoptée", "refusée"]
    ),
    (.tied, ["tied", "tie", "tie vote"], ["partage égal", "égalité", "égalité des voix"]),
    (.deferred, ["deferred", "postponed"], ["reportée", "reporté", "différée"]),
    (.referred, ["referred", "referred back"], ["renvoyée", "renvoyé"]),
    (.withdrawn, ["withdrawn"], ["retirée", "retiré"]),
  ])

  static let castingVote = WordTable<CastingVote>([
    (
      .inFavour, ["casting vote for", "casting vote in favour"],
      ["voix prépondérante pour", "vote prépondérant pour"]
    ),
    (
      .against, ["casting vote against"], ["voix prépondérante contre", "vote prépondérant contre"]
    ),
  ])

  enum Side: Sendable { case inFavour, against, abstained }

  static let side = WordTable<Side>([
    (.inFavour, ["for", "in favour", "yes"], ["pour", "oui"]),
    (.against, ["against", "opposed", "no"], ["contre", "non"]),
    (
      .abstained, ["abstained", "abstention", "abstentions", "abstaining"],
      ["abstention", "abstentions"]
    ),
  ])

  static let advice = WordTable<RecommendationKind>([
    (.policy, ["policy"], ["politique", "politiques"]),
    (.funding, ["funding"], ["financement"]),
    (.practice, ["practice"], ["pratique", "pratiques"]),
  ])

  enum Trait: Sendable { case theme, area }

  static let trait = WordTable<Trait>([
    (.theme, ["theme", "themes"], ["thème", "thèmes"]),
    (.area, ["area", "priority area"], ["domaine", "domaine prioritaire"]),
  ])

  static let group = WordTable<StakeholderGroup>([
    (
      .communityOrganization,
      ["community organization", "community organizations", "communityOrganization"],
      ["organisme communautaire", "organismes communautaires"]
    ),
    (.union, ["union", "unions"], ["syndicat", "syndicats"]),
    (
      .worker, ["worker", "workers"],
      [
        "travailleurs", "travailleur", "travailleuse", "travailleuses",
        "travailleuses et travailleurs",
      ]
    ),
    (
      .employerAssociation,
      ["employer association", "employer associations", "employerAssociation"],
      ["association d’employeurs", "associations d’employeurs", "association patronale"]
    ),
    (
      .federalGovernment, ["federal government", "federalGovernment"], ["gouvernement fédéral"]
    ),
    (
      .provincialGovernment,
      ["provincial government", "provincial governments", "provincialGovernment"],
      ["gouvernement provincial", "gouvernements provinciaux"]
    ),
    (
      .municipalGovernment,
      ["municipal government", "municipal governments", "municipalGovernment", "municipality"],
      ["administration municipale", "administrations municipales", "municipalité"]
    ),
    (.consulate, ["consulate", "consulates"], ["consulat", "consulats"]),
    (.police, ["police"], ["police"]),
    (.academic, ["academic", "academics"], ["milieu universitaire", "universitaires"]),
    (
      .legalClinic, ["legal clinic", "legal clinics", "legalClinic"],
      ["clinique juridique", "cliniques juridiques"]
    ),
    (.health, ["health"], ["santé"]),
    (
      .faithGroup, ["faith group", "faith groups", "faithGroup"],
      ["groupe confessionnel", "groupes confessionnels"]
    ),
  ])
}
