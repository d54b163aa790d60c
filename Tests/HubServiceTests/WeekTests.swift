import Foundation
import HubText
import Testing

/// The weeks of two people who know Word and a little terminal, with nothing but what the screens
/// tell them.
@Suite struct WeekTests {
  @Test func `from an empty folder to published minutes, in French`() throws {
    let week = try Week(speaking: "fr_CA.UTF-8")
    week.isNow("2027-01-11T17:00:00Z")
    try week.type("hub action list").refused("hub init")
    try week.type("hub --help").done("Commandes")
    let begun = try week.type(
      "hub init --name-en 'Valley network' --name-fr 'Réseau de la vallée' --admin @sam "
        + "--time-zone America/Vancouver"
    ).done("La suite")
    // Every line that is offered works as it stands, up to the file that somebody has to write.
    for line in begun.offers.prefix(while: { !$0.hasPrefix("# ") }) { try week.type(line).done() }
    try week.type("hub whoami").done("@sam")
    try week.type("hub network edit 'réseau de la vallée' --languages fr").done("N-1")
    week.set("HUB_AS", "@rosa")
    try week.add(
      """

      ## Accueil

      - But : information
      - Durée : 10 min

      ## Logement

      - But : décision
      - Durée : 30 min

      Visites avant la saison.

      """, to: "pleniere.md")
    try week.type("hub agenda check pleniere.md").done("aucune erreur")
    try week.type("hub agenda publish pleniere.md --write").done("M-1")
    try week.type("hub").done("M-1")

    week.isNow("2027-01-15T17:05:00Z")
    try week.type("hub meeting open plénière").refused("M-1")
    try week.type("hub meeting open M-1").done("en séance")
    try week.type("hub attendance add --meeting M-1 --person @rosa").done("AT-1")
    week.isNow("2027-01-15T19:15:00Z")
    try week.type("hub minutes write M-1 --out pv.md").done("pv.md")
    try week.add(
      """

      - Décision : Visiter les logements en avril. (consensus)
      - Mesure : Dresser la liste des logements. @rosa d’ici +2s

      """, to: "pv.md")
    try week.type("hub minutes check pv.md").done()
    try week.type("hub minutes save pv.md").done("A-1")
    try week.type("hub action edit A-1 --details-file - ", answering: "Voir le plan.\n").done()
    try week.type("hub").done("hub minutes circulate M-1")
    try week.type("hub minutes circulate M-1").done("M-1")
    try week.type("hub minutes approve M-1").refused("--reason")
    try week.type("hub minutes approve M-1 --reason 'Accord par écrit'").done("approuvé")
    try week.type("hub").done("hub minutes publish M-1")
    try week.type("hub minutes publish M-1").done("publié")

    week.isNow("2027-02-01T17:00:00Z")
    try week.type("hub").done("hub action done A-1")
    try week.type("hub action reschedule A-1 'vendredi'").done("le vendredi 5 février 2027")
    try week.type("hub action list --mine --state 'à faire'").done("A-1")
    try week.type("hub action done A-1").done("faite")
    try week.type("hub export digest --meeting M-1 --out syntheses").done("syntheses")
    try week.type("hub backup lundi.db").done("lundi.db")
    try week.type("hub verify").done()
  }

  @Test func `a civil servant's week on a service, in English`() throws {
    let serving = try ServingHub()
    try serving.start()
    let server = "http://127.0.0.1:\(serving.port)"
    let admin = try Week(speaking: "en_CA.UTF-8")
    let invited = try admin.type(
      "hub person invite @staff --database '\(serving.path)' --as @admin --json"
    ).done()
    let secret = try #require(JSON(parsing: Array(invited.output.utf8))["secret"]?.string)

    let week = try Week(speaking: "en_CA.UTF-8")
    week.set("HUB_CLOCK", nil)
    try week.type("hub action list --server \(server)").done()
    try week.type("hub action edit A-2 --due friday --server \(server)").refused("hub sign-in")
    let password = "three mauve horses"
    try week.type(
      "hub sign-in --server \(server) --invitation",
      answering: "\(secret)\n\(password)\n\(password)\n"
    ).done("@staff")
    try week.type("hub whoami").done("Amrita Gill (@staff")
    try week.type("hub").done("hub --help")
    try week.type("hub action list --assignee nobody").done("A-2")
    try week.type("hub action assign A-2 'rosa delgado'").refused("@facilitator")
    try week.type("hub action assign A-2 @facilitator").done("Rosa Delgado-Peña (@facilitator)")
    try week.type("hub action edit 'find a room' --due 'next friday'").done("Due: Friday")
    try week.type("hub network edit N-1 --budget '$85,000.50'").done("$85,000.50")
    try week.type("hub network edit N-1 --budget 85,000").refused("85000")
    try week.type(
      "hub meeting add --body 'housing group' --title 'Spring' --title-fr 'Printemps' "
        + "--starts-at '+2w 1:30 pm' --ends-at '3:30 pm'"
    ).done("1:30\u{A0}p.m.")
    try week.type("hub meeting postpone M-1 --to +3w --reason 'A storm'").done("1:30\u{A0}p.m.")
    try week.type("hub meeting show M-1").done("hub meeting cancel M-1 --reason TEXT")
    try week.type("hub meeting cancel M-1").refused("--reason")
    try week.type("hub action start A-2").done("in progress")
    try week.type("hub action done A-1 A-2").refused("A-1")
    try week.type("hub action done A-2").done("done")
    try week.type("hub sign-out").done("signed out")
    try week.type("hub whoami --server \(server)").refused("hub sign-in")
  }
}
