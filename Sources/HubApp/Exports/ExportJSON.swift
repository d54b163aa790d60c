import HubModel
import HubText

/// Builds objects whose absent values are `null`, in the forms that the API has everywhere.
extension LocalizedText {
  var json: JSON {
    var members = [
      JSON.Member(name: "en", value: .string(en)), JSON.Member(name: "fr", value: .string(fr)),
    ]
    if let stale { members.append(JSON.Member(name: "stale", value: .string(stale.rawValue))) }
    return .object(members)
  }
}

extension LocalizedText? {
  var json: JSON { self?.json ?? .null }
}

extension Day? {
  var json: JSON { self.map { .string($0.description) } ?? .null }
}

extension String? {
  var json: JSON { self.map { .string($0) } ?? .null }
}

extension Int? {
  var json: JSON { self.map { .integer(Int64($0)) } ?? .null }
}

extension Money? {
  var json: JSON {
    self.map { ["amount": .string($0.amount), "currency": .string($0.currency)] } ?? .null
  }
}

extension Named {
  var json: JSON {
    [
      "ref": (reference?.description).json, "label": label.json,
      "illustrative": .bool(illustrative),
    ]
  }
}

extension Named? {
  var json: JSON { self?.json ?? .null }
}

extension ItemModel.Paper {
  var json: JSON {
    var members = [
      JSON.Member(name: "role", value: .string(role.rawValue)),
      JSON.Member(name: "record", value: record.json),
    ]
    // A recommendation has none of these.
    if let document { members += document.members }
    return .object(members)
  }
}

extension MeetingHead {
  /// The members with which every export of a meeting begins.
  func members(kind: String, _ coverage: Coverage) -> [JSON.Member] {
    [
      JSON.Member(name: "kind", value: .string(kind)),
      JSON.Member(name: "modified", value: .string(coverage.modified.description)),
      JSON.Member(name: "visibility", value: .string(coverage.visibility.rawValue)),
      JSON.Member(name: "meeting", value: json),
    ]
  }

  private var json: JSON {
    [
      "ref": .string(reference.description), "title": title.json, "state": .string(state),
      "illustrative": .bool(illustrative), "network": network.json, "body": body.json,
      "startsAt": .string(startsAt.description), "endsAt": .string(endsAt.description),
      "timeZone": .string(timeZone), "mode": .string(mode.rawValue), "place": place.json,
      "languages": .array(languages.map { .string($0) }),
      "interpretation": .array(interpretation.map { .string($0) }),
      "introduction": introduction.json, "objectives": objectives.json,
      "documents": .array(documents.map(\.json)),
      "minutes": minutes.map {
        [
          "state": .string($0.state), "edition": .integer(Int64($0.edition)),
          "erratum": $0.erratum.json,
          "translatedLater": .array($0.translatedLater.map { .string($0) }),
        ]
      } ?? .null,
    ]
  }
}

extension Participants {
  var json: JSON {
    [
      "total": .integer(Int64(total)), "approximate": .bool(isApproximate),
      "byFunction": Self.json(byFunction),
      "counted": Self.json(counted), "byGroup": Self.json(byGroup), "byRegion": Self.json(byRegion),
    ]
  }

  private static func json(_ counts: [Count]) -> JSON {
    .array(
      counts.map {
        [
          "key": $0.key.json, "label": $0.label.json, "people": .integer(Int64($0.people)),
          "approximate": .bool($0.isApproximate),
        ]
      })
  }
}
