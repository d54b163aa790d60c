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
        title: .words("exportPresence.\(group.presence.rawValue)", ["count": count]),
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
          [
            "presence": .string(group.presence.rawValue), "person": person.name.json,
            "organization": person.organization.json, "remote": .bool(person.isRemote),
            "proxy": person.proxy.json, "arrivedAt": (person.arrived?.at.description).json,
            "leftAt": (person.left?.at.description).json,
          ] as JSON
        }
          + (group.unnamed > 0
            ? [
              [
                "presence": .string(group.presence.rawValue),
                "count": .integer(Int64(group.unnamed)),
              ]
            ]
            : [])
      }
        + counted.map {
          [
            "stakeholderGroup": ($0.group?.rawValue).json, "region": $0.region.json,
            "count": .integer(Int64($0.count)),
          ]
        })
  }
}

extension AttendanceRoll.Attendee {
  /// `Ann Example (coordinator), Community Legal Clinic · remotely`
  fileprivate var line: ExportDocument.Line {
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
    let place = region.map { LocalizedText(same: " (\($0))") }
    return .init(
      pieces: [.said(of)] + (place.map { [.said($0)] } ?? [])
        + [.said(LocalizedText(same: ": \(count)"))])
  }
}
