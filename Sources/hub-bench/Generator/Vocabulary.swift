/// Words of both languages, some frequent and most rare, as in real texts.
struct Vocabulary {
  /// Stands in about three records of ten.
  static let common = (en: "housing", fr: "logement")

  private static let head: [(en: String, fr: String)] = [
    ("the", "le"), ("of", "de"), ("and", "et"), ("to", "à"), ("in", "dans"), ("for", "pour"),
    ("with", "avec"), ("workers", "travailleurs"), ("permit", "permis"), ("employer", "employeur"),
    ("province", "province"), ("inspection", "inspection"), ("complaint", "plainte"),
    ("legal", "juridique"), ("clinic", "clinique"), ("interpreter", "interprète"),
    ("health", "santé"), ("wages", "salaires"), ("hours", "heures"), ("contract", "contrat"),
    ("season", "saison"), ("farm", "ferme"), ("greenhouse", "serre"), ("union", "syndicat"),
    ("consulate", "consulat"), ("table", "table"), ("report", "rapport"),
    ("funding", "financement"),
    ("agreement", "accord"), ("outreach", "rayonnement"), ("training", "formation"),
    ("rights", "droits"), ("transport", "transport"), ("winter", "hiver"), ("regional", "régional"),
    ("community", "communauté"), ("meeting", "réunion"), ("evaluation", "évaluation"),
    ("pilot", "pilote"), ("access", "accès"), ("services", "services"), ("language", "langue"),
    ("Spanish", "espagnol"), ("arrival", "arrivée"), ("airport", "aéroport"),
    ("safety", "sécurité"),
    ("standard", "norme"), ("response", "réponse"), ("deadline", "échéance"), ("budget", "budget"),
  ]

  private let words: [(en: String, fr: String)]

  init() {
    var dice = Dice(2026)
    let begins = [
      "b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "tr", "pl", "gr",
    ]
    let middles = ["a", "e", "i", "o", "u", "ai", "ou", "ea"]
    func word(_ dice: inout Dice, _ end: String) -> String {
      var text = ""
      for _ in 0..<(2 + dice.below(2)) { text += dice.pick(begins) + dice.pick(middles) }
      return text + end
    }
    words =
      Self.head
      + (0..<6000).map { _ in
        (
          word(&dice, dice.pick(["n", "s", "r", "ing", "ed"])),
          word(&dice, dice.pick(["", "e", "és"]))
        )
      }
  }

  /// A text of so many words in each language.
  func text(_ count: Int, _ dice: inout Dice, with extra: (en: String, fr: String)? = nil) -> (
    en: String, fr: String
  ) {
    var en = ""
    var fr = ""
    let place = extra == nil ? -1 : dice.below(count)
    for index in 0..<count {
      // The third power: a few words make up much of every text, most are met now and then.
      let chance = dice.fraction()
      let word =
        index == place ? extra! : words[Int(chance * chance * chance * Double(words.count))]
      if index > 0 {
        en += index % 12 == 0 ? ". " : " "
        fr += index % 12 == 0 ? ". " : " "
      }
      en += word.en
      fr += word.fr
    }
    return (en, fr)
  }

  /// How many rare words there are; each stands in three records.
  static let rareCount = 64

  /// A word that nothing else begins with.
  static func rare(_ index: Int) -> String {
    let letters = Array("bcdfghjklmnpqrst")
    return "quilv\(letters[index / 16 % 16])\(letters[index % 16])ex"
  }
}
