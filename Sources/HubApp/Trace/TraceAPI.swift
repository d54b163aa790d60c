import HubHTTP
import HubModel
import HubText

/// `GET /trace/{ref}`: the chain as nodes and edges.
enum TraceAPI {
  static var routes: [APIRoute] {
    [
      APIRoute(
        .get, "\(API.root)/trace/{ref}", name: "trace", .reading(document), handler: trace)
    ]
  }

  private static func trace(_ context: Context) throws -> Response {
    let text = try context.parameters.require("ref")
    guard let start = Reference(text) else { throw Refusal.notFound(text) }
    return try context.read { reading in
      .json(write(try Trace.from(start, in: reading)))
    }
  }

  private static func write(_ trace: Trace) -> JSONWriter {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("start")
    writer.string(trace.start.description)
    writer.key("nodes")
    writer.beginArray()
    for (_, entry) in trace.nodes.sorted(by: { $0.key < $1.key }) {
      writer.beginObject()
      entry.writeMembers(to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.key("edges")
    writer.beginArray()
    for edge in trace.edges {
      writer.beginObject()
      writer.key("earlier")
      writer.string(edge.earlier.description)
      writer.key("later")
      writer.string(edge.later.description)
      writer.key("field")
      writer.string(edge.field)
      writer.key("direction")
      writer.string(edge.isUpstream ? "back" : "forth")
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer
  }
}
