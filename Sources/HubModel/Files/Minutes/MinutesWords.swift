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
    (.decision, ["Decision"], ["Décision"]),
    (.action, ["Action", "Action item"], ["Mesure", "Mesure de suivi", "Action"]),
    (.recommendation, ["Recommendation"], ["Recommandation"]),
  ])

  /// The heading under which outcomes are written.
  static let outcomes = WordTable<Bool>([
    (true, ["Outcomes", "Outcome"], ["Résultats", "Résultat"])
  ])

  static let remote = WordTable<Bool>([
    (true, ["remote", "online", "by phone"], ["à distance", "en ligne", "par téléphone"])
  ])

  static let method = WordTable<DecisionMethod>([
    (.consensus, ["consensus", "by consensus"], ["consensus", "par consensus"]),
    (.vote, ["vote"], ["vote"]),
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
