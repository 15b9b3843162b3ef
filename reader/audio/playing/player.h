/* player.h - plays speeches one behind the other, and knows which word is heard.
 *
 * One thread controls the player: it alone calls the functions below, none of which waits for the
 * device. oq_player_free() may take as long as the device's own. The device reads the queue in its
 * realtime thread, which takes no lock and frees nothing; every speech is kept until it was heard.
 *
 * The player begins in the state PLAYING with nothing to play. The device runs only while there is
 * something to be heard: a player that is paused, drained, lost or has nothing wakes nobody.
 */
#pragma once

#include "audio/playing/device.h"
#include "speech/speech.h"

typedef enum {
	OQ_PLAYER_PLAYING, /* or waiting for the next speech */
	OQ_PLAYER_PAUSED,
	OQ_PLAYER_DRAINED, /* all was heard, and oq_player_end() said that it is all */
	OQ_PLAYER_LOST,    /* the device is lost: oq_player_check() says why */
} OqPlayerState;

/** What is heard now. */
typedef struct {
	OqPlayerState state;
	gboolean has_speech;  /* there is one that is heard, or will be next */
	gboolean is_idle;     /* nothing is left that could be heard */
	guint n_runs;         /* of the device, in each of which something was heard */
	guint64 word_start;   /* source range of the word that sounds, or sounded last … */
	guint64 word_end;     /* … and the same as its start as long as nothing has sounded yet */
	guint64 speech_start; /* … of the speech that it is in */
	guint64 speech_end;
	gsize frame;       /* from the beginning of that speech; in the silence behind it too */
	gsize word_frame;  /* … from that of the word … */
	gsize word_frames; /* … which sounds so long; 0: it is none */
	gboolean has_room; /* push would take a speech */
} OqHeard;

typedef struct _OqPlayer OqPlayer;

/** oq_player_new: @device: (transfer full). */
OqPlayer *oq_player_new(OqDevice *device);

/** oq_player_free: silent at once. @player may be NULL. */
void oq_player_free(OqPlayer *player);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPlayer, oq_player_free)

/**
 * oq_player_push: @speech comes next. The first sound has no pause before it; a speech without
 *   sound lengthens the pause before it to its own.
 *
 * Takes a reference. After oq_player_end() more may come all the same.
 *
 * Returns: FALSE when three seconds or more are queued beyond what is heard; the player's fd is
 *   readable when there is room again
 */
gboolean oq_player_push(OqPlayer *player, OqSpeech *speech);

/** oq_player_end: nothing more comes: the player is drained when the last sound was heard. */
void oq_player_end(OqPlayer *player);

/** oq_player_rest: nothing more comes for now: the device is let go when the last sound was heard;
 * the state stays PLAYING. */
void oq_player_rest(OqPlayer *player);

/** oq_player_pause: silent at once. What the device had taken already will be heard again. */
void oq_player_pause(OqPlayer *player);

/** oq_player_resume: at the same sample. A device that was lost is looked for again; then what was
 * heard last begins with its word. */
void oq_player_resume(OqPlayer *player);

/** oq_player_fade: softer and softer, and paused when fade_ms were heard, but not before what the
 * device has taken already; at once when nothing plays. Resume, pause and drop end it. */
void oq_player_fade(OqPlayer *player, guint fade_ms);

/** oq_player_drop: silent at once, and all is forgotten; a pause stays a pause. */
void oq_player_drop(OqPlayer *player);

/** oq_player_heard: what is heard now; the player's fd is no longer readable. In a run of the
 * device it never goes back, but a device that is lost takes it back to what was surely heard. */
OqHeard oq_player_heard(OqPlayer *player);

/** oq_player_check: FALSE and OQ_DEVICE_ERROR in the state LOST. */
gboolean oq_player_check(const OqPlayer *player, GError **error);

/** oq_player_fd: readable when a word began to be heard, there is room again, the player is
 * drained or has faded, or the device is lost: call oq_player_heard(). Sometimes for nothing. */
int oq_player_fd(const OqPlayer *player);
