/* reciter.h - a thread that makes speeches of messages, ahead of those who hear them.
 *
 * One message at a time; all calls come from one thread, which is told when there is something to
 * be taken. Whoever stops is never kept waiting. */
#pragma once

#include "dispatcher/recital.h"

/** A place of a speech that the client wants to know of. */
typedef struct {
	gsize frame; /* up to n_voiced */
	char *name;
} OqSpokenMark;

typedef struct {
	OqSpeech *speech; /* (nullable): NULL: the message has come to its end */
	GArray *marks;    /* of OqSpokenMark, ascending: in the speech, or all that are left */
} OqSpoken;

void oq_spoken_free(OqSpoken *spoken);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSpoken, oq_spoken_free)

/** OqReciterReady: in the thread of the default main context: there may be something. */
typedef void (*OqReciterReady)(gpointer data);

/** OqReciterTell: (any thread): what went wrong, in the user's language. */
typedef void (*OqReciterTell)(const char *what, gpointer data);

typedef struct {
	OqReciterReady ready;
	OqReciterTell tell;
	gpointer data;
} OqReciterEar;

typedef struct _OqReciter OqReciter;

/** oq_reciter_new: @tools: the thread's from now on; must outlive the reciter, as what is in @ear.
 */
OqReciter *oq_reciter_new(const OqRecitalTools *tools, const OqReciterEar *ear);

/** oq_reciter_free: stops first. */
void oq_reciter_free(OqReciter *reciter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqReciter, oq_reciter_free)

/** oq_reciter_say: @recital: (transfer full): in the place of what was being said. */
void oq_reciter_say(OqReciter *reciter, OqRecital *recital);

/** oq_reciter_stop: what was not taken is dropped. */
void oq_reciter_stop(OqReciter *reciter);

/** oq_reciter_take: (transfer full): the next of the message; NULL: there is none yet. */
OqSpoken *oq_reciter_take(OqReciter *reciter);
