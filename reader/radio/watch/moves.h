/* moves.h - files that go from here to there, all of them, however often the program is killed.
 *
 * What shall go where is written down first. Then whoever finds the list goes on with it: what is
 * no longer where it came from has gone. A name that is taken when its turn comes gets a number, so
 * that nothing is ever replaced. From and to are on one file system.
 */
#pragma once

#include <glib.h>

/** OqMove: owned by the array of oq_moves_new(). */
typedef struct {
	char *from;
	char *to;
} OqMove;

/** oq_moves_new: (transfer full) (element-type OqMove) */
GPtrArray *oq_moves_new(void);

/** oq_moves_add: copies all. */
void oq_moves_add(GPtrArray *moves, const char *from, const char *to);

/** oq_moves_record: on disk, or FALSE and OQ_BESIDE_ERROR_FILE. */
gboolean oq_moves_record(const GPtrArray *moves, const char *list, GError **error);

/** oq_moves_is_recorded: there is such a list. */
gboolean oq_moves_is_recorded(const char *list);

/**
 * oq_moves_perform: what the list says, or what is left of that; the list stays.
 *
 * Returns: (transfer full) (element-type filename): where each of them came to, in their order, as
 *   far as is known; NULL and OQ_BESIDE_ERROR_FILE or G_FILE_ERROR; then it may be called again
 */
GPtrArray *oq_moves_perform(const char *list, GError **error);

/**
 * oq_moves_one: moves a file to a name that is free.
 *
 * Returns: (transfer full): where it came to; NULL and OQ_BESIDE_ERROR_FILE
 */
char *oq_moves_one(const char *from, const char *to, GError **error);
