import HubModel
import HubText

/// What a merge would touch, or has touched.
struct MergeReport {
  let duplicate: Reference
  let successor: Reference
  /// The records that named the duplicate, and name its successor.
  var moved: [Reference] = []
  /// Those that stay with the duplicate, since the same is said of its successor already: the same
  /// membership, the same attendance.
  var left: [Reference] = []
  /// What would be wrong with one of them.
  var faults: [Fault] = []

  /// How many records there are: what who confirms it has seen.
  var count: Int { moved.count + left.count }

  func written(dryRun: Bool) -> JSONWriter {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("dryRun")
    writer.bool(dryRun)
    writer.member("merged", duplicate.description)
    writer.member("into", successor.description)
    writer.member("records", count)
    writer.key("moved")
    writer.references(moved)
    writer.key("left")
    writer.references(left)
    writer.endObject()
    return writer
  }
}
