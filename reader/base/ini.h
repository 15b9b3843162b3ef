/* ini.h - a text of groups and of keys with their values, line by line. Unlike GKeyFile it knows
 * each line's number, and a wrong line spoils no other.
 *
 *     # a line that begins with # or ; is a comment; empty lines are skipped
 *     [group]
 *     key = value
 *
 * UTF-8, with or without a BOM, LF or CR LF. White space around groups, keys and values is cut off;
 * there are no quotes, no escapes and no comments behind a value. */
#pragma once

#include <glib.h>

typedef enum {
	OQ_INI_END,
	OQ_INI_GROUP, /* name */
	OQ_INI_PAIR,  /* name and value */
	OQ_INI_WRONG, /* neither */
	OQ_INI_BYTES, /* not UTF-8, or there is a NUL in it */
} OqIniKind;

typedef struct {
	char *rest; /* (nullable): what is still to be read */
	char *end;
	guint line;        /* of what was read, counted from 1 */
	const char *name;  /* never empty, except that of a group */
	const char *value; /* may be empty */
} OqIni;

/** oq_ini_init: @bytes: with a NUL behind them; they are changed, and must outlive what is read. */
void oq_ini_init(OqIni *ini, char *bytes, gsize n_bytes);

/** oq_ini_next: what the next line that is neither empty nor a comment holds. */
OqIniKind oq_ini_next(OqIni *ini);
