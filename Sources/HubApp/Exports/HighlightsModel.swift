import HubModel
import HubText

/// What a forum brought to light: its sessions, who took part, and the priorities it named with
/// what became of them.
struct HighlightsModel: Sendable {
  let head: MeetingHead
  let participants: Participants
  /// Panels, then round tables, then workshops.
  let sessions: [SessionGroup]
  /// The items outside the sessions, in the agenda's order.
  let plenary: [ItemModel]
  let priorities: [PriorityGroup]
  let decisions: [DecisionModel]
  let actions: [ActionModel]
  let coverage: Coverage

  /// The sessions of one kind.
  struct SessionGroup: Sendable {
    let session: Session
    let items: [ItemModel]
  }

  /// The recommendations of one priority area; of none when it is nil.
  struct PriorityGroup: Sendable {
    let area: LocalizedText?
    let recommendations: [RecommendationModel]
  }

  init(of meeting: ID<Meeting>, in reading: Reading) throws {
    let records = try MeetingRecords(of: meeting, in: reading)
    let items = records.itemModels
    let outcomes = items.reduce(Outcomes()) { $0 + $1.outcomes }
    head = records.head
    participants = records.participants
    sessions = Session.allCases.compactMap { session in
      let own = items.filter { $0.details?.session == session }
      return own.isEmpty ? nil : SessionGroup(session: session, items: own)
    }
    plenary = items.filter { $0.details?.session == nil }
    priorities = Self.grouped(outcomes.recommendations)
    decisions = outcomes.decisions
    actions = outcomes.actions
    coverage = records.coverage
  }

  /// By area in the order in which the areas first come up; those without one last.
  private static func grouped(_ recommendations: [RecommendationModel]) -> [PriorityGroup] {
    var areas: [LocalizedText?] = []
    var groups: [LocalizedText?: [RecommendationModel]] = [:]
    for recommendation in recommendations {
      let area = recommendation.priorityArea.flatMap { $0.isEmpty ? nil : $0 }
      if groups[area] == nil { areas.append(area) }
      groups[area, default: []].append(recommendation)
    }
    areas = areas.filter { $0 != nil } + areas.filter { $0 == nil }
    return areas.map { PriorityGroup(area: $0, recommendations: groups[$0] ?? []) }
  }
}

extension HighlightsModel: ExportModel {
  var json: JSON {
    .object(
      head.members(kind: "highlights", coverage) + [
        JSON.Member(name: "participants", value: participants.json),
        JSON.Member(
          name: "sessions",
          value: .array(
            sessions.map {
              ["kind": .string($0.session.rawValue), "items": .array($0.items.map(\.json))]
            })),
        JSON.Member(name: "plenary", value: .array(plenary.map(\.json))),
        JSON.Member(
          name: "priorities",
          value: .array(
            priorities.map {
              [
                "area": $0.area.json,
                "recommendations": .array($0.recommendations.map(\.json)),
              ]
            })),
        JSON.Member(name: "decisions", value: .array(decisions.map(\.json))),
        JSON.Member(name: "actions", value: .array(actions.map(\.json))),
      ])
  }
}
