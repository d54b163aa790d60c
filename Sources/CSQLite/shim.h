#pragma once

#include <sqlite3.h>

// Swift cannot call C's variadic functions, nor form SQLITE_TRANSIENT, a pointer made of -1.

/// Leaves out the counting of memory, in the whole process; without effect once SQLite is in use.
static inline int hub_sqlite_count_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Turns one of the SQLITE_DBCONFIG switches that take an int on or off.
static inline int hub_sqlite_configure(sqlite3 *db, int option, int on) {
  return sqlite3_db_config(db, option, on, (int *)0);
}

/// Binds a copy of UTF-8 text. An empty text may come with a null pointer, which SQLite would
/// otherwise take for NULL.
static inline int hub_sqlite_bind_text(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_text64(
      statement, index, bytes ? (const char *)bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Binds a copy of a blob. An empty blob may come with a null pointer, as above.
static inline int hub_sqlite_bind_blob(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

/// Answers a function of a statement with a copy of UTF-8 text.
static inline void hub_sqlite_answer_text(
    sqlite3_context *context, const void *bytes, sqlite3_uint64 count) {
  sqlite3_result_text64(
      context, bytes ? (const char *)bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// The WAL-index that the connections of all processes share, or null where the database has none:
/// in another journal mode, or before the connection has read anything. It stays where it is until
/// the connection closes. Found through SQLite's own file methods: opening the file ourselves and
/// closing it would drop the process's locks on it.
static inline const volatile unsigned *hub_sqlite_wal_index(sqlite3 *db) {
  sqlite3_file *file = 0;
  if (sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return 0;
  if (!file || !file->pMethods || file->pMethods->iVersion < 2) return 0;
  if (!file->pMethods->xShmMap) return 0;
  volatile void *region = 0;
  // Regions of the WAL-index have 32 KiB (sqlite.org/walformat.html, section 2). Not extended:
  // where there is none, none is made.
  if (file->pMethods->xShmMap(file, 0, 32768, 0, &region) != SQLITE_OK) return 0;
  return (const volatile unsigned *)region;
}

enum { HUB_SQLITE_WAL_HEADER_WORDS = 12 };

/// Copies the header of a WAL-index: 48 bytes of which some change with every commit
/// (sqlite.org/walformat.html, section 2.1). It is there twice, written in the order opposite to
/// that of reading; returns 0 where the two differ, since somebody is writing or has died.
static inline int hub_sqlite_wal_header(
    const volatile unsigned *index, unsigned header[HUB_SQLITE_WAL_HEADER_WORDS]) {
  for (int i = 0; i < HUB_SQLITE_WAL_HEADER_WORDS; i++) header[i] = index[i];
  __atomic_thread_fence(__ATOMIC_SEQ_CST);
  for (int i = 0; i < HUB_SQLITE_WAL_HEADER_WORDS; i++)
    if (header[i] != index[HUB_SQLITE_WAL_HEADER_WORDS + i]) return 0;
  // The fourth word begins with a byte that tells whether the index is in use.
  return *(const unsigned char *)&header[3] == 1;
}

/// Whether the file that a connection has open is no longer the one that its path leads to: it was
/// removed, renamed or replaced, and what is written into it is found by nobody.
static inline int hub_sqlite_has_moved(sqlite3 *db) {
  int moved = 0;
  return sqlite3_file_control(db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved;
}
