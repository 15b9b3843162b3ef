/* mpris.h - what is read, for the desktop: media keys, headset buttons, lock screens, telephones.
 *
 * The player org.mpris.MediaPlayer2.oqyrman.instancePID on the session bus (MPRIS 2.2). A track is
 * a text, its lyrics are the sentence that is heard; next and previous are sentences. Times are
 * those of the text at the voice's own speed, which is the rate 1. Without a bus nothing happens.
 */
#pragma once

#include <glib.h>

typedef enum {
	OQ_MPRIS_STOPPED,
	OQ_MPRIS_PAUSED,
	OQ_MPRIS_PLAYING,
} OqMprisStatus;

/** Strings are UTF-8, or what is left of them is shown. */
typedef struct {
	OqMprisStatus status;
	guint text;           /* counts from 1, another one for another text; 0: there is none */
	const char *title;    /* (nullable): then the file's name */
	const char *path;     /* (nullable): of the file, absolute */
	const char *sentence; /* (nullable): as it is written */
	gint64 position_us;
	gint64 length_us; /* estimated; 0: not known */
	double rate;
	double min_rate, max_rate;
	double volume; /* 0–1 */
} OqMprisState;

/** What the desktop asks for; @data as given. All are there; numbers are possible ones. */
typedef struct {
	void (*play)(gpointer data);
	void (*pause)(gpointer data);
	void (*play_pause)(gpointer data);
	void (*stop)(gpointer data);
	void (*next)(gpointer data);
	void (*previous)(gpointer data);
	void (*quit)(gpointer data);
	void (*seek)(gint64 offset_us, gpointer data);
	void (*go_to)(gint64 position_us, gpointer data);
	void (*set_rate)(double rate, gpointer data);
	void (*set_volume)(double volume, gpointer data);
} OqMprisCalls;

typedef struct _OqMpris OqMpris;

/** oq_mpris_new: returns at once; @calls (kept by the caller) are made in the thread's default
 * context, where oq_mpris_free() may be called from within one. */
OqMpris *oq_mpris_new(const OqMprisCalls *calls, gpointer data);

/** oq_mpris_free: @mpris may be NULL. */
void oq_mpris_free(OqMpris *mpris);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqMpris, oq_mpris_free)

/** oq_mpris_update: as often as anything changes: what has changed is told some times a second at
 * most, and so is a position that does not follow from the one before. @state is copied. */
void oq_mpris_update(OqMpris *mpris, const OqMprisState *state);
