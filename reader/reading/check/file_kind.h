/* file_kind.h - what a file is that is to be judged: by its name, its folder, and what is in it. */
#pragma once

#include "reading/check/check.h"
#include "reading/check/sheet.h"
#include "text/examples.h"

typedef enum {
	OQ_FILE_KIND_OTHER,   /* nothing that can be judged */
	OQ_FILE_KIND_LEXICON, /* a table of the lexicon */
	OQ_FILE_KIND_TABLE,   /* another one */
	OQ_FILE_KIND_WORDS,   /* a dictionary */
	OQ_FILE_KIND_EXAMPLES,
} OqFileKind;

/** oq_file_kind_by_name: @others: as oq_check_new() has them. _WORDS: it may hold examples as well.
 */
OqFileKind oq_file_kind_by_name(const char *path, const OqCheckTable *others);

/** oq_file_kind_by_contents: of a file whose name does not tell: by its columns, or by what most of
 * its rows say, which no dictionary may. */
OqFileKind oq_file_kind_by_contents(const char *path, const OqSheet *sheet);
