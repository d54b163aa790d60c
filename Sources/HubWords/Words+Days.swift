package import HubModel

extension Words {
  /// How a due date stands: "in 3 days", or "2 weeks overdue" once it has passed; « dans 3 jours »,
  /// « en retard de 2 semaines ».
  package func due(_ day: Day, on today: Day) -> String {
    guard day < today else { return day.relative(to: today, in: language) }
    let span = Day.span(days: today.number - day.number, in: language)
    return self("day.overdue", ["span": span])
  }
}
