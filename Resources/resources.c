// Written by embed.sh: do not edit.
#include "CResources.h"

static const unsigned char file0[] = {
#embed "migrations/0001-foundation.sql" suffix(, 0) if_empty(0)
};

static const unsigned char file1[] = {
#embed "migrations/0002-sign-in.sql" suffix(, 0) if_empty(0)
};

static const unsigned char file2[] = {
#embed "migrations/0003-open-vocabularies.sql" suffix(, 0) if_empty(0)
};

static const unsigned char file3[] = {
#embed "migrations/0004-handles.sql" suffix(, 0) if_empty(0)
};

static const unsigned char file4[] = {
#embed "migrations/0005-search-by-key.sql" suffix(, 0) if_empty(0)
};

static const unsigned char file5[] = {
#embed "migrations/0006-merging-and-motions.sql" suffix(, 0) if_empty(0)
};

static const unsigned char file6[] = {
#embed "migrations/0007-meetings-as-held.sql" suffix(, 0) if_empty(0)
};

static const unsigned char file7[] = {
#embed "sample/01-pilot-network.json" suffix(, 0) if_empty(0)
};

static const unsigned char file8[] = {
#embed "sample/02-pilot-people.json" suffix(, 0) if_empty(0)
};

static const unsigned char file9[] = {
#embed "sample/03-pilot-strategy.json" suffix(, 0) if_empty(0)
};

static const unsigned char file10[] = {
#embed "sample/04-pilot-evaluation.json" suffix(, 0) if_empty(0)
};

static const unsigned char file11[] = {
#embed "sample/05-forum.json" suffix(, 0) if_empty(0)
};

static const unsigned char file12[] = {
#embed "sample/06-quebec.json" suffix(, 0) if_empty(0)
};

static const unsigned char file13[] = {
#embed "sample/07-maritimes.json" suffix(, 0) if_empty(0)
};

static const unsigned char file14[] = {
#embed "sample/08-practice-sheet.json" suffix(, 0) if_empty(0)
};

static const unsigned char file15[] = {
#embed "sign-in/common-passwords.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file16[] = {
#embed "styles/export.css" suffix(, 0) if_empty(0)
};

static const unsigned char file17[] = {
#embed "styles/welcome.css" suffix(, 0) if_empty(0)
};

static const unsigned char file18[] = {
#embed "translations/agenda-answers.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file19[] = {
#embed "translations/agendas.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file20[] = {
#embed "translations/assignees.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file21[] = {
#embed "translations/choices.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file22[] = {
#embed "translations/commands.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file23[] = {
#embed "translations/console.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file24[] = {
#embed "translations/documents.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file25[] = {
#embed "translations/exports.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file26[] = {
#embed "translations/faults-files.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file27[] = {
#embed "translations/faults-records.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file28[] = {
#embed "translations/faults.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file29[] = {
#embed "translations/fields.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file30[] = {
#embed "translations/file-commands.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file31[] = {
#embed "translations/imports.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file32[] = {
#embed "translations/meanings.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file33[] = {
#embed "translations/meetings.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file34[] = {
#embed "translations/merging.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file35[] = {
#embed "translations/minutes.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file36[] = {
#embed "translations/motions.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file37[] = {
#embed "translations/openapi.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file38[] = {
#embed "translations/participants.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file39[] = {
#embed "translations/problems.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file40[] = {
#embed "translations/roles.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file41[] = {
#embed "translations/series.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file42[] = {
#embed "translations/server.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file43[] = {
#embed "translations/service.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file44[] = {
#embed "translations/shared-commands.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file45[] = {
#embed "translations/sign-in.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file46[] = {
#embed "translations/sittings.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file47[] = {
#embed "translations/states.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file48[] = {
#embed "translations/types.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file49[] = {
#embed "translations/upkeep-commands.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file50[] = {
#embed "translations/upkeep.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file51[] = {
#embed "translations/verbs.txt" suffix(, 0) if_empty(0)
};

static const unsigned char file52[] = {
#embed "translations/welcome.txt" suffix(, 0) if_empty(0)
};

static const HubResource files[] = {
  {"migrations/0001-foundation.sql", file0, sizeof file0 - 1},
  {"migrations/0002-sign-in.sql", file1, sizeof file1 - 1},
  {"migrations/0003-open-vocabularies.sql", file2, sizeof file2 - 1},
  {"migrations/0004-handles.sql", file3, sizeof file3 - 1},
  {"migrations/0005-search-by-key.sql", file4, sizeof file4 - 1},
  {"migrations/0006-merging-and-motions.sql", file5, sizeof file5 - 1},
  {"migrations/0007-meetings-as-held.sql", file6, sizeof file6 - 1},
  {"sample/01-pilot-network.json", file7, sizeof file7 - 1},
  {"sample/02-pilot-people.json", file8, sizeof file8 - 1},
  {"sample/03-pilot-strategy.json", file9, sizeof file9 - 1},
  {"sample/04-pilot-evaluation.json", file10, sizeof file10 - 1},
  {"sample/05-forum.json", file11, sizeof file11 - 1},
  {"sample/06-quebec.json", file12, sizeof file12 - 1},
  {"sample/07-maritimes.json", file13, sizeof file13 - 1},
  {"sample/08-practice-sheet.json", file14, sizeof file14 - 1},
  {"sign-in/common-passwords.txt", file15, sizeof file15 - 1},
  {"styles/export.css", file16, sizeof file16 - 1},
  {"styles/welcome.css", file17, sizeof file17 - 1},
  {"translations/agenda-answers.txt", file18, sizeof file18 - 1},
  {"translations/agendas.txt", file19, sizeof file19 - 1},
  {"translations/assignees.txt", file20, sizeof file20 - 1},
  {"translations/choices.txt", file21, sizeof file21 - 1},
  {"translations/commands.txt", file22, sizeof file22 - 1},
  {"translations/console.txt", file23, sizeof file23 - 1},
  {"translations/documents.txt", file24, sizeof file24 - 1},
  {"translations/exports.txt", file25, sizeof file25 - 1},
  {"translations/faults-files.txt", file26, sizeof file26 - 1},
  {"translations/faults-records.txt", file27, sizeof file27 - 1},
  {"translations/faults.txt", file28, sizeof file28 - 1},
  {"translations/fields.txt", file29, sizeof file29 - 1},
  {"translations/file-commands.txt", file30, sizeof file30 - 1},
  {"translations/imports.txt", file31, sizeof file31 - 1},
  {"translations/meanings.txt", file32, sizeof file32 - 1},
  {"translations/meetings.txt", file33, sizeof file33 - 1},
  {"translations/merging.txt", file34, sizeof file34 - 1},
  {"translations/minutes.txt", file35, sizeof file35 - 1},
  {"translations/motions.txt", file36, sizeof file36 - 1},
  {"translations/openapi.txt", file37, sizeof file37 - 1},
  {"translations/participants.txt", file38, sizeof file38 - 1},
  {"translations/problems.txt", file39, sizeof file39 - 1},
  {"translations/roles.txt", file40, sizeof file40 - 1},
  {"translations/series.txt", file41, sizeof file41 - 1},
  {"translations/server.txt", file42, sizeof file42 - 1},
  {"translations/service.txt", file43, sizeof file43 - 1},
  {"translations/shared-commands.txt", file44, sizeof file44 - 1},
  {"translations/sign-in.txt", file45, sizeof file45 - 1},
  {"translations/sittings.txt", file46, sizeof file46 - 1},
  {"translations/states.txt", file47, sizeof file47 - 1},
  {"translations/types.txt", file48, sizeof file48 - 1},
  {"translations/upkeep-commands.txt", file49, sizeof file49 - 1},
  {"translations/upkeep.txt", file50, sizeof file50 - 1},
  {"translations/verbs.txt", file51, sizeof file51 - 1},
  {"translations/welcome.txt", file52, sizeof file52 - 1},
};

const HubResource *hub_resources(size_t *count) {
  *count = sizeof files / sizeof *files;
  return files;
}
