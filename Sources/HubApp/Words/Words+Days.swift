package import HubModel

/// How far away a day is, as people say it.
extension Words {
  /// "today", "in 3 days", "2 weeks ago"; « dans 3 jours », « il y a 2 semaines ».
  package func relative(_ day: Day, to today: Day) -> String {
    let days = day.number - today.number
    if days == 0 { return self("day.today") }
    if days == 1 { return self("day.tomorrow") }
    if days == -1 { return self("day.yesterday") }
    return self(days > 0 ? "day.in" : "day.ago", ["span": span(abs(days))])
  }

  /// How a due date stands: "in 3 days", or "2 weeks overdue" once it has passed.
  package func due(_ day: Day, on today: Day) -> String {
    guard day < today else { return relative(day, to: today) }
    return self("day.overdue", ["span": span(today.number - day.number)])
  }

  /// Days up to two weeks, then weeks, months and years: what is far away needs no precision.
  private func span(_ days: Int) -> String {
    switch days {
    case ..<14: self("day.days", ["count": String(days)])
    case ..<60: self("day.weeks", ["count": String(days / 7)])
    case ..<730: self("day.months", ["count": String(days / 30)])
    default: self("day.years", ["count": String(days / 365)])
    }
  }
}
