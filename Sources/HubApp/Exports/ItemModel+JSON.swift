import HubModel
import HubText

extension ItemModel {
  /// A hidden item has its number and `"inCamera": true`.
  var json: JSON {
    var members = [
      JSON.Member(name: "number", value: Int64(label).map(JSON.integer) ?? .null),
      JSON.Member(name: "label", value: .string(label)),
      JSON.Member(name: "inCamera", value: .bool(details == nil)),
    ]
    members += details?.members ?? []
    members += outcomes.members
    return .object(members)
  }
}

extension ItemModel.Details {
  fileprivate var members: [JSON.Member] {
    let values: JSON = [
      "ref": .string(reference.description), "title": title.json,
      "purpose": .string(purpose.rawValue), "session": (session?.rawValue).json,
      "duration": duration.json, "presenter": presenters.first.json,
      "presenters": .array(presenters.map(\.json)), "state": .string(state),
      "addedAtMeeting": .bool(addedAtMeeting),
      "illustrative": .bool(illustrative), "text": text.json, "notes": notes.json,
      "information": information.json,
      "reviews": .array(
        reviews.map {
          [
            "action": $0.action.json, "became": .string($0.review.became.rawValue),
            "until": $0.review.until.json, "due": ($0.review.due?.code).json,
            "reason": $0.review.reason.json,
          ]
        }),
      "recused": .array(recused.map(\.json)), "quorumLost": .bool(quorumLost),
      "timesDeferred": .integer(Int64(timesDeferred)), "carriedFrom": carriedFrom.json,
      "papers": .array(
        papers.map(\.json)),
    ]
    return values.object ?? []
  }
}

extension Outcomes {
  var members: [JSON.Member] {
    [
      JSON.Member(name: "decisions", value: .array(decisions.map(\.json))),
      JSON.Member(name: "actions", value: .array(actions.map(\.json))),
      JSON.Member(name: "recommendations", value: .array(recommendations.map(\.json))),
    ]
  }
}

extension DecisionModel {
  var json: JSON {
    [
      "ref": .string(reference.description), "text": text.json, "details": details.json,
      "disposition": .string(disposition.rawValue), "method": .string(method.rawValue),
      "castingVote": (castingVote?.rawValue).json, "withoutQuorum": .bool(withoutQuorum),
      "rollCall": .array(
        rollCall.map { ["voter": $0.voter.json, "vote": .string($0.side.rawValue)] }),
      "resolution": resolution.json, "mover": mover.json, "seconder": seconder.json,
      "amends": amends.json, "covers": .array(covers.map(\.json)),
      "votes": .array(
        votes.map {
          [
            "stakeholderGroup": ($0.group?.rawValue).json,
            "inFavour": .integer(Int64($0.inFavour)), "against": .integer(Int64($0.against)),
            "abstained": .integer(Int64($0.abstained)),
          ]
        }),
      "provisional": .bool(provisional), "illustrative": .bool(illustrative),
    ]
  }
}

extension ActionModel {
  var json: JSON {
    [
      "ref": .string(reference.description), "title": title.json, "details": details.json,
      "state": .string(state), "assignee": assignee.json,
      "assignees": .array(assignees.map(\.json)), "dueOn": said.day.json,
      "due": (said.due?.code).json, "firstDueOn": (firstSaid?.day).json,
      "firstDue": (firstSaid?.due?.code).json,
      "doneOn": doneOn.json, "provisional": .bool(provisional),
      "illustrative": .bool(illustrative),
    ]
  }
}

extension RecommendationModel {
  var json: JSON {
    [
      "ref": .string(reference.description), "title": title.json, "text": text.json,
      "kind": .string(kind.rawValue), "themes": .array(themes.map { .string($0) }),
      "priorityArea": priorityArea.json, "addressees": .array(addressees.map(\.json)),
      "state": .string(state), "adoptedOn": adoptedOn.json, "dueOn": dueOn.json,
      "closeReason": (closeReason?.rawValue).json, "provisional": .bool(provisional),
      "illustrative": .bool(illustrative), "fate": .array(fate.map(\.json)),
    ]
  }
}

extension FateStep {
  fileprivate var json: JSON {
    [
      "depth": .integer(Int64(depth)), "type": .string(type.rawValue), "record": record.json,
      "state": .string(state), "day": day.json, "endsOn": endsOn.json, "amount": amount.json,
      "party": party.json, "influence": (influence?.rawValue).json,
      "traceable": traceable.map { .bool($0) } ?? .null,
    ]
  }
}
