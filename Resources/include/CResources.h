#ifndef C_RESOURCES_H
#define C_RESOURCES_H
#include <stddef.h>

/// One embedded file: its path below Resources/ and its bytes, which live as long as the process.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t size;
} HubResource;

/// The embedded files in the order of their paths, and how many there are.
const HubResource *hub_resources(size_t *count);

#endif
