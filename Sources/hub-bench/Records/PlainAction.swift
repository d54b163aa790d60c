/// An action item's columns as a program without the hub would hold them.
struct PlainAction {
  static let columns = """
    number, network, state, visibility, shared_with, illustrative, created, modified, version, \
    author, body, item, title_en, title_fr, title_stale, details_en, details_fr, details_stale, \
    assignee, due_on, first_due_on, done_on, provisional
    """

  let number, network: Int64
  let state, visibility, sharedWith: String
  let illustrative, created, modified, version: Int64
  let author: Int64?
  let body: Int64
  let item: Int64?
  let titleEn, titleFr: String
  let titleStale, detailsEn, detailsFr, detailsStale: String?
  let assignee, dueOn, firstDueOn, doneOn: Int64?
  let provisional: Int64

  init(_ row: borrowing CRow) {
    number = row.number(0) ?? 0
    network = row.number(1) ?? 0
    state = row.text(2) ?? ""
    visibility = row.text(3) ?? ""
    sharedWith = row.text(4) ?? ""
    illustrative = row.number(5) ?? 0
    created = row.number(6) ?? 0
    modified = row.number(7) ?? 0
    version = row.number(8) ?? 0
    author = row.number(9)
    body = row.number(10) ?? 0
    item = row.number(11)
    titleEn = row.text(12) ?? ""
    titleFr = row.text(13) ?? ""
    titleStale = row.text(14)
    detailsEn = row.text(15)
    detailsFr = row.text(16)
    detailsStale = row.text(17)
    assignee = row.number(18)
    dueOn = row.number(19)
    firstDueOn = row.number(20)
    doneOn = row.number(21)
    provisional = row.number(22) ?? 0
  }
}
