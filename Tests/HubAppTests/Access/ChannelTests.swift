import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// No way of asking shows more than another.
@Suite struct ChannelTests {
  let stage: Stage

  init() throws { stage = try Stage.shared }

  private func get(_ path: String, _ figure: Figure, _ query: [Query.Pair] = []) -> Response {
    stage.test.send(.get, path, as: figure.principal, query: Query(query))
  }

  /// The pages of a list from the first to the last, as references; each page's size.
  private func pages(_ path: String, _ figure: Figure, _ query: [Query.Pair]) throws
    -> (found: [Reference], sizes: [Int])
  {
    var found: [Reference] = []
    var sizes: [Int] = []
    var cursor: String?
    repeat {
      let more = cursor.map { [Query.Pair(name: "cursor", value: $0)] } ?? []
      let json = try get(path, figure, query + more).json
      let items = try #require(json["items"]?.array)
      found += items.compactMap { $0["ref"]?.string.flatMap { Reference($0) } }
      sizes.append(items.count)
      cursor = json["next"]?.string
    } while cursor != nil && sizes.count < 1000
    return (found, sizes)
  }

  /// What is on the stage and what stood there before it, as far as the figure may see it.
  private func visible(to figure: Figure, _ type: RecordType? = nil) throws -> Set<Reference> {
    try stage.test.hub.read(as: figure.identity) { reading in
      var found: Set<Reference> = []
      for subject in Subjects.all where type == nil || subject.type == type {
        found.formUnion(try Self.visible(subject, reading))
      }
      return found
    }
  }

  /// By the pure rule, record for record, without the database's help.
  private static func visible<R: Stored>(_ type: R.Type, _ reading: Reading) throws
    -> [Reference]
  {
    try reading.visible(try reading.loadAll(R.self, where: "1 = 1")).map(\.reference)
  }

  @Test(arguments: Figure.all)
  func `lists show what may be seen, page by page, and count nothing else`(figure: Figure) throws {
    for type in RecordType.allCases {
      let expected = try visible(to: figure, type)
      let limit = 23
      let (found, sizes) = try pages(
        "/\(type.path)", figure, [.init(name: "limit", value: "\(limit)")])
      #expect(Set(found) == expected, "\(type)")
      #expect(found.count == expected.count)
      #expect(found == found.sorted { $0.number < $1.number })
      // Every page but the last one is full, and there is none for nothing.
      #expect(sizes.dropLast().allSatisfy { $0 == limit })
      #expect(sizes.count == max(1, (expected.count + limit - 1) / limit))
    }
  }

  @Test(arguments: Figure.all)
  func `a hidden record and an absent one are answered alike`(figure: Figure) throws {
    let visible = try visible(to: figure)
    for type in RecordType.allCases {
      let absent = Reference(type, 987_654)
      for tail in ["", "/history"] {
        let other = try text(get("/\(type.path)/\(absent)\(tail)", figure), naming: absent)
        for exhibit in try #require(stage.exhibits[type]) {
          let answer = get("/\(type.path)/\(exhibit.reference)\(tail)", figure)
          if visible.contains(exhibit.reference) {
            #expect(answer.status == 200, "\(exhibit.reference)")
          } else {
            #expect(answer.status == 404, "\(exhibit.reference)\(tail)")
            #expect(try text(answer, naming: exhibit.reference) == other)
          }
        }
      }
    }
  }

  /// The whole answer as text, with a mark where it names the reference that was asked for.
  private func text(_ answer: Response, naming reference: Reference) throws -> String {
    let body = String(decoding: try answer.collected(), as: UTF8.self)
    let whole = "\(answer.status)\n\(answer.headers)\n\(body)"
    return whole.split(separator: reference.description, omittingEmptySubsequences: false)
      .joined(separator: "·")
  }

  @Test(arguments: Figure.all)
  func `a record names only neighbours and names that may be seen`(figure: Figure) throws {
    let visible = try visible(to: figure)
    for type in RecordType.allCases {
      for exhibit in try #require(stage.exhibits[type]) where visible.contains(exhibit.reference) {
        let json = try get("/\(type.path)/\(exhibit.reference)", figure).json
        let links = Set(
          (json["links"]?.array ?? []).compactMap { $0.string.flatMap { Reference($0) } })
        #expect(links.isSubset(of: visible))
        #expect(links.isSuperset(of: exhibit.neighbours.intersection(visible)))
        let names = Set((json["names"]?.object ?? []).compactMap { Reference($0.name) })
        #expect(names == exhibit.references.intersection(visible), "\(exhibit.reference)")
      }
    }
  }

  @Test(arguments: Figure.all)
  func `search finds what may be seen and nothing else`(figure: Figure) throws {
    let visible = try visible(to: figure)
    for type in RecordType.allCases {
      let exhibits = try #require(stage.exhibits[type])
      let (found, _) = try pages(
        "/search", figure,
        [
          .init(name: "q", value: Specimen.word), .init(name: "type", value: type.rawValue),
          .init(name: "limit", value: "100"),
        ])
      #expect(Set(found).isSubset(of: visible), "\(type)")
      #expect(Set(found).count == found.count)
      let expected = exhibits.filter(\.isSearched).map(\.reference).filter(visible.contains)
      #expect(Set(found).isSuperset(of: expected), "\(type)")
    }
    // The keys of the index are not words that can be searched for.
    let person = stage.people[figure.handle].map { "p\($0)" } ?? "w"
    let (found, _) = try pages("/search", figure, [.init(name: "q", value: person)])
    #expect(found == [])
  }

  @Test(arguments: Figure.all)
  func `a trace passes through nothing hidden`(figure: Figure) throws {
    let visible = try visible(to: figure)
    for type in RecordType.allCases {
      let exhibits = try #require(stage.exhibits[type])
      // One of each look is enough: the walk is the same for all.
      for exhibit in Dictionary(grouping: exhibits, by: \.effective).compactMap(\.value.first) {
        let answer = get("/trace/\(exhibit.reference)", figure)
        guard visible.contains(exhibit.reference) else {
          let absent = Reference(type, 987_654)
          let other = get("/trace/\(absent)", figure)
          #expect(try text(answer, naming: exhibit.reference) == text(other, naming: absent))
          continue
        }
        let json = try answer.json
        let nodes = Set(
          (json["nodes"]?.array ?? []).compactMap { $0["ref"]?.string.flatMap { Reference($0) } })
        #expect(nodes.isSubset(of: visible))
        #expect(nodes.isSuperset(of: exhibit.neighbours.intersection(visible)))
        for edge in json["edges"]?.array ?? [] {
          for end in ["earlier", "later"] {
            let reference = try #require(edge[end]?.string.flatMap { Reference($0) })
            #expect(nodes.contains(reference), "\(exhibit.reference): \(reference)")
          }
        }
      }
    }
  }

  @Test(arguments: Figure.all)
  func `a hidden record cannot be found out by referring to it`(figure: Figure) throws {
    let visible = try visible(to: figure)
    for type in RecordType.allCases {
      guard let (path, field, isList) = Self.referrer(to: type) else { continue }
      let absent = Reference(type, 987_654)
      let exhibits = try #require(stage.exhibits[type])
      for exhibit in Dictionary(grouping: exhibits, by: \.effective).compactMap(\.value.first) {
        func post(_ reference: Reference) -> Response {
          let value = JSON.string(reference.description)
          let body = JSON.object([.init(name: field, value: isList ? .array([value]) : value)])
          return stage.test.send(.post, path, body, as: figure.principal)
        }
        func filter(_ reference: Reference) -> Response {
          get(path, figure, [.init(name: field, value: reference.description)])
        }
        let isHidden = !visible.contains(exhibit.reference)
        let (answer, other) = (post(exhibit.reference), post(absent))
        #expect(answer.status != 201 || !isHidden)
        let (list, absentList) = (filter(exhibit.reference), filter(absent))
        #expect((list.status == 400) == isHidden, "\(path)?\(field)=\(exhibit.reference)")
        guard isHidden else { continue }
        #expect(try text(answer, naming: exhibit.reference) == text(other, naming: absent))
        #expect(try text(list, naming: exhibit.reference) == text(absentList, naming: absent))
      }
    }
  }

  /// A collection whose records refer to that type in a field that callers set.
  private static func referrer(to type: RecordType) -> (path: String, field: String, isList: Bool)?
  {
    // An agenda needs no more than its meeting, so referring to one would make one.
    for kind in Kinds.all where !kind.type.sharesNumberWithMeeting {
      for field in kind.fieldSummaries where !field.traits.contains(.system) {
        switch field.kind {
        case .reference(type): return ("/\(kind.type.path)", field.name, false)
        case .anyReference(let types) where types.contains(type):
          return ("/\(kind.type.path)", field.name, false)
        case .references([type]): return ("/\(kind.type.path)", field.name, true)
        default: continue
        }
      }
    }
    return nil
  }
}
