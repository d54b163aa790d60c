import HubModel
import HubText
import HubWords

extension AttendanceRoll {
  typealias Line = ExportDocument.Line

  var section: ExportDocument.Section {
    var blocks: [ExportDocument.Block] = groups.map { group in
      let count = LocalizedText(same: String(group.people.count + group.unnamed))
      let rest = group.unnamed > 0 ? [Line(.count("export.unnamed", group.unnamed))] : []
      return .points(
        title: .words("exportPresence.\(group.word)", ["count": count]),
        group.people.map(\.line) + rest)
    }
    if !counted.isEmpty {
      blocks.append(.points(title: .words("export.counted"), counted.map(\.line)))
    }
    if blocks.isEmpty { blocks.append(.note(.words("export.noAttendance"))) }
    if let quorum {
      let counts = [
        "needed": LocalizedText(same: String(quorum.needed)),
        "present": LocalizedText(same: String(quorum.present)),
      ]
      blocks.append(
        .note(.words(quorum.isMet ? "export.quorumMet" : "export.quorumMissed", counts)))
    }
    return .init(anchor: "attendance", title: .words("export.attendance"), blocks: blocks)
  }

  var json: JSON {
    .array(
      groups.flatMap { group in
        group.people.map { person in
          .object(
            [
              JSON.Member(name: "presence", value: .string(group.presence.rawValue)),
              JSON.Member(name: "guest", value: .bool(group.areGuests)),
            ] + (person.json.object ?? []))
        }
          + (group.unnamed > 0
            ? [
              [
                "presence": .string(group.presence.rawValue), "guest": .bool(group.areGuests),
                "count": .integer(Int64(group.unnamed)),
              ]
            ]
            : [])
      }
        + counted.map {
          [
            "stakeholderGroup": ($0.group?.rawValue).json, "region": $0.region.json,
            "regionNames": $0.regionNames.json, "count": .integer(Int64($0.count)),
            "approximate": .bool($0.isApproximate),
          ]
        })
  }
}

extension AttendanceRoll.Attendee {
  var json: JSON {
    [
      "person": name.json, "organization": organization.json, "remote": .bool(isRemote),
      "proxy": proxy.json, "arrivedAt": (arrived?.at.description).json,
      "leftAt": (left?.at.description).json,
    ]
  }
}

extension AttendanceRoll.Group {
  fileprivate var word: String { areGuests ? "guest" : presence.rawValue }
}

extension AttendanceRoll.Attendee {
  /// `Ann Example (coordinator), Community Legal Clinic · remotely`
  var line: ExportDocument.Line {
    var line = ExportDocument.Line.joined(
      [
        .init(name, withReference: false),
        // Where the function says it already, it is not said again.
        organization.flatMap { organization in
          let says = Language.allCases.allSatisfy {
            name.label.best($0).contains(organization.label.best($0))
          }
          return says ? nil : .init(Named(nil, organization.label), withReference: false)
        },
      ].compactMap(\.self))
    var remarks: [ExportDocument.Line] = []
    if isRemote { remarks.append(.init(.words("export.remotely"))) }
    if let arrived { remarks.append(.init(.words("export.arrived", ["hour": arrived.text]))) }
    if let left { remarks.append(.init(.words("export.left", ["hour": left.text]))) }
    if let proxy {
      remarks.append(.init(.words("export.representedBy", ["name": proxy.label])))
    }
    if !remarks.isEmpty { line.pieces.append(.remark(.joined(remarks))) }
    return line
  }
}

extension AttendanceRoll.Counted {
  fileprivate var line: ExportDocument.Line {
    let of = group.map { LocalizedText.group($0) } ?? .words("export.notStated")
    let place = regionNames ?? region.map { LocalizedText(same: $0) }
    return .init(
      .each { words in
        let group = of.best(words.language)
        let what = place.map { "\(group) (\($0.best(words.language)))" } ?? group
        return words(
          "export.countOf",
          ["what": what, "count": words.people(count, isApproximate: isApproximate)])
      })
  }
}
