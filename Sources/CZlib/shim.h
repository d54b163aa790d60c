#include <zlib.h>

// zlib's initializers are macros, which Swift cannot see.

/// The largest window there is, in the gzip form (RFC 1952), with zlib's usual memory.
static inline int hub_zlib_gzip(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

/// For what reads back that gzip form alone.
static inline int hub_zlib_gunzip(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
