/* mpris_moment.h - a state with its time: the properties of MPRIS that it comes to, and how two
 * states differ. Pure. */
#pragma once

#include "bus/mpris.h"

/** A state of one's own, and when it was so. */
typedef struct {
	OqMprisState state;
	gint64 at_us; /* g_get_monotonic_time() */
	char *title, *path, *sentence;
} OqMprisMoment;

/** oq_mpris_moment_new: (transfer full): strings become short valid UTF-8, numbers possible ones.
 */
OqMprisMoment *oq_mpris_moment_new(const OqMprisState *state, gint64 at_us);
void oq_mpris_moment_free(OqMprisMoment *moment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqMprisMoment, oq_mpris_moment_free)

/** oq_mpris_moment_position: where it has come to since, if it plays. */
gint64 oq_mpris_moment_position(const OqMprisMoment *moment, gint64 now_us);

/** oq_mpris_moment_property: (transfer floating) (nullable): of the interface of the player, or
 * NULL for one that depends on no state. */
GVariant *oq_mpris_moment_property(const OqMprisMoment *moment, const char *name, gint64 now_us);

/** oq_mpris_moment_changes: (transfer floating) (nullable): a{sv} of the properties that differ;
 * NULL: none. The position is none of them. */
GVariant *oq_mpris_moment_changes(const OqMprisMoment *before, const OqMprisMoment *after);

/** oq_mpris_moment_copy: (transfer full) */
OqMprisMoment *oq_mpris_moment_copy(const OqMprisMoment *moment);

/** oq_mpris_moment_jumps: the position does not follow from an earlier one of the same text. */
gboolean oq_mpris_moment_jumps(const OqMprisMoment *before, const OqMprisMoment *after);

/** oq_mpris_moment_turns: the position follows in another way from now on. */
gboolean oq_mpris_moment_turns(const OqMprisMoment *before, const OqMprisMoment *after);

/** oq_mpris_moment_track: (transfer full): the object path of its text. */
char *oq_mpris_moment_track(const OqMprisMoment *moment);

/** oq_mpris_moment_offset: as much of @offset_us as stays within the text. */
gint64 oq_mpris_moment_offset(const OqMprisMoment *moment, gint64 offset_us, gint64 now_us);
