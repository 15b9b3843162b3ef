/* kept.h - how places and bookmarks are written down: files that GKeyFile reads, with the number of
 * their form. */
#pragma once

#include <glib.h>

#define OQ_KEPT_ERROR (oq_kept_error_quark())
GQuark oq_kept_error_quark(void);

typedef enum {
	OQ_KEPT_ERROR_DAMAGED, /* it does not hold what it should, or a newer program wrote it */
} OqKeptError;

/** oq_kept_new: (transfer full): one with a number, and nothing else. */
GKeyFile *oq_kept_new(void);

/** oq_kept_parse: (transfer full): any bytes. */
GKeyFile *oq_kept_parse(const char *bytes, gsize n_bytes, GError **error);

/** oq_kept_print: (transfer full). */
char *oq_kept_print(GKeyFile *file, gsize *n_bytes);

/** oq_kept_damaged: FALSE and OQ_KEPT_ERROR_DAMAGED. */
gboolean oq_kept_damaged(GError **error, const char *what);

/* What a file may or may not hold: @value stays as it is when there is no such key. FALSE and
 * OQ_KEPT_ERROR_DAMAGED when it is something else. */

/** oq_kept_number: @high: the largest that it can be. */
gboolean oq_kept_number(GKeyFile *file, const char *group, const char *key, guint64 high,
	guint64 *value, GError **error);

/** oq_kept_line: as oq_line_new() leaves it; @value must be NULL before. */
gboolean oq_kept_line(GKeyFile *file, const char *group, const char *key, gsize max_characters,
	char **value, GError **error);
