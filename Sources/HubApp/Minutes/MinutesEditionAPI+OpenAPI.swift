import HubWords

extension MinutesEditionAPI {
  static func listed(_ words: Words) -> RouteDocument {
    FileRoutes.editions(words("openapi.minutesEditions"))
  }

  static func shown(_ words: Words) -> RouteDocument {
    FileRoutes.edition(words("openapi.minutesEdition"))
  }
}
