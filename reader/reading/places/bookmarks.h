/* bookmarks.h - the bookmarks of a text, by their places: a GPtrArray of OqBookmark. */
#pragma once

#include "reading/places/trace.h"

/** So many a text may have, and so long may be what they are written down in. */
#define OQ_BOOKMARKS_MAX       500
#define OQ_BOOKMARKS_MAX_BYTES (1 << 20)

typedef struct {
	guint64 place; /* as that of OqPlace */
	char *name;    /* one line; "" when it has none */
	OqTrace trace;
} OqBookmark;

/** oq_bookmarks_new: (element-type OqBookmark): none. */
GPtrArray *oq_bookmarks_new(void);

/** oq_bookmarks_put: @name: (nullable): any text; in place of that of an earlier one at the same
 * place. FALSE: there are too many. */
gboolean oq_bookmarks_put(GPtrArray *bookmarks, guint64 place, const char *name);

/** oq_bookmarks_trace: (transfer none) (nullable): of the one at that place; NULL: there is none.
 */
OqTrace *oq_bookmarks_trace(const GPtrArray *bookmarks, guint64 place);

/** oq_bookmarks_remove: FALSE: there is none. */
gboolean oq_bookmarks_remove(GPtrArray *bookmarks, guint64 place);

/** oq_bookmarks_parse: what oq_bookmarks_print() gave; any other bytes are OQ_KEPT_ERROR_DAMAGED.
 */
GPtrArray *oq_bookmarks_parse(const char *bytes, gsize n_bytes, GError **error);
char *oq_bookmarks_print(const GPtrArray *bookmarks, gsize *n_bytes);
