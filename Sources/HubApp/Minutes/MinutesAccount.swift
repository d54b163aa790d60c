import HubModel
import HubText
import HubWords

/// What was understood of a minutes file, told back: who was there, what each item concluded, and
/// what becomes of what the records said.
struct MinutesAccount {
  private var items: [Item] = []
  private var attendance = AttendanceAccount()
  private var times = TimesPlan()

  private struct Item {
    let plan: MinutesPlan.ItemPlan
    /// How people call it.
    let name: String
    let title: LocalizedText
    /// The notes before and after, where they change.
    let notes: (before: LocalizedText, after: LocalizedText)?
    var outcomes:
      [(
        plan: MinutesPlan.OutcomePlan, reference: Reference?, former: MinutesDocument.Outcome?
      )]
  }

  init() {}

  /// - Parameter created: what was made, in the order of the file; empty before it is.
  init(_ plan: MinutesPlan, _ file: MinutesFile, created: [Reference] = []) {
    let names = file.records?.names ?? [:]
    attendance = AttendanceAccount(plan.attendance, file)
    times = plan.times
    var made = created[...]
    let seen = Dictionary(
      file.seen.items.compactMap { item in item.reference.map { ($0, item) } }
    ) { first, _ in first }
    let before = Dictionary(
      file.seen.items.flatMap(\.outcomes).compactMap { outcome in
        outcome.reference.map { ($0, outcome) }
      }
    ) { first, _ in first }
    items = plan.items.map { plan in
      Item(
        plan: plan, name: names[plan.item.id] ?? plan.item.printedLabel ?? "+",
        title: seen[plan.item.reference]?.title
          ?? (plan.isAdded ? plan.item.title : LocalizedText()),
        notes: plan.notes.map { (seen[plan.item.reference]?.notes ?? LocalizedText(), $0) },
        outcomes: plan.outcomes.map { outcome in
          let reference = outcome.fate == .created ? made.popFirst() : outcome.record?.reference
          let former = outcome.fate == .updated ? reference.flatMap { before[$0] } : nil
          return (outcome, reference, former)
        })
    }
  }

  private func references(_ fate: MinutesPlan.OutcomeFate) -> [Reference] {
    items.flatMap { item in
      item.outcomes.filter { $0.plan.fate == fate }.compactMap(\.reference)
    }
  }
}

extension MinutesAccount {
  /// `"created": […], …, "attendance": {…}, "items": [{"item": "I-3", …, "outcomes": […]}]`
  func write(to writer: inout JSONWriter, _ words: Words) {
    for fate in Self.told {
      writer.key(fate.rawValue)
      writer.list(references(fate).map(\.description))
    }
    writer.key("attendance")
    attendance.write(to: &writer, words)
    writer.key("times")
    writer.beginArray()
    for change in times.changes(in: words.language) {
      writer.beginObject()
      writer.member("field", change.field)
      writer.key("before")
      if let before = change.before { writer.string(before) } else { writer.null() }
      writer.key("after")
      if let after = change.after { writer.string(after) } else { writer.null() }
      writer.endObject()
    }
    writer.endArray()
    writer.key("items")
    writer.beginArray()
    for item in items { write(item, to: &writer, words) }
    writer.endArray()
  }

  private func write(_ item: Item, to writer: inout JSONWriter, _ words: Words) {
    writer.beginObject()
    writer.key("item")
    writer.reference(item.plan.isAdded ? nil : item.plan.item.reference)
    writer.key("added")
    writer.bool(item.plan.isAdded)
    writer.member("label", item.name)
    writer.key("title")
    writer.localized(item.title)
    writer.key("status")
    if let state = item.plan.state { writer.string(state.rawValue) } else { writer.null() }
    writer.key("notes")
    if let notes = item.notes {
      writer.beginObject()
      writer.key("before")
      writer.localized(notes.before)
      writer.key("after")
      writer.localized(notes.after)
      writer.endObject()
    } else {
      writer.null()
    }
    writer.key("recused")
    if let sitting = item.plan.sitting {
      writer.list(sitting.recused.map(\.description))
    } else {
      writer.null()
    }
    writer.key("quorumLost")
    if let sitting = item.plan.sitting { writer.bool(sitting.quorumLost) } else { writer.null() }
    writer.key("reviews")
    writer.beginArray()
    let reviews =
      item.plan.newReviews.map { (review: $0.review, isDropped: false) }
      + item.plan.droppedReviews.map { (review: $0, isDropped: true) }
    for (review, isDropped) in reviews {
      writer.beginObject()
      writer.member("action", review.action.description)
      writer.member("became", review.became.rawValue)
      writer.member("said", review.said(in: words.language))
      writer.key("isDropped")
      writer.bool(isDropped)
      writer.endObject()
    }
    writer.endArray()
    writer.key("outcomes")
    writer.beginArray()
    for outcome in item.outcomes {
      writer.beginObject()
      writer.member("kind", outcome.plan.outcome.kind.rawValue)
      writer.key("ref")
      writer.reference(outcome.reference)
      said(outcome.plan.outcome, &writer, words)
      writer.member("fate", outcome.plan.fate.rawValue)
      writer.key("before")
      if let former = outcome.former {
        writer.beginObject()
        said(former, &writer, words)
        writer.endObject()
      } else {
        writer.null()
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private func said(
    _ outcome: MinutesDocument.Outcome, _ writer: inout JSONWriter, _ words: Words
  ) {
    writer.key("text")
    writer.localized(outcome.text)
    writer.member("particulars", outcome.particulars(in: words.language))
  }

  private static let told: [MinutesPlan.OutcomeFate] = [.created, .updated, .removed, .kept]

  /// How the document of the API describes it.
  static var members: [(String, JSON)] {
    let references = JSONSchema.list(of: JSONSchema.named("Reference"))
    let said = [
      ("text", JSONSchema.named("LocalizedText")), ("particulars", JSONSchema.text),
    ]
    let outcome = JSONSchema.object([
      (
        "kind", JSONSchema.word(of: MinutesDocument.Outcome.Kind.allCases.map(\.rawValue))
      ),
      ("ref", JSONSchema.nullable(JSONSchema.named("Reference"))),
      said[0], said[1],
      ("fate", JSONSchema.word(of: MinutesPlan.OutcomeFate.allCases.map(\.rawValue))),
      ("before", JSONSchema.nullable(JSONSchema.object(said))),
    ])
    let review = JSONSchema.object([
      ("action", JSONSchema.reference(to: [.actionItem])),
      ("became", JSONSchema.word(of: ActionReview.Became.allCases.map(\.rawValue))),
      ("said", JSONSchema.text), ("isDropped", JSONSchema.flag),
    ])
    let notes = JSONSchema.object(
      ["before", "after"].map { ($0, JSONSchema.named("LocalizedText")) })
    let item = JSONSchema.object([
      ("item", JSONSchema.nullable(JSONSchema.reference(to: [.agendaItem]))),
      ("added", JSONSchema.flag), ("label", JSONSchema.text),
      ("title", JSONSchema.named("LocalizedText")),
      (
        "status",
        JSONSchema.nullable(JSONSchema.word(of: AgendaItem.State.allCases.map(\.rawValue)))
      ),
      ("notes", JSONSchema.nullable(notes)),
      ("recused", JSONSchema.nullable(JSONSchema.list(of: JSONSchema.reference(to: [.person])))),
      ("quorumLost", JSONSchema.nullable(JSONSchema.flag)),
      ("reviews", JSONSchema.list(of: review)),
      ("outcomes", JSONSchema.list(of: outcome)),
    ])
    let time = JSONSchema.object([
      (
        "field", JSONSchema.word(of: ["calledToOrderAt", "adjournedAt", "nextMeetingOn"])
      ),
      ("before", JSONSchema.nullable(JSONSchema.text)),
      ("after", JSONSchema.nullable(JSONSchema.text)),
    ])
    return told.map { ($0.rawValue, references) }
      + [
        ("attendance", AttendanceAccount.schema), ("times", JSONSchema.list(of: time)),
        ("items", JSONSchema.list(of: item)),
      ]
  }
}
