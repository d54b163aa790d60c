import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

@Suite struct BatchTests {
  private func body(_ title: String) -> JSON {
    ["name": ["en": .string(title), "fr": .string(title)], "network": "N-1"]
  }

  @Test func `a batch lands whole, and later operations can name earlier ones`() throws {
    let test = try TestHub.sample()
    let batch: JSON = [
      "operations": [
        ["method": "POST", "path": "/bodies", "name": "group", "body": body("Night shift")],
        [
          "method": "POST", "path": "/action-items",
          "body": ["body": "$group", "title": ["en": "Meet", "fr": "Se réunir"]],
        ],
        ["method": "PATCH", "path": "/bodies/$group", "ifMatch": "1", "body": ["quorum": 3]],
      ]
    ]
    let answer = test.send(.post, "/batch", batch, as: "staff-bc")
    #expect(answer.status == 200)
    let answers = try answer.json["answers"]?.array ?? []
    #expect(answers.compactMap { $0["status"]?.integer } == [201, 201, 200])
    let group = answers[0]["body"]?["ref"]?.string
    #expect(answers[1]["body"]?["body"]?.string == group)
    #expect(answers[2]["body"]?["quorum"]?.integer == 3)
  }

  @Test func `a batch with one fault changes nothing and says which operation it was`() throws {
    let test = try TestHub.sample()
    let before = try test.send(.get, "/bodies", as: "staff-bc").json["items"]?.array?.count
    let batch: JSON = [
      "operations": [
        ["method": "POST", "path": "/bodies", "body": body("Night shift")],
        ["method": "POST", "path": "/bodies", "body": ["network": "N-1"]],
      ]
    ]
    let answer = test.send(.post, "/batch", batch, as: "staff-bc")
    #expect(answer.status == 422)
    #expect(try answer.json["operation"]?.integer == 1)
    #expect(try answer.json["errors"]?[0]?["pointer"]?.string == "/operations/1/body/name")
    #expect(try test.send(.get, "/bodies", as: "staff-bc").json["items"]?.array?.count == before)
  }

  @Test func `the faults of every operation are told at once`() throws {
    let test = try TestHub.sample()
    let batch: JSON = [
      "operations": [
        ["method": "POST", "path": "/bodies", "body": ["network": "N-1"]],
        ["method": "POST", "path": "/bodies", "body": body("Night shift")],
        ["method": "PATCH", "path": "/bodies/B-999", "ifMatch": "*", "body": ["quorum": 3]],
      ]
    ]
    let answer = test.send(.post, "/batch", batch, as: "staff-bc")
    #expect(answer.status == 422)
    #expect(try answer.json["operation"]?.integer == 0)
    let errors = try answer.json["errors"]?.array ?? []
    let pointers = errors.compactMap { $0["pointer"]?.string }
    #expect(pointers.contains("/operations/0/body/name"))
    #expect(pointers.last == "/operations/2")
    #expect(errors.last?["code"]?.string == "notFound")
  }

  @Test func `after a refused operation that has a name no further one is tried`() throws {
    let test = try TestHub.sample()
    let batch: JSON = [
      "operations": [
        ["method": "POST", "path": "/bodies", "name": "group", "body": ["network": "N-1"]],
        ["method": "PATCH", "path": "/bodies/$group", "ifMatch": "1", "body": ["quorum": 3]],
      ]
    ]
    let errors = try test.send(.post, "/batch", batch, as: "staff-bc").json["errors"]?.array ?? []
    #expect(!errors.isEmpty)
    #expect(
      errors.allSatisfy { $0["pointer"]?.string?.hasPrefix("/operations/0/") ?? false })
  }

  @Test func `a batch under a key lands once, and refused it lands not at all`() throws {
    let test = try TestHub.sample()
    func count() throws -> Int {
      try test.send(.get, "/bodies", as: "staff-bc").json["items"]?.array?.count ?? 0
    }
    func send(_ second: JSON) -> Response {
      let batch: JSON = [
        "operations": [
          ["method": "POST", "path": "/bodies", "body": body("Night shift")],
          ["method": "POST", "path": "/bodies", "body": second],
        ]
      ]
      return test.send(
        .post, "/batch", batch, as: "staff-bc", headers: ["Idempotency-Key": "k1"])
    }
    let before = try count()
    #expect(send(["network": "N-1"]).status == 422)
    #expect(try count() == before)
    #expect(send(body("Day shift")).status == 200)
    #expect(send(body("Day shift")).headers["Idempotency-Replayed"] == "true")
    #expect(try count() == before + 2)
  }

  @Test func `a retry with the same key gets the first answer and does nothing`() throws {
    let test = try TestHub.sample()
    let headers: Headers = ["Idempotency-Key": "k1"]
    let first = test.send(.post, "/bodies", body("Once"), as: "staff-bc", headers: headers)
    let second = test.send(.post, "/bodies", body("Once"), as: "staff-bc", headers: headers)
    #expect(first.status == 201)
    #expect(second.status == 201)
    #expect(try first.collected() == second.collected())
    #expect(second.headers["Idempotency-Replayed"] == "true")
    #expect(second.headers["Location"] == first.headers["Location"])
  }

  @Test func `a key that comes back with another body is refused`() throws {
    let test = try TestHub.sample()
    let headers: Headers = ["Idempotency-Key": "k1"]
    _ = test.send(.post, "/bodies", body("Once"), as: "staff-bc", headers: headers)
    let other = test.send(.post, "/bodies", body("Twice"), as: "staff-bc", headers: headers)
    #expect(other.status == 409)
    #expect(try other.json["code"]?.string == "idempotencyKeyReused")
  }

  @Test func `a key is the caller's own and lasts a day`() throws {
    let test = try TestHub.sample()
    let headers: Headers = ["Idempotency-Key": "k1"]
    let mine = test.send(.post, "/bodies", body("Once"), as: "staff-bc", headers: headers)
    let theirs = test.send(.post, "/bodies", body("Once"), as: "admin", headers: headers)
    #expect(try mine.json["ref"] != theirs.json["ref"])
    let later = test.at("2025-02-03T16:00:00Z")
    let next = later.send(.post, "/bodies", body("Once"), as: "staff-bc", headers: headers)
    #expect(try next.json["ref"] != mine.json["ref"])
  }
}
