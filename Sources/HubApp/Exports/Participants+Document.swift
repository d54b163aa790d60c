import HubModel
import HubWords

extension Participants {
  private var people: LocalizedText {
    .count(isApproximate ? "export.aboutPeople" : "export.people", total)
  }

  /// How many were there, for the head of a document; who they were has a part of its own.
  var fact: ExportDocument.Fact? {
    guard total > 0 else { return nil }
    return .init(label: .words("export.who"), value: .init(people))
  }

  /// Who was there, one on a line: by name where names are shown, else by function; the others by
  /// group.
  func list(naming names: [ExportDocument.Line]) -> ExportDocument.Section? {
    var points = names
    if names.isEmpty { points += Self.known(byFunction).map(\.line) }
    let unnamed = byFunction.reduce(0) { $0 + $1.people } - names.count
    if !names.isEmpty, unnamed > 0 { points.append(.init(.count("export.unnamed", unnamed))) }
    points += counted.map(\.line)
    guard !points.isEmpty else { return nil }
    return .init(
      anchor: "participants", title: .words("export.participants"),
      blocks: [.points(title: people, points)])
  }

  /// Everybody by kind and by region, for a report that is read outside the network.
  var section: ExportDocument.Section? {
    guard total > 0 else { return nil }
    var blocks: [ExportDocument.Block] = [
      .line(.init(.count(isApproximate ? "export.aboutTookPart" : "export.tookPart", total)))
    ]
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
      rows: counts.map {
        .init(name: $0.label, values: [$0.people], isApproximate: $0.isApproximate)
      },
      scale: counts.map(\.people).max() ?? 0)
  }

  /// Nothing when nothing is known of anybody.
  private static func known(_ counts: [Count]) -> [Count] {
    counts.contains { $0.key != nil } ? counts : []
  }
}

extension Participants.Count {
  /// `coordinator`, `Worker: about 12`
  fileprivate var line: ExportDocument.Line {
    let text = LocalizedText.each { words in
      let label = label.best(words.language)
      guard people > 1 || isApproximate else { return label }
      return words(
        "export.countOf",
        ["what": label, "count": words.people(people, isApproximate: isApproximate)])
    }
    return .init(text)
  }
}
