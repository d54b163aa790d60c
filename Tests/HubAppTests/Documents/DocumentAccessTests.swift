import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// A document is for those whom that is for with which it is kept, its contents like its title.
@Suite struct DocumentAccessTests {
  private static let people = [
    nil, "union-rep", "community-coordinator", "facilitator", "staff-bc", "staff-quebec", "admin",
  ]

  private func status(_ story: DocumentStory, _ path: String, as handle: String?) -> Int {
    story.test.send(.get, path, as: handle).status
  }

  @Test(arguments: ["public", "network", "body", "inCamera"])
  func `whoever sees the meeting sees its papers and their contents, and nobody else`(
    visibility: String
  ) throws {
    let story = try DocumentStory(visibility: visibility)
    let ref = try story.document()
    story.put(Array("A plan.".utf8), to: ref)
    var seeing = 0
    for handle in Self.people {
      let whole = status(story, "/meetings/\(story.meeting)", as: handle)
      for rest in ["", "/contents", "/editions", "/history"] {
        #expect(status(story, "/documents/\(ref)" + rest, as: handle) == whole, "\(handle ?? "–")")
      }
      let isSeen = whole == 200
      if isSeen { seeing += 1 }
      let list = try story.test.send(.get, "/documents", as: handle).json
      #expect(list["items"]?.array?.count == (isSeen ? 1 : 0))
      let found = try story.test.send(.get, "/search", as: handle, query: ["q": "plan.txt"]).json
      #expect(found["items"]?.array?.contains { $0["ref"]?.string == ref } == isSeen)
      let listed = try story.test.hub.read(as: handle.map { .person($0) } ?? .anonymous) {
        try $0.documents(of: ID(Reference(story.meeting)?.number ?? 0))
      }
      #expect(listed.count == (isSeen ? 1 : 0))
      if !isSeen {
        let put = story.put([1], to: ref, after: 1, as: handle)
        #expect(put.status == (handle == nil ? 401 : 404))
      }
    }
    #expect(seeing > 0 && (visibility == "public") == (seeing == Self.people.count))
  }

  @Test func `it goes with the meeting and the item that are narrowed, and comes back with them`()
    throws
  {
    let story = try DocumentStory()
    let refs = try [story.document(), story.document(with: story.item)]
    for ref in refs { story.put([1], to: ref) }
    func all(_ handle: String) -> [Int] { refs.map { story.get($0, as: handle).status } }
    #expect(all("union-rep").first == 200)
    let path = "/meetings/\(story.meeting)"
    #expect(
      story.test.send(.patch, path, ["visibility": "inCamera"], as: "facilitator").status == 200)
    #expect(all("union-rep") == [404, 404])
    #expect(all("facilitator") == [200, 200])
    #expect(try story.test.hub.verify().isUpToDate)
  }

  @Test func `no paper is for more people than what it is kept with`() throws {
    let story = try DocumentStory(visibility: "inCamera")
    let ref = try story.document([("visibility", "public")])
    story.put([1], to: ref)
    #expect(story.get(ref, as: "union-rep").status == 404)
    let answer = story.test.send(
      .patch, "/documents/\(ref)", ["visibility": "public"], as: "facilitator")
    #expect(try answer.json["errors"]?[0]?["code"] == "widerThanWhole")
  }

  @Test func `a member adds a paper to what they proposed, and to nothing else`() throws {
    let story = try DocumentStory()
    let member = "community-coordinator"
    let own = try DocumentStory.add(
      story.test, "/agenda-items",
      ["meeting": .string(story.meeting), "title": ["en": "Mine", "fr": "Le mien"]], as: member)
    let ref = try story.document(with: own, as: member)
    #expect(story.put([1], to: ref, as: member).status == 201)
    for subject in [story.item, story.meeting] {
      let answer = story.test.send(
        .post, "/documents",
        ["subject": .string(subject), "title": ["en": "Plan", "fr": "Plan"]], as: member)
      #expect(answer.status == 403, "\(subject)")
    }
    // Whoever proposes does not decide who sees it.
    let wide = story.test.send(.patch, "/documents/\(ref)", ["visibility": "public"], as: member)
    #expect(wide.status == 403)
    #expect(story.put([2], to: try story.document(), after: nil, as: member).status == 403)
  }

  @Test func `the papers of a meeting are those of its items too, in one statement`() throws {
    let story = try DocumentStory()
    let first = try story.document()
    let second = try story.document(with: story.item)
    let withdrawn = try story.document(with: story.item)
    let gone = story.test.send(
      .post, "/documents/\(withdrawn)/transitions", ["to": "withdrawn", "reason": "Twice"],
      as: "facilitator")
    #expect(gone.status == 200)
    let listed = try story.test.hub.read(as: .person("facilitator")) {
      try $0.documents(of: ID(Reference(story.meeting)?.number ?? 0)).map(\.reference.description)
    }
    #expect(Set(listed) == [first, second])
  }
}
