package import HubModel
import HubText

/// One line of JSON for each request: what was asked of which route, what came of it, how long it
/// took. No query, no body, no name: nothing that a person wrote and no secret.
package enum RequestLog {
  package static func line(
    at moment: Moment, id: String, method: String, route: String, status: Int?, bytes: Int,
    seconds: Double, from address: String
  ) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("at")
    writer.string(moment.description)
    writer.key("id")
    writer.string(id)
    writer.key("method")
    writer.string(method)
    writer.key("route")
    writer.string(route)
    writer.key("status")
    if let status { writer.integer(Int64(status)) } else { writer.null() }
    writer.key("bytes")
    writer.integer(Int64(bytes))
    writer.key("milliseconds")
    writer.raw(String(Double(Int(seconds * 100_000)) / 100))
    writer.key("from")
    writer.string(address)
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// A bug of ours, beside the identity of the request that met it.
  package static func bug(at moment: Moment, id: String, _ error: any Error) -> String {
    let line: JSON = [
      "at": .string(moment.description), "id": .string(id),
      "bug": .string(String(describing: error)),
    ]
    return line.text + "\n"
  }
}
