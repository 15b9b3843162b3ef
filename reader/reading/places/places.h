/* places.h - where the reading of each text stopped, its bookmarks, and what was read last.
 *
 * A text is known by its content, and if that has changed, by its path; one is no more work to find
 * than a thousand others are. Each has files of its own below the folder, KEY being made of the
 * identity:
 *
 *     KEY.place       place.c: written at every sentence
 *     KEY.bookmarks   bookmarks.c: there when it has some
 *     HASH.path       a link to KEY.place; HASH is made of the paths of the text's files
 *
 * Killed at any moment, a program leaves them whole and as they were at the last sentence or at the
 * one before (cabinet.h); a power cut takes no more, where the disk keeps up. Of two readers of one
 * text the last to write has the place, and the bookmarks are those of both.
 *
 * What is damaged is set aside, its new name told, and reading goes on without it. Where nothing
 * can be kept, that is told once, and reading goes on as well. One object belongs to one thread.
 */
#pragma once

#include "reading/places/bookmarks.h"
#include "reading/places/place.h"

#define OQ_PLACES_ERROR (oq_places_error_quark())
GQuark oq_places_error_quark(void);

typedef enum {
	OQ_PLACES_ERROR_UNREADABLE,    /* the folder; the message names it and why */
	OQ_PLACES_ERROR_NOT_KEPT,      /* the disk or the folder; the message names it and why */
	OQ_PLACES_ERROR_NOT_FORGOTTEN, /* likewise */
	OQ_PLACES_ERROR_FULL,          /* there are OQ_BOOKMARKS_MAX bookmarks */
} OqPlacesError;

typedef struct _OqPlaces OqPlaces;

/**
 * oq_places_new:
 * @folder: as oq_paths_state() gives it; it is made when something is saved
 * @notices: (element-type utf8): receives what the user should be told
 */
OqPlaces *oq_places_new(const char *folder, GPtrArray *notices);
void oq_places_free(OqPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPlaces, oq_places_free)

/**
 * oq_places_find:
 * @identity: (nullable): of the content; NULL: what is read cannot be read again, and nothing of it
 *   is kept
 * @paths: of its files in their order, absolute or not; NULL behind the last
 *
 * Returns: (transfer full): its place and its bookmarks, or the beginning when it was never read:
 *   OqPlace.found tells; never NULL. When it was found by its path alone, the place is that in the
 *   former text: its trace tells the sentence.
 */
OqPlace *oq_places_find(OqPlaces *places, const char *identity, const char *const *paths);

/**
 * oq_places_save: as it is now, with the time.
 *
 * Returns: FALSE and OQ_PLACES_ERROR_NOT_KEPT when it cannot be kept, but only the first time
 */
gboolean oq_places_save(OqPlaces *places, OqPlace *place, GError **error);

/** oq_places_is_failing: the last oq_places_save() could not keep it. */
gboolean oq_places_is_failing(const OqPlaces *places);

/* Bookmarks are kept at once, and FALSE is returned whenever they are not. One that could not be
 * kept is there nevertheless, and is kept by a later call, as soon as one can keep it. */

/** oq_places_add_bookmark: @name: (nullable): any text; one that stands there gets that name.
 * @trace: (nullable): of that place. */
gboolean oq_places_add_bookmark(OqPlaces *places, OqPlace *place, guint64 at, const char *name,
	const OqTrace *trace, GError **error);
gboolean oq_places_remove_bookmark(OqPlaces *places, OqPlace *place, guint64 at, GError **error);

/** oq_places_move_bookmarks: the text was edited: @to: where they are now, as many as there are.
 * They are kept by the next oq_places_save(). */
void oq_places_move_bookmarks(OqPlace *place, const guint64 *to);

/** oq_places_read_bookmarks: with those that another reader has set meanwhile. */
void oq_places_read_bookmarks(OqPlaces *places, OqPlace *place);

/** oq_places_recent: (transfer full) (element-type OqPlace): of all texts, without bookmarks,
 * newest first; of those that lay in the same place, the newest. NULL and
 * OQ_PLACES_ERROR_UNREADABLE. */
GPtrArray *oq_places_recent(OqPlaces *places, GError **error);

/** oq_places_forget: all that is kept of a text, and of those that were there before it. */
gboolean oq_places_forget(OqPlaces *places, const OqPlace *place, GError **error);

/** oq_places_forget_all: @n_texts: (out): so many there were. */
gboolean oq_places_forget_all(OqPlaces *places, guint *n_texts, GError **error);
