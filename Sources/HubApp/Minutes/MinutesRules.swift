import HubModel
import HubSQL

/// What must hold before minutes go out, and what their approval brings about.
enum MinutesRules {
  static func faults(_ meeting: ID<Meeting>, in writing: Writing) throws -> [Fault] {
    guard let record = try writing.load(meeting) else { return [] }
    let languages = try writing.languages(of: record.header.network)
    var faults: [Fault] = []
    for (index, item) in try writing.items(of: meeting).enumerated() {
      faults += writing.missingTranslations(in: item, languages: languages, at: "/items/\(index)")
    }
    let decisions: [Decision] = try writing.loadAll(where: of(meeting))
    for decision in decisions {
      faults += writing.missingTranslations(
        in: decision, languages: languages, at: "/\(decision.reference)")
    }
    return faults
  }

  static func confirmOutcomes(of meeting: ID<Meeting>, in writing: Writing) throws {
    let decisions: [Decision] = try writing.loadAll(where: of(meeting))
    for decision in decisions where decision.provisional {
      try writing.adjust(decision) { $0.provisional = false }
    }
    let actions: [ActionItem] = try writing.loadAll(where: of(meeting))
    for action in actions where action.provisional {
      try writing.adjust(action) { $0.provisional = false }
    }
    let recommendations: [Recommendation] = try writing.loadAll(
      where: "(\(of(meeting)) OR \(of(meeting, field: "tabled_at")))")
    for recommendation in recommendations where recommendation.provisional {
      try writing.adjust(recommendation) { $0.provisional = false }
    }
  }
}
