/* recent.h - what was read, as it is told, and chosen by its user. Pure. */
#pragma once

#include "reading/places/place.h"

#define OQ_RECENT_ERROR (oq_recent_error_quark())
GQuark oq_recent_error_quark(void);

typedef enum {
	OQ_RECENT_ERROR_NONE,      /* nothing was read yet */
	OQ_RECENT_ERROR_NOT_FOUND, /* nothing that is called so */
	OQ_RECENT_ERROR_AMBIGUOUS, /* several are; the message names them with their numbers */
} OqRecentError;

/**
 * oq_recent_line: (transfer full): "2: Title, 34 per cent read, 3 days ago"; one line, in the
 * user's language, good to listen to.
 * @number: from 1
 * @is_missing: its files are not all there
 */
char *oq_recent_line(const OqPlace *place, guint number, gint64 now_s, gboolean is_missing);

/** oq_recent_matches: @wanted: its path, or a part of its title or of the name of its first file,
 * capital and small letters being the same. */
gboolean oq_recent_matches(const OqPlace *place, const char *wanted);

/**
 * oq_recent_choose:
 * @recent: (element-type OqPlace): as oq_places_recent() gives them
 * @wanted: (nullable): a number as in the list, from 1, or what oq_recent_matches() takes; a text
 *   that is called just so goes before those that have it in their name; NULL: the newest
 *
 * Returns: (transfer none): NULL and OQ_RECENT_ERROR
 */
OqPlace *oq_recent_choose(const GPtrArray *recent, const char *wanted, GError **error);
