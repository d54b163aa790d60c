/// The words of agenda and minutes files for values that the hub knows.
enum FileWords {
  static let visibility = WordTable<Visibility>([
    (.public, ["public"], ["public", "publique"]),
    (.network, ["network"], ["réseau"]),
    (.body, ["body"], ["instance"]),
    (.inCamera, ["in camera", "inCamera"], ["huis clos", "à huis clos"]),
    (.private, ["private"], ["privé", "privée"]),
  ])

  static let mode = WordTable<MeetingMode>([
    (.inPerson, ["in person", "in-person", "inPerson"], ["en personne", "en présentiel"]),
    (.virtual, ["virtual", "online"], ["virtuelle", "virtuel", "en ligne"]),
    (.hybrid, ["hybrid"], ["hybride"]),
  ])

  static let purpose = WordTable<Purpose>([
    (.information, ["information", "for information"], ["information", "pour information"]),
    (.discussion, ["discussion", "for discussion"], ["discussion", "pour discussion"]),
    (.decision, ["decision", "for decision"], ["décision", "pour décision"]),
    (.consent, ["consent", "consent agenda"], ["consentement", "adoption en bloc"]),
  ])

  static let session = WordTable<Session>([
    (.panel, ["panel"], ["panel", "table d’experts"]),
    (.roundTable, ["round table", "round-table", "roundTable"], ["table ronde"]),
    (.workshop, ["workshop"], ["atelier"]),
  ])

  static let role = WordTable<ConsiderationRole>([
    (.information, ["information", "for information"], ["information", "pour information"]),
    (.hearing, ["hearing"], ["audition"]),
    (.decision, ["decision", "for decision"], ["décision", "pour décision"]),
  ])

  /// That this body is the one that decides on a paper.
  static let decides = WordTable<Bool>([
    (true, ["decides", "decisive"], ["tranche", "décisif", "décisoire"])
  ])

  static let yesNo = WordTable<Bool>([
    (true, ["yes", "true"], ["oui", "vrai"]),
    (false, ["no", "false"], ["non", "faux"]),
  ])

  static let held = WordTable<Bool>([(true, ["held"], ["tenue", "tenu"])])

  static let language = WordTable<Language>([
    (.en, ["English", "en"], ["Anglais", "en"]),
    (.fr, ["French", "fr"], ["Français", "fr"]),
  ])
}
