// Written by embed.sh: do not edit.
#include "HubResources.h"

static const unsigned char file0[] = {
#embed "translations/choices.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file1[] = {
#embed "translations/faults.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file2[] = {
#embed "translations/fields.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file3[] = {
#embed "translations/roles.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file4[] = {
#embed "translations/states.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file5[] = {
#embed "translations/types.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file6[] = {
#embed "translations/verbs.txt" suffix(, 0) if_empty(0)
};

static const HubResource files[] = {
  {"translations/choices.txt", file0, sizeof file0 - 1},
  {"translations/faults.txt", file1, sizeof file1 - 1},
  {"translations/fields.txt", file2, sizeof file2 - 1},
  {"translations/roles.txt", file3, sizeof file3 - 1},
  {"translations/states.txt", file4, sizeof file4 - 1},
  {"translations/types.txt", file5, sizeof file5 - 1},
  {"translations/verbs.txt", file6, sizeof file6 - 1},
};

const HubResource *hub_resources(size_t *count) {
  *count = sizeof files / sizeof *files;
  return files;
}
