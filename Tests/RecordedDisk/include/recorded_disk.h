#pragma once

// A layer between SQLite and the disk: it tells of everything that is done to the files whose paths
// begin with one that is watched, and has it fail where it is told to. Other files do not pass it.

#ifdef __cplusplus
extern "C" {
#endif

enum hub_disk_kind {
  HUB_DISK_READ,
  HUB_DISK_WRITE,
  HUB_DISK_TRUNCATE,
  HUB_DISK_SYNC,
  HUB_DISK_DELETE
};

/// Told before it is done. What it answers is what SQLite is told instead, unless it is 0.
///
/// - offset: of what is written or read; the new size where a file is truncated.
/// - bytes: what is written, `count` of them; null for all else.
typedef int (*hub_disk_event)(
    void *context, int kind, const char *path, long long offset, const void *bytes, int count);

/// Watches the files whose paths begin so, from their next opening on. Returns a mark to end it by.
int hub_disk_watch(const char *path, hub_disk_event event, void *context);

/// Ends the watching: files that are open still are left to themselves.
void hub_disk_unwatch(int mark);

#ifdef __cplusplus
}
#endif
