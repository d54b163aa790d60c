extension MinutesParser {
  /// `… (consensus)`, `… (lost; vote: 2 for, 5 against)`, `… (carried, 9-0)`: what became of the
  /// motion, and how. What stands in the parentheses at the end is read whole, or is a fault: of what
  /// was decided nothing is guessed.
  mutating func decision(
    _ found: OutcomeLine.Found, _ line: Int, at pointer: String,
    into outcome: inout MinutesDocument.Outcome
  ) -> ArraySlice<UInt8> {
    var text = found.value
    var said = DecisionTail()
    if let (before, inside) = Escapes.parentheses(text) {
      text = Blanks.trimmed(before)
      said.read(inside)
      if let part = said.unreadVote {
        values.fault(
          "unreadableVote", at: pointer + "/votes", line: line, byte: part.startIndex,
          ["text": String(decoding: part, as: UTF8.self)])
      }
      for part in said.unknown {
        let word = String(decoding: part, as: UTF8.self)
        var arguments = ["word": word]
        arguments["nearest"] = Nearest.word(to: word, among: DecisionTail.words)
        values.fault(
          arguments["nearest"] == nil ? "unknownDisposition" : "unknownDispositionNear",
          at: pointer + "/disposition", line: line, byte: part.startIndex, arguments)
      }
    }
    outcome.disposition = said.disposition ?? .carried
    outcome.method = said.method ?? (said.votes.isEmpty ? .notStated : .vote)
    outcome.votes = said.votes
    outcome.castingVote = said.castingVote
    outcome.rollCall = said.rollCall
    if outcome.votes.isEmpty, !said.rollCall.isEmpty, said.method ?? .vote == .vote {
      (outcome.method, outcome.votes) = (.vote, [VoteCount(said.rollCall)])
    }
    outcome.resolution = found.resolution ?? said.resolution
    outcome.mover = found.lead?.mover ?? said.mover
    outcome.seconder = found.lead?.seconder ?? said.seconder
    outcome.covers = said.covers
    outcome.amends = said.amends
    outcome.isAmendment =
      said.amends != nil || MinutesWords.isAmendment(values.file.bytes[found.word])
    if outcome.isAmendment, outcome.amends == nil, outcome.reference == nil, !hasMotion {
      values.fault("amendsNoMotion", at: pointer + "/amends", line: line)
    }
    guard said.unreadVote == nil, said.unknown.isEmpty else { return text }
    // Whoever writes “Motion” says what was asked, not yet what became of it.
    if said.disposition == nil, said.method == nil, said.votes.isEmpty, outcome.reference == nil,
      found.lead != nil || MinutesWords.isMotion(values.file.bytes[found.word])
    {
      values.fault("motionWithoutDisposition", at: pointer + "/disposition", line: line)
    }
    var decision = Decision()
    (decision.disposition, decision.method) = (outcome.disposition, outcome.method)
    (decision.votes, decision.castingVote) = (outcome.votes, outcome.castingVote)
    decision.rollCall = outcome.rollCall
    for fault in decision.faults() {
      values.fault(
        fault.code, at: pointer + fault.pointer, line: line, byte: text.endIndex, fault.arguments)
    }
    return text
  }
}

/// What stands in parentheses after a decision.
struct DecisionTail {
  var disposition: Disposition?
  var method: DecisionMethod?
  var votes: [VoteCount] = []
  var castingVote: CastingVote?
  var rollCall: [RollCallVote] = []
  var mover: String?
  var seconder: String?
  var resolution: String?
  /// The labels or references of the other items that it settles.
  var covers: [String] = []
  var amends: Reference?
  /// A count after *vote* that cannot be read.
  var unreadVote: ArraySlice<UInt8>?
  /// What else cannot be read.
  var unknown: [ArraySlice<UInt8>] = []

  /// The words that can stand there, for suggestions.
  static let words =
    MinutesWords.disposition.words.en + MinutesWords.disposition.words.fr
    + MinutesWords.method.words.en + MinutesWords.method.words.fr

  mutating func read(_ inside: ArraySlice<UInt8>) {
    // The groups of a vote stand between semicolons as well: what follows *vote:* is the vote.
    for part in Escapes.parts(inside, 0x3B) {
      if takesMotion(part) { continue }
      if let group = groupVote(part) {
        votes += group
      } else {
        take(part)
      }
    }
    if Escapes.parts(inside, 0x3B).isEmpty { unknown.append(inside) }
  }

  /// A further group of a vote that has begun.
  private func groupVote(_ part: ArraySlice<UInt8>) -> [VoteCount]? {
    guard votes.contains(where: { $0.group != nil }) else { return nil }
    return VoteReader.read(part)
  }

  /// `carried, 9-0`: words with commas between them, and after them a count.
  private mutating func take(_ part: ArraySlice<UInt8>) {
    var rest = Blanks.trimmed(part)
    while !rest.isEmpty {
      let comma = rest.firstIndex(of: 0x2C) ?? rest.endIndex
      let word = Blanks.trimmed(rest[..<comma])
      if takes(word) || takesName(word) {
        rest = comma < rest.endIndex ? Blanks.trimmed(rest[(comma + 1)...]) : []
      } else {
        return count(rest)
      }
    }
  }

  /// `moved by @ann` between commas; lists stand between semicolons.
  private mutating func takesName(_ word: ArraySlice<UInt8>) -> Bool {
    guard let (kind, _) = MotionPart.read(word),
      [.mover, .seconder, .amends, .resolution].contains(kind)
    else { return false }
    return takesMotion(word)
  }

  /// What belongs to the motion itself: who moved it, what it settles, how each one voted.
  private mutating func takesMotion(_ part: ArraySlice<UInt8>) -> Bool {
    guard let (kind, value) = MotionPart.read(part), !value.isEmpty else { return false }
    let text = String(decoding: Escapes.unescaped(value), as: UTF8.self)
    switch kind {
    case .mover, .seconder:
      // More than a name stands there.
      guard Escapes.parts(value, 0x2C).count == 1 else { return false }
      if kind == .mover { mover = text } else { seconder = text }
    case .amends:
      guard let reference = Reference(text), reference.type == .decision else { return false }
      amends = reference
    case .resolution: resolution = text
    case .covers:
      guard let items = ItemRange.read(value) else { return false }
      covers += items
    case .rollCall:
      guard let votes = RollCallReader.read(value) else { return false }
      rollCall += votes
    }
    return true
  }

  private mutating func takes(_ bytes: ArraySlice<UInt8>) -> Bool {
    let folded = Folding.folded(bytes)
    // Of *carried unanimously* both are meant.
    if let found = MinutesWords.method.find(folded)?.value, found != .vote || method == nil {
      method = found
      return true
    }
    if let found = MinutesWords.disposition.find(folded)?.value, disposition ?? found == found {
      disposition = found
      return true
    }
    if let found = MinutesWords.castingVote.find(folded)?.value {
      castingVote = found
      return true
    }
    return false
  }

  /// `vote: 12 for, 2 against`, `9-0-1`
  private mutating func count(_ bytes: ArraySlice<UInt8>) {
    guard let colon = bytes.firstIndex(of: 0x3A),
      MinutesWords.method.find(Folding.folded(Blanks.trimmed(bytes[..<colon])))?.value == .vote
    else {
      if let found = VoteReader.read(bytes), !found.isEmpty {
        votes += found
      } else {
        unknown.append(bytes)
      }
      return
    }
    if method == nil { method = .vote }
    let counts = Blanks.trimmed(bytes[(colon + 1)...])
    if let found = VoteReader.read(counts), !found.isEmpty {
      votes += found
    } else {
      unreadVote = bytes
    }
  }
}
