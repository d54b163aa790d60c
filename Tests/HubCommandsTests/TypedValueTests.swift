import Foundation
import HubApp
import HubConsole
import HubModel
import HubTestKit
import HubText
import Testing

/// Values as people write them, and what was understood told back.
@Suite struct TypedValueTests {
  private let hub: Hub

  init() throws { hub = try Door().hub }

  @discardableResult
  private func run(_ arguments: String..., caller: String = "facilitator") -> (
    status: HubConsole.ExitStatus, output: String, errors: String
  ) {
    CommandOnHub.run(
      hub, arguments + ["--as", caller, "--clock", "2019-05-01T16:00:00Z"])
  }

  private func show(_ noun: String, _ reference: String) throws -> JSON {
    try JSON(
      parsing: Array(run(noun, "show", reference, "--json", caller: "staff").output.utf8))
  }

  @Test(arguments: [
    ("-3d", "2019-04-28"), ("3 days ago", "2019-04-28"), ("il y a 2 semaines", "2019-04-17"),
    ("-1", "2019-04-30"), ("+2w", "2019-05-15"),
  ])
  func `a day is typed as it is said, also one that has passed`(_ typed: String, _ day: String)
    throws
  {
    let edited = run("action", "edit", "A-2", "--due", typed)
    #expect(edited.status == .done, "\(edited.errors)")
    #expect(try show("action", "A-2")["dueOn"]?.string == day)
    #expect(edited.output.contains(try #require(Day(day)).long(in: .en)), "\(edited.output)")
  }

  @Test(arguments: [
    ("next meeting", "nextMeeting", "at the next meeting"), ("en continu", "ongoing", "ongoing"),
    ("asap", "asSoonAsPossible", "as soon as possible"),
    ("spring 2020", "2020-spring", "spring 2020"),
  ])
  func `when something is due is typed in words, told back and listed`(
    _ typed: String, _ code: String, _ said: String
  ) throws {
    let edited = run("action", "edit", "A-2", "--due", typed)
    #expect(edited.status == .done && edited.output.contains(said), "\(edited.output)")
    #expect(try show("action", "A-2")["due"]?.string == code)
    #expect(run("action", "list").output.contains(said))
    #expect(run("action", "show", "A-2").output.contains(said))
    let moved = run("action", "reschedule", "A-2", "2020-02-03")
    #expect(moved.status == .done && moved.output.contains("2020"), "\(moved.output)")
    #expect(try show("action", "A-2")["due"] == .null)
    let wrong = run("action", "edit", "A-2", "--due", "some time")
    #expect(wrong.status == .wrongUsage && wrong.errors.contains("next meeting"))
    run("action", "edit", "A-2", "--due", typed)
    #expect(run("action", "edit", "A-2", "--due", "").status == .done)
    #expect(try show("action", "A-2")["due"] == .null)
  }

  @Test func `a day takes the place of words that end on it`() throws {
    run("action", "edit", "A-2", "--due", "fall 2027")
    let edited = run("action", "edit", "A-2", "--due", "2027-12-20")
    #expect(edited.status == .done && edited.output.contains("December 20, 2027"))
    let action = try show("action", "A-2")
    #expect(action["due"] == .null && action["dueOn"] == "2027-12-20")
  }

  @Test(arguments: [("before March 2027", "2027-02-28"), ("avant le printemps 2027", "2027-03-20")])
  func `before a period asks for the day that was meant`(_ typed: String, _ day: String) throws {
    let before = try show("action", "A-2")
    for command in [["action", "edit", "A-2", "--due"], ["action", "reschedule", "A-2"]] {
      let refused = CommandOnHub.run(hub, command + [typed, "--as", "facilitator"])
      #expect(refused.status == .wrongUsage && refused.errors.contains(day), "\(refused.errors)")
    }
    #expect(try show("action", "A-2") == before)
  }

  @Test func `an empty text takes a value away`() throws {
    run("action", "edit", "A-2", "--due", "friday", "--assignee", "@staff")
    let edited = run("action", "edit", "A-2", "--due", "", "--assignee", "", "--details-en", "")
    #expect(edited.status == .done, "\(edited.errors)")
    let action = try show("action", "A-2")
    #expect(action["dueOn"] == .null)
    #expect(action["assignee"] == .null)
  }

  @Test func `what was understood of days and people is told after a write`() {
    let edited = run("action", "edit", "A-2", "--due", "friday", "--assignee", "rosa delgado-pena")
    #expect(edited.output.contains("Due: Friday, May 3, 2019"), "\(edited.output)")
    #expect(edited.output.contains("Rosa Delgado-Peña (@facilitator)"), "\(edited.output)")
    let french = run("action", "edit", "A-2", "--due", "vendredi", "--lang", "fr")
    #expect(french.output.contains("le vendredi 3 mai 2019"), "\(french.output)")
  }

  @Test func `words are chosen as they are printed, in either language`() throws {
    for typed in ["workingGroup", "working-group", "Working group", "groupe de travail"] {
      let listed = run("body", "list", "--kind", typed, "--json", caller: "staff")
      #expect(listed.status == .done, "\(listed.errors)")
      #expect(listed.output.contains("B-1"), "\(typed)")
    }
    for state in ["done", "Done", "faite", "Faite"] {
      #expect(run("action", "list", "--state", state).output.contains("A-1"), "\(state)")
    }
    let refused = run("action", "list", "--state", "finie", "--lang", "fr")
    #expect(refused.status == .wrongUsage)
    #expect(refused.errors.contains("Faite"), "\(refused.errors)")
  }

  @Test func `a list is sorted by what the person calls the field, either way`() throws {
    run("action", "edit", "A-2", "--due", "2020-01-01")
    for sort in ["-due", "-dueOn", "-Due", "-échéance"] {
      let listed = run("action", "list", "--all", "--sort", sort, "--json")
      #expect(listed.status == .done, "\(listed.errors)")
      let items = try JSON(parsing: Array(listed.output.utf8))["items"]?.array ?? []
      #expect(items.compactMap { $0["ref"]?.string } == ["A-2", "A-1"], "\(sort)")
    }
  }

  @Test(arguments: [
    (["--starts-at", "2019-05-14 13 h 30", "--ends-at", "15:30"], 20, 22),
    (["--starts-at", "tuesday, 1:30 pm", "--ends-at", "tuesday 3:30 p.m."], 20, 22),
    (["--starts-at", "2019-05-14T20:30:00Z", "--ends-at", "2019-05-14T22:30:00Z"], 20, 22),
    (
      ["--starts-at", "14 mai 2019 à 13 h 30", "--ends-at", "15 h 30", "--time-zone", "UTC"], 13,
      15
    ),
  ])
  func `hours are those of the network`(_ options: [String], _ start: Int, _ end: Int) throws {
    let added = CommandOnHub.run(
      hub,
      ["meeting", "add", "--body", "housing group", "--title-en", "May", "--title-fr", "Mai"]
        + options + ["--as", "facilitator", "--clock", "2019-05-08T16:00:00Z"])
    #expect(added.status == .done, "\(added.errors)")
    let meeting = try show("meeting", "M-1")
    #expect(meeting["startsAt"]?.string == "2019-05-14T\(start):30:00Z")
    #expect(meeting["endsAt"]?.string == "2019-05-14T\(end):30:00Z")
    let zone = options.contains("UTC") ? "UTC" : "America/Vancouver"
    if !options[1].hasSuffix("Z") { #expect(meeting["timeZone"]?.string == zone) }
  }

  @Test func `a time alone is on the day of the meeting`() throws {
    run(
      "meeting", "add", "--body", "B-1", "--title-en", "May", "--title-fr", "Mai", "--starts-at",
      "2019-05-14 9:00", "--ends-at", "11:00")
    let moved = run("meeting", "edit", "M-1", "--starts-at", "10 h", "--ends-at", "12 h 30")
    #expect(moved.status == .done, "\(moved.errors)")
    #expect(moved.output.contains("Tuesday, May 14, 2019"), "\(moved.output)")
    #expect(try show("meeting", "M-1")["endsAt"]?.string == "2019-05-14T19:30:00Z")
    let dayless = run(
      "meeting", "add", "--body", "B-1", "--title-en", "June", "--title-fr", "Juin",
      "--starts-at", "9:00", "--ends-at", "11:00")
    #expect(dayless.status == .wrongUsage)
    #expect(dayless.errors.contains("--starts-at"), "\(dayless.errors)")
  }

  @Test func `a sum is typed as it is written, and told back`() throws {
    let edited = run("network", "edit", "N-1", "--budget", "85 000,50 $", caller: "admin")
    #expect(edited.status == .done, "\(edited.errors)")
    #expect(edited.output.contains("$85,000.50"), "\(edited.output)")
    #expect(try show("network", "N-1")["budget"]?["amount"]?.string == "85000.50")
    let refused = run("network", "edit", "N-1", "--budget", "1,234", caller: "admin")
    #expect(refused.status == .wrongUsage)
    #expect(refused.errors.contains("1234") && refused.errors.contains("1.234"))
  }

  @Test func `a long text comes from a file or from standard input`() throws {
    let file = NSTemporaryDirectory() + "hub-text-\(UUID().uuidString).md"
    try "\u{FEFF}First line.\r\n\r\nSecond.\r\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let edited = run("action", "edit", "A-2", "--details-en-file", file)
    #expect(edited.status == .done, "\(edited.errors)")
    #expect(try show("action", "A-2")["details"]?["en"]?.string == "First line.\n\nSecond.")
    let twice = run("action", "edit", "A-2", "--details-en-file", file, "--details-en", "Other")
    #expect(twice.status == .wrongUsage)
    let piped = CommandOnHub.run(
      hub, ["action", "edit", "A-2", "--details-fr-file", "-", "--as", "facilitator"],
      typed: "Un texte.\n")
    #expect(piped.status == .done, "\(piped.errors)")
    #expect(try show("action", "A-2")["details"]?["fr"]?.string == "Un texte.")
  }

  @Test func `nobody and no date are asked for by words`() {
    for word in ["nobody", "personne", "none", ""] {
      let listed = run("action", "list", "--all", "--assignee", word)
      #expect(listed.output.contains("A-1"), "\(word): \(listed.errors)")
    }
    for word in ["none", "aucune", ""] {
      let listed = run("action", "list", "--all", "--due", word).output
      #expect(listed.contains("A-2") && !listed.contains("A-1"), "\(word)")
    }
    #expect(run("action", "list", "--all", "--due", "2019-07-23").output.contains("A-1"))
  }

  @Test func `a long text is written in an editor, and kept where it is refused`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hub-edit-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let editor = folder.appending(path: "editor").path
    try "echo 'A second line.' >> \"$1\"\n".write(
      toFile: editor, atomically: true, encoding: .utf8)
    func edit(_ arguments: String..., caller: String = "facilitator") -> (
      status: HubConsole.ExitStatus, output: String, errors: String
    ) {
      CommandOnHub.run(
        hub, arguments + ["--as", caller],
        environment: ["EDITOR": "sh \(editor)", "TMPDIR": folder.path])
    }
    run("action", "edit", "A-2", "--details-en", "A first line.")
    let edited = edit("action", "edit", "A-2", "--edit", "details-en")
    #expect(edited.status == .done, "\(edited.errors)")
    #expect(
      try show("action", "A-2")["details"]?["en"]?.string == "A first line.\nA second line.")

    let refused = edit("network", "edit", "N-1", "--edit", "description-en")
    #expect(refused.status == .notAllowed)
    let quoted = refused.errors.split(whereSeparator: { "“”".contains($0) })
    let kept = try #require(quoted.first { $0.hasSuffix(".md") }, "\(refused.errors)")
    #expect(try String(contentsOfFile: String(kept), encoding: .utf8).contains("A second line."))
    try FileManager.default.removeItem(
      at: URL(filePath: String(kept)).deletingLastPathComponent())
    #expect(edit("action", "edit", "A-1", "A-2", "--edit", "details-en").status == .wrongUsage)
  }
}
