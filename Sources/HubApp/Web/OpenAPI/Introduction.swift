import HubHTTP
import HubModel
import HubWords

/// What a programmer reads before anything else: how everything in the document goes together, by
/// the numbers that the hub goes by, and one example worked through.
struct Introduction {
  let words: Words

  var markdown: String {
    let pace = PaceSettings()
    let parts = [
      words("openapi.about"), words("openapi.aboutSignIn"), words("openapi.aboutValues"),
      words(
        "openapi.aboutPaging",
        [
          "usual": String(ListQuery.defaultLimit), "most": String(ListQuery.maximumLimit),
          "values": String(Filter.mostValues),
        ]),
      words("openapi.aboutFields"), words("openapi.aboutVersions"), words("openapi.aboutChanges"),
      words(
        "openapi.aboutKeys",
        [
          "hours": String(Idempotency.milliseconds / 3_600_000), "most": String(BatchAPI.most),
        ]),
      words("openapi.aboutRefusals"), words("openapi.aboutLanguages"),
      words(
        "openapi.aboutRates",
        [
          "writes": String(pace.writesPerMinute), "searches": String(pace.searchesPerMinute),
          "body": String(RouteDescription.usualBody / 1024),
          "strangers": String(RouteDescription.smallBody / 1024),
        ]),
      words("openapi.aboutCompression"), words("openapi.aboutServer"),
      words("openapi.aboutExample") + "\n\n" + WorkedExample(words: words).markdown,
    ]
    return parts.joined(separator: "\n\n")
  }
}
