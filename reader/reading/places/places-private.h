/* places-private.h - what the files of places.h share. */
#pragma once

#include "base/files/cabinet.h"
#include "reading/places/places.h"

#define OQ_PLACES_PLACE     ".place"
#define OQ_PLACES_BOOKMARKS ".bookmarks"
#define OQ_PLACES_PATH      ".path"

struct _OqPlaces {
	OqCabinet *cabinet;
	GPtrArray *notices;
	guint n_damaged;     /* files that this call set aside */
	gboolean has_saved;  /* something */
	gboolean has_told;   /* that it cannot save */
	gboolean is_failing; /* to save what was to be saved last */
};

/** oq_places_stem: (transfer full) (nullable): what the name begins with; NULL: it is none of a
 * text's files, nor of what was set aside. */
char *oq_places_stem(const char *name);

/** oq_places_read: (transfer full) (nullable): a file; NULL: it is not there, or was set aside. */
GBytes *oq_places_read(OqPlaces *places, const char *name, gsize max_bytes);

/** oq_places_set_aside: a file that is damaged; tells it. */
void oq_places_set_aside(OqPlaces *places, const char *name);

/** oq_places_all: (transfer full) (element-type OqPlace): of all texts, in no order; NULL and
 * OQ_PLACES_ERROR_UNREADABLE. */
GPtrArray *oq_places_all(OqPlaces *places, GError **error);

/** oq_places_keep_bookmarks: those that are not on disk yet. @fits: (out): FALSE: with those of
 * other readers they are too many, and some are lost. */
gboolean oq_places_keep_bookmarks(OqPlaces *places, OqPlace *place, gboolean *fits, GError **error);

/** oq_places_refuse: FALSE and OQ_PLACES_ERROR_NOT_KEPT. */
gboolean oq_places_refuse(GError **error, const GError *failure);
