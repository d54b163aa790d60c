// Written by embed.sh: do not edit.
#include "HubResources.h"

const HubResource *hub_resources(size_t *count) {
  *count = 0;
  return 0;
}
