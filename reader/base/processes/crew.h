/* crew.h - pieces of work that are done side by side: begun in their order by whoever of the crew
 * is free, and waited for one by one. */
#pragma once

#include <glib.h>

typedef struct _OqCrew OqCrew;

/** OqCrewWork: a piece, in one of the crew's threads. */
typedef void (*OqCrewWork)(guint index, gpointer data);

/** OqCrewLeave: a thread has found nothing more to begin; in that thread. */
typedef void (*OqCrewLeave)(gpointer data);

/** oq_crew_new: at once; @leave: (nullable); @data: for both, must outlive the crew. */
OqCrew *oq_crew_new(
	guint n_threads, guint n_pieces, OqCrewWork work, OqCrewLeave leave, gpointer data);

/** oq_crew_wait: until the piece is done; not behind the last one that there is. */
void oq_crew_wait(OqCrew *crew, guint index);

/** oq_crew_free: begins nothing more, and waits for what is begun. */
void oq_crew_free(OqCrew *crew);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqCrew, oq_crew_free)
