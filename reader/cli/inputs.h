/* inputs.h - the files of a command, read one after the other, or as one book. A folder stands for
 * the files in it, in natural order. */
#pragma once

#include "cli/call.h"
#include "radio/bulletin/running_order.h"
#include "reading/cursor.h"

#define OQ_INPUTS_ERROR (oq_inputs_error_quark())
GQuark oq_inputs_error_quark(void);

typedef enum {
	OQ_INPUTS_ERROR_NOTHING, /* there is not a word to say in any of the files */
} OqInputsError;

typedef struct {
	const OqCall *call;
	char **names; /* NULL-terminated: files and folders; "-" is standard input */
	char **files; /* the same, with the files of the folders */
	const OqReader *reader;
	OqDocumentWait wait; /* nullable: see oq_document_on_wait() */
	gpointer wait_data;
	GPtrArray *notes;     /* of char *: warnings, to be said when all is done */
	gboolean is_repeated; /* they are read again: what comes from a pipe is kept for that */
	GPtrArray *kept;      /* of OqCursor, nullable: by file, and behind them that of the book */
	const OqRunningOrder *order; /* (nullable): how the files are to be said */
	guint n_cut;       /* files that were not read to their end, as damage ends them */
	guint first_item;  /* of it: that of the first file */
	const char *title; /* (nullable): of the audio that they become */
} OqInputs;

/**
 * oq_inputs_init:
 * @reader: must outlive the inputs, as @call
 *
 * Opens each file that is named once, so that a mistake in the last name does not cost the work on
 * the others; pipes and standard input, which cannot be opened twice, are left for later.
 *
 * Returns: FALSE and OQ_DOCUMENT_ERROR, or OQ_USAGE_ERROR when no file was named and standard input
 *   is a terminal; then oq_inputs_clear() is still due
 */
gboolean oq_inputs_init(
	OqInputs *inputs, const OqCall *call, const OqReader *reader, GError **error);
void oq_inputs_clear(OqInputs *inputs);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqInputs, oq_inputs_clear)

/** OqInputsConsume: reads @cursor to its end; sets @said when there was something to say. */
typedef gboolean (*OqInputsConsume)(
	OqCursor *cursor, gboolean *said, gpointer data, GError **error);

/**
 * oq_inputs_each:
 *
 * Damage in one of several files is told, and the others follow.
 *
 * Returns: FALSE and an error of @consume, OQ_DOCUMENT_ERROR or OQ_INPUTS_ERROR_NOTHING
 */
gboolean oq_inputs_each(OqInputs *inputs, OqInputsConsume consume, gpointer data, GError **error);

/** oq_inputs_as_book: all of them as one text, of which @consume is called once; as
 * oq_inputs_each() for the rest. */
gboolean oq_inputs_as_book(
	OqInputs *inputs, OqInputsConsume consume, gpointer data, GError **error);

/** oq_inputs_chosen: as oq_inputs_each(); with --start or --end all of them are one text, of which
 * that part is read. */
gboolean oq_inputs_chosen(OqInputs *inputs, OqInputsConsume consume, gpointer data, GError **error);

/**
 * oq_inputs_end: prints the warnings, unless --quiet.
 * @whole: what oq_inputs_each() and its like gave, or what was done with that
 *
 * Returns: @whole; FALSE and OQ_DOCUMENT_ERROR where all was done, but a file was damaged
 */
gboolean oq_inputs_end(const OqInputs *inputs, gboolean whole, GError **error);
