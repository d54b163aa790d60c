import HubModel
import HubSQL

/// What an edition says: its notes and the frozen text.
struct EditionTexts {
  var noteEn: String
  var noteFr: String
  var text: String

  /// From a row of `note_en, note_fr, text`.
  init(_ row: borrowing Row, from first: Int) {
    noteEn = row.string(first)
    noteFr = row.string(first + 1)
    text = row.string(first + 2)
  }

  /// The file has both languages side by side, so its text says it in both.
  func erased(by erasure: Erasure) -> (texts: EditionTexts, places: Int) {
    var texts = self
    var places = 0
    func apply(_ text: inout String, _ language: Language?) {
      guard let found = erasure.applied(to: text, in: language) else { return }
      text = found.text
      places += found.places
    }
    apply(&texts.noteEn, .en)
    apply(&texts.noteFr, .fr)
    apply(&texts.text, nil)
    return (texts, places)
  }
}
