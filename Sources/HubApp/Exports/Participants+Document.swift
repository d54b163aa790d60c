import HubModel
import HubWords

extension Participants {
  /// Who was there, for the head of a document: people by function, the others by group.
  var fact: ExportDocument.Fact? {
    guard total > 0 else { return nil }
    var pieces: [ExportDocument.Piece] = [.said(.count("export.people", total))]
    let counts = Self.known(byFunction) + counted
    if !counts.isEmpty {
      let list = LocalizedText.each { words in
        counts.map { count in
          let label = count.label.best(words.language)
          return count.people == 1 ? label : "\(label) (\(words.number(count.people)))"
        }.joined(separator: ", ")
      }
      pieces.append(.remark(.init(list)))
    }
    return .init(label: .words("export.who"), value: .init(pieces: pieces))
  }

  /// Everybody by kind and by region, for a report that is read outside the network.
  var section: ExportDocument.Section? {
    guard total > 0 else { return nil }
    var blocks: [ExportDocument.Block] = [.line(.init(.count("export.tookPart", total)))]
    for (caption, column, counts) in [
      ("export.byGroup", "export.group", byGroup), ("export.byRegion", "export.region", byRegion),
    ] where !Self.known(counts).isEmpty {
      blocks.append(.table(Self.table(counts, .words(caption), .words(column))))
    }
    return .init(anchor: "participants", title: .words("export.participants"), blocks: blocks)
  }

  private static func table(
    _ counts: [Count], _ caption: LocalizedText, _ column: LocalizedText
  ) -> ExportDocument.Table {
    .init(
      caption: caption, columns: [column, .words("export.number")],
      rows: counts.map { .init(name: $0.label, values: [$0.people]) },
      scale: counts.map(\.people).max() ?? 0)
  }

  /// Nothing when nothing is known of anybody.
  private static func known(_ counts: [Count]) -> [Count] {
    counts.contains { $0.key != nil } ? counts : []
  }
}
