/* check.h - tables, dictionaries and examples as those who write them want them judged: all that is
 * wrong, by file and line. Prints nothing. */
#pragma once

#include "text/lexicon/lexicon.h"

#include <gio/gio.h>

#define OQ_CHECK_ERROR (oq_check_error_quark())
GQuark oq_check_error_quark(void);

typedef enum {
	OQ_CHECK_ERROR_MISSING, /* no such file, or nothing in it that can be judged */
	OQ_CHECK_ERROR_WRONG,   /* for whoever shows a report with something in it */
} OqCheckError;

/** An example that is read otherwise. */
typedef struct {
	char *place; /* file:line */
	char *written;
	char *expected;
	char *got;
	char *rules;       /* the words that rules made, and which */
	gboolean is_right; /* it is marked as one that fails, and does not */
} OqMisread;

typedef struct {
	GPtrArray *faults;  /* of char *: "file:line: why" */
	GPtrArray *misread; /* of OqMisread */
	guint n_files;
	guint n_rows;
} OqCheckReport;

typedef struct _OqCheck OqCheck;

/** OqCheckLoad: loads the table in @folder by whoever uses it; FALSE and OQ_TABLE_ERROR. */
typedef gboolean (*OqCheckLoad)(const char *folder, GError **error);

/** A table that the lexicon does not hold. */
typedef struct {
	const char *name;
	OqCheckLoad load; /* nullable: only its cells are looked at */
} OqCheckTable;

/** oq_check_new: @others: tables besides those of the lexicon; one without a name ends them; they
 * must outlive the check. */
OqCheck *oq_check_new(const OqCheckTable *others);
void oq_check_free(OqCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqCheck, oq_check_free)

/**
 * oq_check_add: judges a file, or all in a folder.
 * @stop: (nullable)
 *
 * What a file is, its name and its folder tell, or what stands in it. Examples are read with the
 * tables in voices/kk above them, where there are some, else with those of the program.
 *
 * Returns: FALSE and OQ_CHECK_ERROR, OQ_TABLE_ERROR, G_FILE_ERROR or G_IO_ERROR_CANCELLED; what was
 *   found so far is in the report
 */
gboolean oq_check_add(OqCheck *check, const char *path, GCancellable *stop, GError **error);

/** oq_check_report: (transfer none): of all that was added so far. */
const OqCheckReport *oq_check_report(const OqCheck *check);
