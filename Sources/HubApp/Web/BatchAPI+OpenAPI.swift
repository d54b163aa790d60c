import HubHTTP
import HubModel
import HubText
import HubWords

extension BatchAPI {
  static func document(_ words: Words) -> RouteDocument {
    let operation = JSONSchema.object(
      [
        ("method", JSONSchema.word(of: ["POST", "PATCH"])),
        (
          "path",
          JSONSchema.text(matching: "^/").adding("description", text: words("openapi.batchPath"))
        ),
        ("body", ["type": "object"]),
        (
          "ifMatch",
          JSONSchema.text(matching: "^([0-9]+|\\*)$")
            .adding("description", text: words("openapi.batchVersion"))
        ),
        ("name", JSONSchema.text.adding("description", text: words("openapi.batchName"))),
      ], required: ["method", "path"])
    let operations = JSONSchema.list(of: operation).adding("minItems", 1)
      .adding("maxItems", .integer(Int64(most)))
    let answer = JSONSchema.object([
      ("status", ["type": "integer"]), ("body", ["type": ["object", "null"]]),
    ])
    let example: JSON = [
      "operations": [
        [
          "method": "POST", "path": "/action-items", "name": "list",
          "body": ["body": "B-2", "title": ["en": "List the dwellings"]],
        ],
        [
          "method": "POST", "path": "/action-items/$list/transitions", "ifMatch": "1",
          "body": ["to": "inProgress"],
        ],
      ]
    ]
    return RouteDocument(
      tag: "overview", summary: words("openapi.batch"), details: words("openapi.batchDetails"),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.batchAnswers"),
          schema: JSONSchema.object([("answers", JSONSchema.list(of: answer))]))
      ]
    ).taking(
      JSONSchema.object([("operations", operations)]).adding("examples", [example])
    ).refusing([.notFound, .methodNotAllowed, .preconditionFailed, .preconditionRequired])
  }
}
