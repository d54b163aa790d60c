extension MinutesEditionAPI {
  static func descriptions(_ words: Words) -> [RouteDescription] {
    [
      FileRoutes.editions("minutes editions", words("openapi.minutesEditions"), words),
      FileRoutes.edition("minutes edition", words("openapi.minutesEdition"), words),
    ]
  }
}
