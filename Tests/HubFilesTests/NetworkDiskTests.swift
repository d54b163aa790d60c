import HubFiles
import Testing

@Suite struct NetworkDiskTests {
  static let mounts = #"""
    22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
    23 22 0:20 / /proc rw - proc proc rw
    41 22 0:44 / /srv/share rw,relatime shared:7 - nfs4 files:/export rw
    42 41 8:2 / /srv/share/local rw - xfs /dev/sdb1 rw
    43 22 0:50 / /mnt/far\040away rw - fuse.sshfs me@there: rw
    44 22 0:51 / /mnt/windows rw - cifs //pc/hub rw
    45 22 0:52 / /mnt/windows rw - ext4 /dev/sdc1 rw
    """#

  @Test(arguments: [
    ("/var/lib/hub/hub.db", nil), ("/srv/share/hub.db", "nfs4"), ("/srv/shared/hub.db", nil),
    ("/srv/share/local/hub.db", nil), ("/mnt/far away/hub.db", "fuse.sshfs"),
    ("/mnt/windows/hub.db", nil),
  ])
  func `a disk on another machine is told by where the file is`(path: String, kind: String?) {
    #expect(NetworkDisk.kind(of: path, in: Self.mounts) == kind)
  }

  @Test func `a folder of this machine's memory is none`() {
    #expect(NetworkDisk.kind(of: FilePlace("/proc/self/mountinfo")) == nil)
  }
}
