import Foundation
import HubFiles
import Testing

@Suite struct DurableFileTests {
  /// A folder of one's own, that goes with the value.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.appending(path: "hub-files-\(UUID())").path

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }

    func write(_ text: String, to name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: file(name)))
    }

    func text(_ name: String) throws -> String {
      try String(contentsOfFile: file(name), encoding: .utf8)
    }

    var names: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }
  }

  private func write(_ text: String, to path: String, isConfidential: Bool = false) throws {
    try DurableFile.write(Array(text.utf8), to: FilePlace(path), isConfidential: isConfidential)
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `a link stays a link, also one that leads to where nothing is`() throws {
    let folder = try Folder()
    try folder.write("old", to: "file")
    for name in ["file", "missing"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("link-to-" + name), withDestinationPath: name)
      try write("new", to: folder.file("link-to-" + name))
      #expect(try folder.text(name) == "new")
    }
    #expect(try folder.names == ["file", "link-to-file", "link-to-missing", "missing"])
    let destination = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.file("link-to-file"))
    #expect(destination == "file")
  }

  @Test func `who may read what is replaced may read what replaces it, and nobody else`() throws {
    let folder = try Folder()
    for permissions in [0o600, 0o640, 0o444] {
      let path = folder.file("file-\(permissions)")
      try folder.write("old", to: "file-\(permissions)")
      try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
      try write("new", to: path)
      #expect(try mode(path) == permissions)
    }
    try write("secret", to: folder.file("secret"), isConfidential: true)
    #expect(try mode(folder.file("secret")) == 0o600)
  }

  @Test func `of two who make the same file one does`() throws {
    let folder = try Folder()
    let place = FilePlace(folder.file("file"))
    let files = try (0..<2).map { number in
      let file = try DurableFile(at: place, isConfidential: true)
      try file.append(Array("\(number)".utf8))
      return file
    }
    try files[1].landAsNew()
    #expect {
      try files[0].landAsNew()
    } throws: {
      ($0 as? FileError)?.isTaken == true
    }
    for file in files { file.discard() }
    #expect(try folder.text("file") == "1")
    #expect(try folder.names == ["file"])
  }

  @Test func `what does not land leaves what was there, and nothing beside it`() throws {
    let folder = try Folder()
    try folder.write("old", to: "file")
    let file = try DurableFile(at: FilePlace(folder.file("file")), isConfidential: true)
    try file.append(Array("new".utf8))
    file.discard()
    #expect(try folder.text("file") == "old")
    #expect(try folder.names == ["file"])
    #expect(throws: FileError.self) { try write("text", to: folder.file("missing/file")) }
    #expect(throws: FileError.self) { try write("text", to: folder.path) }
    #expect(try folder.names == ["file"])
  }

  @Test func `what is no file is written into as it is`() throws {
    try write("text", to: "/dev/null")
    #expect(FilePlace("/dev/null").beginning(10) == [])
    let kind = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(kind as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test func `a place is the same by whatever name`() throws {
    let folder = try Folder()
    try folder.write("text", to: "file")
    try FileManager.default.linkItem(atPath: folder.file("file"), toPath: folder.file("second"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("folder"), withDestinationPath: ".")
    let place = FilePlace(folder.file("file"))
    for name in ["file", "second", "./file", "folder/file", "folder/folder/second"] {
      #expect(FilePlace(folder.file(name)).isSame(as: place), "\(name)")
    }
    #expect(!FilePlace(folder.file("other")).isSame(as: place))
    #expect(FilePlace(folder.file("folder/x")).isSame(as: FilePlace(folder.file("x"))))
    #expect(FilePlace("x").isSame(as: FilePlace("./x")))
  }
}
