import HubConsole
import HubModel
import HubText
import HubWords

/// What saving a minutes file would change, before and after.
enum MinutesDifferences {
  static func tell(_ answer: JSON, in call: Invocation) {
    let words = call.words
    let text = FieldText(words: words, names: nil)
    var isEmpty = true
    for item in answer["items"]?.array ?? [] {
      let outcomes = (item["outcomes"]?.array ?? []).filter { $0["fate"]?.string != "unchanged" }
      let (status, notes) = (item["status"]?.string, item["notes"])
      let hasNotes = notes?["before"] != nil
      let reviews = item["reviews"]?.array ?? []
      let sits = item["recused"]?.array != nil
      guard !outcomes.isEmpty || status != nil || hasNotes || !reviews.isEmpty || sits else {
        continue
      }
      isEmpty = false
      call.say(
        words(
          "diff.itemHeading",
          [
            "number": item["label"]?.string ?? "", "title": text.localized(item["title"]),
          ]))
      if let status { call.say("  " + words("state.agendaItem.\(status)")) }
      MinutesReport.tellSitting(of: item, call)
      if hasNotes, let notes {
        call.say("  " + words("diff.notes"))
        BeforeAndAfter.tell(notes, in: call)
      }
      for review in reviews {
        let sign = review["isDropped"]?.bool == true ? "−" : "+"
        call.say("  \(sign) " + told(review["action"]?.string, review["said"]?.string, words))
      }
      for outcome in outcomes { tell(outcome, call) }
    }
    for change in answer["times"]?.array ?? [] {
      isEmpty = false
      call.say(words.field(change["field"]?.string ?? "", of: .minutes))
      BeforeAndAfter.tell(
        change["before"]?.string ?? "", change["after"]?.string ?? "", in: call)
    }
    MinutesReport.tellAttendance(answer["attendance"], call)
    for fault in answer["faults"]?.array ?? [] { call.warn(fault["detail"]?.string ?? "") }
    FileProblem.tellNotices(answer, in: call.text("file") ?? "", call)
    if isEmpty { call.say(words("minutes.noChanges")) }
  }

  private static func tell(_ outcome: JSON, _ call: Invocation) {
    let words = call.words
    let kind = words("outcome.\(outcome["kind"]?.string ?? "")")
    let name = [kind, outcome["ref"]?.string].compactMap(\.self).joined(separator: " ")
    let fate = words("fate.\(outcome["fate"]?.string ?? "")")
    call.say("  " + told(name, fate, words))
    let before = outcome["before"].flatMap { $0["text"] == nil ? nil : said($0, words) }
    switch outcome["fate"]?.string {
    case "created": BeforeAndAfter.tell("", said(outcome, words), in: call)
    case "removed": BeforeAndAfter.tell(said(outcome, words), "", in: call)
    case "updated": BeforeAndAfter.tell(before ?? "", said(outcome, words), in: call)
    default: break
    }
  }

  /// `A-5: done`, with the blank that French has before a colon.
  private static func told(_ name: String?, _ said: String?, _ words: Words) -> String {
    words("diff.told", ["name": name ?? "", "said": said ?? ""])
  }

  private static func said(_ outcome: JSON, _ words: Words) -> String {
    let texts = ["en", "fr"].compactMap { outcome["text"]?[$0]?.string }.filter { !$0.isEmpty }
    let particulars = outcome["particulars"]?.string ?? ""
    return (texts + [particulars]).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
