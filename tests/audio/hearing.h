/* hearing.h - a player on the null sink of with-null-sink.sh, and a recorder of what is heard
 * there. Each test wants a sound server of its own, since some of them ruin it: run one at a time,
 * by -p. */
#pragma once

#include "audio/playing/player.h"

enum {
	RATE_HZ = 22050,
	N_SAMPLES = 60 * RATE_HZ,
	N_TOLERATED = RATE_HZ / 50, /* 20 ms */
	N_QUIET = RATE_HZ / 2,      /* so much silence is the end of the sound */
	POLL_MS = 5,
};

typedef struct {
	char *folder;
	char *capture;
	GPid recorder;
	gint16 *samples; /* N_SAMPLES of noise without a zero */
	OqPlayer *player;
} Hearing;

void hearing_set_up(Hearing *h, gconstpointer data);
void hearing_tear_down(Hearing *h, gconstpointer data);

/** hearing_open: the player, on the default device. */
void hearing_open(Hearing *h);

/** hearing_record: from now on, into an empty file. */
void hearing_record(Hearing *h);

/** hearing_push: samples from @from on as a speech, its words @word_frames apart; 0: none. */
gboolean hearing_push(Hearing *h, gsize from, gsize n_voiced, gsize n_pause, gsize word_frames);

/** hearing_wait: until the player is in that state; not in LOST by the way. */
void hearing_wait(Hearing *h, OqPlayerState state);

/** hearing_wait_for_sound: until n_frames at least were recorded since the first that is not 0. */
void hearing_wait_for_sound(Hearing *h, gsize n_frames);

/** hearing_capture: of gint16, all that was recorded by now. */
GArray *hearing_capture(const Hearing *h);

/** hearing_sound: what was recorded from the first to the last sample that is not silent, once it
 * is quiet for n_quiet. */
GArray *hearing_sound(const Hearing *h, gsize n_quiet);

/** hearing_place: where in the samples what is heard in @sound at @at comes from. */
gsize hearing_place(const Hearing *h, const GArray *sound, gsize at);

/** hearing_n_captured: how many frames were recorded by now. */
gsize hearing_n_captured(const Hearing *h);

gint64 hearing_ms_since(gint64 start_us);
