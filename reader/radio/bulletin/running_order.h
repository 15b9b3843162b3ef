/* running_order.h - what a bulletin is made of: texts, one after the other, and how each is said.
 *
 *     # the evening news
 *     weather.txt
 *     council.txt | voice=ainur | headline=From the city council
 *     sport/today.txt | speed=150 | headline=no | gap=1.5
 *
 * A line is a path, relative to the folder of the list, and what belongs to that text, in any
 * order. Between these stand | or tabs; where a line has a tab, | is a character as others are.
 *
 *   voice     who says it
 *   speed     words a minute; pitch: 0–100, as the options of the same names
 *   headline  said before it, in place of the heading that it begins with, if it does; "no": this
 *             is left out and nothing said for it
 *   title     what it is called in the file's marks, and where it is a file of its own
 *   gap       seconds of silence before it
 *
 * UTF-8, with or without a BOM, LF or CR LF. A line that begins with # is a comment. */
#pragma once

#include "speech/style.h"

#define OQ_RUNNING_ORDER_ERROR (oq_running_order_error_quark())
GQuark oq_running_order_error_quark(void);

typedef enum {
	OQ_RUNNING_ORDER_ERROR_LINE, /* the message begins with file:line */
	OQ_RUNNING_ORDER_ERROR_TEXT, /* the same: a text is not there */
	OQ_RUNNING_ORDER_ERROR_FILE, /* the list cannot be read, or has no item */
} OqRunningOrderError;

#define OQ_GAP_MAX_MS (60 * 1000)

/** A text of it. */
typedef struct {
	char *path;
	char *title;            /* (nullable): it is found in the text, or is that of the file */
	char *headline;         /* (nullable) */
	gboolean drops_heading; /* what the text begins with is not said, if it is a heading */
	gboolean has_gap;
	guint gap_ms;
	OqStyle style;
	guint line; /* of the list; 0: there is none */
} OqRunningItem;

typedef struct {
	char *list;       /* (nullable): the file that it is from */
	GPtrArray *items; /* of OqRunningItem */
} OqRunningOrder;

/**
 * oq_running_order_load:
 * @list: the file
 * @style: how it is said where the list does not tell
 * @voices: (nullable): the folder of the voices; NULL: any voice is one
 *
 * Each text must be there, but none is opened.
 *
 * Returns: NULL and OQ_RUNNING_ORDER_ERROR
 */
OqRunningOrder *oq_running_order_load(
	const char *list, const OqStyle *style, const char *voices, GError **error);

/** oq_running_order_seems: a file that is to be read as a text has nothing but lines of a list. */
gboolean oq_running_order_seems(const char *file);

void oq_running_order_free(OqRunningOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqRunningOrder, oq_running_order_free)

guint oq_running_order_n_items(const OqRunningOrder *order);
const OqRunningItem *oq_running_order_item(const OqRunningOrder *order, guint index);
