import HubModel
import HubSQL

/// What keeping a kind asks for of which one can be merged into another.
protocol MergeableStored: Stored, Mergeable {
  /// What has to be done before one of them can be merged: a right that it gives is never moved
  /// along.
  func faultsBeforeMerging(in reading: Reading) throws -> [Fault]

  /// What ends with one that is merged.
  func endByMerging(in writing: Writing) throws
}

extension MergeableStored {
  func endByMerging(in writing: Writing) throws {}

  /// `merged=true`: those that were merged into another.
  static func merged(forFilter name: String) -> SQL? {
    name == "merged" ? "t.merged_into IS NOT NULL" : nil
  }
}

extension Record {
  /// What tells that the record was merged, and where it is to be found; nil for one that stands for
  /// itself.
  var goneFault: Fault? {
    successor.map {
      Fault("merged", ["ref": reference.description, "into": $0.description])
    }
  }
}

extension Stored {
  /// A list is of what stands for itself, unless it is asked for what was merged, or for whatever
  /// has changed.
  static func standing(besideFilters names: some Sequence<String>) -> SQL? {
    let asking: Set = ["merged", "mergedInto", "changedSince"]
    guard Self.self is any MergeableStored.Type, !names.contains(where: asking.contains) else {
      return nil
    }
    return "t.merged_into IS NULL"
  }
}
