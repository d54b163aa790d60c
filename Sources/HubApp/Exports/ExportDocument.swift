import HubModel
import HubWords

/// An export as people read it: the same blocks in the same order for every format, each text in
/// both languages.
package struct ExportDocument: Sendable {
  /// What kind of document it is.
  let kind: LocalizedText
  let title: LocalizedText
  /// Below the title: the body and its network.
  let subtitle: Line
  let reference: Reference
  /// What must be known before anything is read.
  let banners: [Banner]
  let facts: [Fact]
  let sections: [Section]
  /// What a reader should know of the copy itself.
  let colophon: [LocalizedText]
}

extension ExportDocument {
  /// Something that is said once for the whole document.
  struct Banner: Sendable {
    let tone: Tone
    let title: LocalizedText
    let text: LocalizedText
  }

  /// A part with a heading.
  struct Section: Sendable {
    var anchor: String
    /// The number or label on the agenda, as it is printed: `3.`, `3.2(a)`; kept in both languages.
    var number: String?
    let title: LocalizedText
    var badges: [Badge] = []
    let blocks: [Block]
  }

  indirect enum Block: Sendable {
    case section(Section)
    case card(Card)
    /// Markdown that somebody wrote.
    case prose(LocalizedText)
    case line(Line)
    case facts([Fact])
    /// Records with what they say, below how many they are.
    case points(title: LocalizedText, [Line])
    case table(Table)
    case steps(title: LocalizedText, [Step])
    /// Said where something could stand and does not.
    case note(LocalizedText)
  }

  /// A name and what is said of it.
  struct Fact: Sendable {
    let label: LocalizedText
    let value: Line
  }

  /// Something that was concluded.
  struct Card: Sendable {
    let kind: RecordType
    let reference: Reference
    let badges: [Badge]
    /// What it says, in a sentence.
    let title: LocalizedText
    let blocks: [Block]
    /// What it is called, where the word for its kind would say too much.
    var word: LocalizedText?

    var name: LocalizedText { word ?? .type(kind) }
  }

  /// A word or two about a state.
  struct Badge: Sendable {
    let tone: Tone
    let text: LocalizedText
  }

  enum Tone: String, Sendable {
    case plain, provisional, illustrative, restricted
  }

  /// One step of a chain; deeper ones follow from the one above.
  struct Step: Sendable {
    let depth: Int
    let lead: LocalizedText
    let line: Line
    let details: Line
  }

  /// Numbers by name, with a bar for each row.
  struct Table: Sendable {
    let caption: LocalizedText
    /// The first one is for the names.
    let columns: [LocalizedText]
    let rows: [Row]
    /// Sums below the rows.
    var total: Row?
    /// Of what the longest bar is the whole.
    let scale: Int

    struct Row: Sendable {
      let name: LocalizedText
      /// One for each further column; the bar shows them one after another.
      let values: [Int]
      /// Whether nobody counted exactly.
      var isApproximate = false
    }
  }

  /// Text with references and remarks in it.
  struct Line: Sendable {
    var pieces: [Piece] = []

    var isEmpty: Bool { pieces.isEmpty }
  }

  indirect enum Piece: Sendable {
    case said(LocalizedText)
    case reference(Reference)
    /// A place on the Web, as it is written: `https://…`.
    case address(String)
    /// Less important than the rest.
    case remark(Line)
  }
}

extension ExportDocument.Line {
  init(_ text: LocalizedText) { pieces = [.said(text)] }

  /// A record by its reference and name, said to be illustrative where it is.
  init(_ named: Named, withReference: Bool = true) {
    if withReference, let reference = named.reference {
      pieces = [.reference(reference), .said(LocalizedText(same: " "))]
    }
    pieces.append(.said(named.label))
    if named.illustrative {
      pieces += [.said(LocalizedText(same: " ")), .said(.words("export.illustrativeRemark"))]
    }
  }

  /// The lines with something between them.
  static func joined(_ lines: [Self], by separator: String = ", ") -> Self {
    var joined = Self()
    for line in lines where !line.isEmpty {
      if !joined.isEmpty { joined.pieces.append(.said(LocalizedText(same: separator))) }
      joined.pieces += line.pieces
    }
    return joined
  }
}

extension ExportDocument {
  /// The records that have a place of their own in the document.
  var anchors: Set<Reference> {
    var anchors: Set<Reference> = []
    func visit(_ section: Section) {
      if let reference = Reference(section.anchor) { anchors.insert(reference) }
      for block in section.blocks {
        if case .section(let section) = block { visit(section) }
        if case .card(let card) = block { anchors.insert(card.reference) }
      }
    }
    for section in sections { visit(section) }
    return anchors
  }

  /// Said of a text that is there in this language and not in the other.
  static func onlyIn(_ language: Language) -> LocalizedText {
    .words(language == .en ? "export.onlyInEnglish" : "export.onlyInFrench")
  }
}
