import HubModel
import HubText
import HubWords

/// The differences between two agendas, in one language: as sentences and as JSON.
struct AgendaChangeWords {
  let words: Words

  init(_ words: Words) { self.words = words }

  private var language: Language { words.language }

  /// All of them in one line.
  func list(_ changes: [AgendaChange]) -> String { changes.map(sentence).joined(separator: "; ") }

  func sentence(_ change: AgendaChange) -> String {
    switch change {
    case .title: words("agenda.change.title")
    case .introduction: words("agenda.change.introduction")
    case .objectives: words("agenda.change.objectives")
    case .header(let key): words("agenda.change.header", ["word": key.word(in: language)])
    case .added(let item, let number): words("agenda.change.added", arguments(item, number))
    case .removed(let item, let number): words("agenda.change.removed", arguments(item, number))
    case .moved(let item, let from, let to):
      words(
        "agenda.change.moved",
        arguments(item, to).merging(["from": String(from)]) { $1 })
    case .changed(let item, _, let number, let parts):
      words(
        "agenda.change.changed",
        arguments(item, number).merging(["parts": parts.map(name).joined(separator: ", ")]) { $1 })
    }
  }

  private func arguments(_ item: AgendaDocument.Item, _ number: Int) -> [String: String] {
    ["number": item.label ?? String(number), "title": item.title.best(language)]
  }

  private func name(_ part: AgendaChange.ItemPart) -> String {
    switch part {
    case .title: words("agenda.change.part.title")
    case .text: words("agenda.change.part.text")
    case .key(let key): key.word(in: language)
    }
  }
}
