import HubConsole
import HubModel
import HubText
import HubWords

/// What the hub understood of a minutes file, told back: item by item what was concluded, who does
/// it and by when, and what became of what was there.
enum MinutesReport {
  static func tell(_ answer: JSON, in call: Invocation) {
    let words = call.words
    var table = Table([
      Table.Column(words("column.item"), fixed: true),
      Table.Column(words("column.outcome"), fixed: true),
      Table.Column(words("column.text"), main: true),
      Table.Column(words("column.particulars")),
      Table.Column(words("column.fate"), fixed: true),
    ])
    var isEmpty = true
    var unchanged = 0
    var became: [String: [String]] = [:]
    for item in answer["items"]?.array ?? [] {
      let number = Styled(item["label"]?.string ?? "")
      if item["added"]?.bool == true {
        isEmpty = false
        table.row(
          number, Styled(words("outcome.item")), Styled(text(item["title"], words)), Styled(""),
          Styled(words("fate.created")))
      }
      if let status = item["status"]?.string {
        became[status, default: []].append(item["label"]?.string ?? "")
      }
      tellSitting(of: item, call)
      for review in item["reviews"]?.array ?? [] {
        isEmpty = false
        table.row(
          number, Styled(words("outcome.action") + " " + (review["action"]?.string ?? "")),
          Styled(""), Styled(review["said"]?.string ?? ""),
          Styled(words(review["isDropped"]?.bool == true ? "fate.notSaid" : "fate.reviewed")))
      }
      for outcome in item["outcomes"]?.array ?? [] {
        let fate = outcome["fate"]?.string ?? ""
        guard fate != "unchanged" else {
          unchanged += 1
          continue
        }
        isEmpty = false
        let kind = words("outcome.\(outcome["kind"]?.string ?? "")")
        let name = [kind, outcome["ref"]?.string].compactMap(\.self).joined(separator: " ")
        table.row(
          number, Styled(name), Styled(text(outcome["text"], words)),
          Styled(outcome["particulars"]?.string ?? ""), Styled(words("fate.\(fate)")))
      }
    }
    if !isEmpty { call.show(table) }
    for (status, numbers) in became.sorted(by: { $0.key < $1.key }) {
      let arguments = [
        "status": words("state.agendaItem.\(status)"), "numbers": numbers.joined(separator: ", "),
      ]
      call.say(words("minutes.itemsBecame", arguments))
    }
    if unchanged > 0 { call.say(words("minutes.outcomesUnchanged", ["count": String(unchanged)])) }
    if !(answer["kept"]?.array ?? []).isEmpty { call.say(words("minutes.outcomesKept")) }
    tellTimes(answer["times"], call)
    tellAttendance(answer["attendance"], call)
  }

  /// `Item 4, recused: P-3`, `Item 4: quorum was lost.`
  static func tellSitting(of item: JSON, _ call: Invocation) {
    let number = ["number": item["label"]?.string ?? ""]
    if let recused = item["recused"]?.array {
      let people = recused.compactMap(\.string).joined(separator: ", ")
      let said = people.isEmpty ? call.words("echo.none") : people
      call.say(
        call.words("minutes.recused", number.merging(["people": said]) { $1 }))
    }
    if item["quorumLost"]?.bool == true { call.say(call.words("minutes.quorumLost", number)) }
  }

  /// `Called to order: 1:05 p.m.`
  static func tellTimes(_ changes: JSON?, _ call: Invocation) {
    for change in changes?.array ?? [] {
      let field = call.words.field(change["field"]?.string ?? "", of: .minutes)
      let value = change["after"]?.string ?? call.words("echo.none")
      call.say(call.words("echo.field", ["field": field, "value": value]))
    }
  }

  static func tellAttendance(_ counts: JSON?, _ call: Invocation) {
    tellLines(counts?["lines"]?.array ?? [], call)
    let told = ["added", "changed", "removed"].compactMap { name -> String? in
      guard let count = counts?[name]?.integer, count > 0 else { return nil }
      return call.words("attendance.\(name)", ["count": String(count)])
    }
    guard !told.isEmpty else { return }
    call.say(call.words("minutes.attendance", ["changes": told.joined(separator: ", ")]))
  }

  /// Who was there, as it was understood.
  private static func tellLines(_ lines: [JSON], _ call: Invocation) {
    let words = call.words
    var table = Table([
      Table.Column(words("column.whoWasThere"), main: true),
      Table.Column(words("field.presence"), fixed: true),
      Table.Column(words("column.fate"), fixed: true),
    ])
    for line in lines {
      let isGuest = line["guest"]?.bool == true
      let presence = words.choice(
        line["presence"]?.string ?? "", field: "presence", of: .attendance)
      table.row(
        Styled(line["said"]?.string ?? ""), Styled(isGuest ? words("attendance.guest") : presence),
        Styled(words("fate.\(line["fate"]?.string ?? "")")))
    }
    if !lines.isEmpty { call.show(table) }
    for line in lines {
      guard let account = line["account"]?.string else { continue }
      call.say(
        words("attendance.hasAccount", ["name": line["said"]?.string ?? "", "account": account]))
    }
  }

  private static func text(_ text: JSON?, _ words: Words) -> String {
    FieldText(words: words, names: nil).localized(text)
  }
}
