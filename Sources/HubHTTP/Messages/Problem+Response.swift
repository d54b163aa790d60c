package import HubText

extension Problem {
  /// The problem as a JSON document.
  package func written() -> [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// Writes the problem as a JSON object.
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("type")
    writer.string(type)
    writer.key("title")
    writer.string(title)
    writer.key("status")
    writer.integer(Int64(status))
    if let detail {
      writer.key("detail")
      writer.string(detail)
    }
    if let instance, !instance.isEmpty {
      writer.key("instance")
      writer.string(instance)
    }
    writer.key("code")
    writer.string(code)
    if !errors.isEmpty {
      writer.key("errors")
      writer.beginArray()
      for error in errors { Problem.write(error, to: &writer) }
      writer.endArray()
    }
    for member in members {
      writer.key(member.name)
      writer.value(member.value)
    }
    writer.endObject()
  }

  private static func write(_ fault: Problem.FieldError, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("pointer")
    writer.string(fault.pointer)
    writer.key("code")
    writer.string(fault.code)
    writer.key("detail")
    writer.string(fault.detail)
    writer.endObject()
  }

  /// The answer: `application/problem+json` with the problem's status and header fields.
  package var response: Response {
    var response = Response(
      status: status, type: "application/problem+json", written())
    for field in headers.fields { response.headers.add(field.name, field.value) }
    return response
  }
}
