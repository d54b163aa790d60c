#pragma once

#include <sqlite3.h>

// Swift cannot call C's variadic functions, nor form SQLITE_TRANSIENT, a pointer made of -1.

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
