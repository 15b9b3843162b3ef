/* speaker.h - a thread that makes speeches of messages, ahead of those who hear them.
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

/** OqSpeakerReady: in the thread of the default main context: there may be something. */
typedef void (*OqSpeakerReady)(gpointer data);

/** OqSpeakerTell: (any thread): what went wrong, in the user's language. */
typedef void (*OqSpeakerTell)(const char *what, gpointer data);

typedef struct {
	OqSpeakerReady ready;
	OqSpeakerTell tell;
	gpointer data;
} OqSpeakerEar;

typedef struct _OqSpeaker OqSpeaker;

/** oq_speaker_new: @tools: the thread's from now on; must outlive the speaker, as what is in @ear.
 */
OqSpeaker *oq_speaker_new(const OqRecitalTools *tools, const OqSpeakerEar *ear);

/** oq_speaker_free: stops first. */
void oq_speaker_free(OqSpeaker *speaker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSpeaker, oq_speaker_free)

/** oq_speaker_say: @recital: (transfer full): in the place of what was being said. */
void oq_speaker_say(OqSpeaker *speaker, OqRecital *recital);

/** oq_speaker_stop: what was not taken is dropped. */
void oq_speaker_stop(OqSpeaker *speaker);

/** oq_speaker_take: (transfer full): the next of the message; NULL: there is none yet. */
OqSpoken *oq_speaker_take(OqSpeaker *speaker);
