/* session.h - a text that is driven by ear: keys, answers, the screen, the place that is kept.
 *
 * All of it runs in one thread and its main context, where the playback tells its changes, too.
 * Every key is answered by a phrase that is spoken by the voice of the reading and printed as a
 * line; then the reading goes on.
 */
#pragma once

#include "bus/turn.h"
#include "home/keys/bindings.h"
#include "home/keys/terminal.h"
#include "home/screen/screen.h"
#include "reading/places/places.h"
#include "reading/playback/playback.h"
#include "reading/reader.h"

/** What a session is made of: all is borrowed, and outlives it. */
typedef struct {
	OqReader *reader;
	OqPlayback *playback;
	OqScreen *screen;
	OqTerminal *terminal; /* nullable, as all that follow: no keys */
	OqBindings *bindings;
	const OqLayouts *layouts;
	OqPlaces *places;  /* the place is not kept */
	OqPlace *place;    /* of this text: goes on there */
	GPtrArray *voices; /* (element-type OqVoice): what the listener may choose from */
	OqTurn *turn;      /* another reader may ask for it */
	const char *title;
	void (*tell)(const char *line); /* where the screen is a pipe: what it cannot show */
	guint study_pause_ms;           /* how long it is when it is switched on */
	gboolean is_quiet;              /* prints no answers */
} OqSessionParts;

typedef struct _OqSession OqSession;

/** oq_session_new: @context: the thread's; @parts: is copied. */
OqSession *oq_session_new(const OqSessionParts *parts, GMainContext *context);
void oq_session_free(OqSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSession, oq_session_free)

/**
 * oq_session_run: reads @cursor aloud until its end, or until the listener leaves.
 * @said: (out): there was something to say
 *
 * Returns: FALSE and an error of oq_playback_check(), or G_IO_ERROR_CANCELLED
 */
gboolean oq_session_run(
	OqSession *session, OqCursor *cursor, gboolean *said, GCancellable *stop, GError **error);

/* What buttons elsewhere do, such as those of a headset: as the keys. */

/** oq_session_act: @n: how often, at least 1. */
void oq_session_act(OqSession *session, OqAction action, guint n);
