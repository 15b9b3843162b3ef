/* place.h - where the reading of a text stopped, and how it was read. */
#pragma once

#include "reading/places/trace.h"
#include "speech/style.h"

/** A place that is none. */
#define OQ_PLACE_NONE G_MAXUINT64

/** What it is written down in is not larger. */
#define OQ_PLACE_MAX_BYTES (1 << 20)

/** What the listener chose for this text, a set. */
typedef enum {
	OQ_PLACE_VOICE = 1 << 0,
	OQ_PLACE_SPEED = 1 << 1,
	OQ_PLACE_PITCH = 1 << 2,
	OQ_PLACE_VOLUME = 1 << 3,
} OqPlaceStyle;

/** How a place was found. */
typedef enum {
	OQ_PLACE_NEW,        /* it was not: the text was never read */
	OQ_PLACE_BY_CONTENT, /* wherever the text lies now */
	OQ_PLACE_BY_PATH,    /* the text is another one than before: it was edited, or replaced */
} OqPlaceFound;

typedef struct {
	char **paths;        /* absolute, of its files in their order; never NULL */
	char *title;         /* (nullable), as words: one line, set by a function below */
	OqTrace trace;       /* of the place, with which it is found in an edited text */
	guint64 place;       /* byte of the text without its notes, where the sentence begins */
	guint64 in_notes;    /* byte of the notes that stand there, from 1; 0: it is in none */
	guint64 n_bytes;     /* of the text, or 0 */
	gint percent;        /* how much of it was read, or -1 */
	gint64 read_at_s;    /* when: since 1970 */
	guint64 sleep_place; /* where the sleep timer was set, or OQ_PLACE_NONE */
	gboolean has_ended;  /* it was read to its end */
	OqStyle style;       /* of which only the style_set counts */
	guint style_set;     /* OqPlaceStyle */

	/* What is not written down here: */
	OqPlaceFound found;
	GPtrArray *bookmarks; /* (element-type OqBookmark): bookmarks.h; changed by places.h */

	/* places.c's own: */
	char *key;           /* (nullable): what the names of its files begin with */
	GPtrArray *unkept;   /* changes of bookmarks that are not on disk */
	char **paths_before; /* (nullable): where it lay */
	gboolean is_pointed; /* its paths lead to it */
} OqPlace;

/** oq_place_new: the beginning of a text in these files. */
OqPlace *oq_place_new(const char *const *paths);
void oq_place_free(OqPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPlace, oq_place_free)

/** oq_place_set_title: @text: (nullable): any text. */
void oq_place_set_title(OqPlace *place, const char *text);

/** oq_place_set_style: what of @style the listener has chosen now, beside what was chosen before.
 */
void oq_place_set_style(OqPlace *place, OqPlaceStyle chosen, const OqStyle *style);

/** oq_place_apply_style: @style: (inout): with what was chosen for this text. */
void oq_place_apply_style(const OqPlace *place, OqStyle *style);

/** oq_place_keep_voice: FALSE: what was chosen is none of @voices (element-type OqVoice) any more,
 * and is no longer chosen. */
gboolean oq_place_keep_voice(OqPlace *place, const GPtrArray *voices);

/** oq_place_name: (transfer full): the title, or the name of the first file; one line. */
char *oq_place_name(const OqPlace *place);

/** oq_place_percent: how much was read, 0 to 100, or -1. */
gint oq_place_percent(const OqPlace *place);

/** oq_place_parse: what oq_place_print() gave; any other bytes are OQ_KEPT_ERROR_DAMAGED. */
OqPlace *oq_place_parse(const char *bytes, gsize n_bytes, GError **error);
char *oq_place_print(const OqPlace *place, gsize *n_bytes);
