#include "recorded_disk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 4096 };

struct watch {
  char *path;
  hub_disk_event event;
  void *context;
};

static struct watch watches[MOST];
static int count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static sqlite3_vfs *real;
static sqlite3_vfs layer;

/// A file that is watched; the file of the real layer follows it in memory.
struct file {
  sqlite3_file base;
  int mark;
  const char *path;
};

static sqlite3_file *below(sqlite3_file *file) { return (sqlite3_file *)((struct file *)file + 1); }

static int tell(int mark, int kind, const char *path, sqlite3_int64 offset, const void *bytes,
                int size) {
  pthread_mutex_lock(&lock);
  struct watch watch = watches[mark];
  pthread_mutex_unlock(&lock);
  return watch.event ? watch.event(watch.context, kind, path, offset, bytes, size) : SQLITE_OK;
}

static int told(sqlite3_file *file, int kind, sqlite3_int64 offset, const void *bytes, int size) {
  return tell(((struct file *)file)->mark, kind, ((struct file *)file)->path, offset, bytes, size);
}

static int find(const char *path) {
  int found = -1;
  pthread_mutex_lock(&lock);
  for (int mark = 0; path && mark < count; mark++)
    if (watches[mark].event && !strncmp(path, watches[mark].path, strlen(watches[mark].path)))
      found = mark;
  pthread_mutex_unlock(&lock);
  return found;
}

static int file_close(sqlite3_file *file) { return below(file)->pMethods->xClose(below(file)); }

static int file_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset) {
  int result = told(file, HUB_DISK_READ, offset, 0, size);
  return result ? result : below(file)->pMethods->xRead(below(file), bytes, size, offset);
}

static int file_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset) {
  int result = told(file, HUB_DISK_WRITE, offset, bytes, size);
  return result ? result : below(file)->pMethods->xWrite(below(file), bytes, size, offset);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
  int result = told(file, HUB_DISK_TRUNCATE, size, 0, 0);
  return result ? result : below(file)->pMethods->xTruncate(below(file), size);
}

static int file_sync(sqlite3_file *file, int flags) {
  int result = told(file, HUB_DISK_SYNC, 0, 0, 0);
  return result ? result : below(file)->pMethods->xSync(below(file), flags);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
  return below(file)->pMethods->xFileSize(below(file), size);
}
static int file_lock(sqlite3_file *file, int level) {
  return below(file)->pMethods->xLock(below(file), level);
}
static int file_unlock(sqlite3_file *file, int level) {
  return below(file)->pMethods->xUnlock(below(file), level);
}
static int file_is_reserved(sqlite3_file *file, int *is) {
  return below(file)->pMethods->xCheckReservedLock(below(file), is);
}
static int file_control(sqlite3_file *file, int operation, void *argument) {
  return below(file)->pMethods->xFileControl(below(file), operation, argument);
}
static int file_sector(sqlite3_file *file) { return below(file)->pMethods->xSectorSize(below(file)); }
static int file_traits(sqlite3_file *file) {
  return below(file)->pMethods->xDeviceCharacteristics(below(file));
}
static int shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
  return below(file)->pMethods->xShmMap(below(file), page, size, extend, memory);
}
static int shm_lock(sqlite3_file *file, int offset, int n, int flags) {
  return below(file)->pMethods->xShmLock(below(file), offset, n, flags);
}
static void shm_barrier(sqlite3_file *file) { below(file)->pMethods->xShmBarrier(below(file)); }
static int shm_unmap(sqlite3_file *file, int delete) {
  return below(file)->pMethods->xShmUnmap(below(file), delete);
}

static const sqlite3_io_methods methods = {
  2, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock,
  file_unlock, file_is_reserved, file_control, file_sector, file_traits, shm_map, shm_lock,
  shm_barrier, shm_unmap, 0, 0,
};

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out) {
  (void)vfs;
  int mark = find(path);
  // What nobody watches is the real layer's own file: there is room for it.
  if (mark < 0) return real->xOpen(real, path, file, flags, out);
  struct file *own = (struct file *)file;
  memset(own, 0, sizeof *own);
  own->mark = mark;
  own->path = path;
  int result = real->xOpen(real, path, below(file), flags, out);
  // To be closed even where it was not opened, if the real layer says so.
  if (below(file)->pMethods) file->pMethods = &methods;
  return result;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync) {
  (void)vfs;
  int mark = find(path);
  int result = mark < 0 ? 0 : tell(mark, HUB_DISK_DELETE, path, 0, 0, sync);
  return result ? result : real->xDelete(real, path, sync);
}

static void begin(void) {
  sqlite3_initialize();
  real = sqlite3_vfs_find(0);
  layer = *real;
  layer.zName = "hub-recorded";
  layer.pNext = 0;
  layer.szOsFile = (int)sizeof(struct file) + real->szOsFile;
  layer.xOpen = vfs_open;
  layer.xDelete = vfs_delete;
  sqlite3_vfs_register(&layer, 1);
}

int hub_disk_watch(const char *path, hub_disk_event event, void *context) {
  pthread_once(&once, begin);
  pthread_mutex_lock(&lock);
  int mark = count < MOST ? count++ : MOST - 1;
  watches[mark] = (struct watch){strdup(path), event, context};
  pthread_mutex_unlock(&lock);
  return mark;
}

void hub_disk_unwatch(int mark) {
  pthread_mutex_lock(&lock);
  watches[mark].event = 0;
  pthread_mutex_unlock(&lock);
}
