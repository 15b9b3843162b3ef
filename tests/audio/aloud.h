/* aloud.h - a playback on the null sink of with-null-sink.sh: the real voice reads
 * the report aloud, and what is heard of it is recorded. */
#pragma once

#include "expected.h"
#include "hearing.h"
#include "reading/playback/playback.h"

typedef struct {
	Hearing hearing; /* its player is not used */
	OqReader *reader;
	OqCursor *cursor; /* of the text that is read */
	OqPlayback *playback;
	gint64 lead; /* sample number i is recorded at (i - lead) / RATE_HZ seconds, not sooner */
	gint64 sink; /* what the sink is given is recorded so many frames later */
	gsize n_before; /* of the capture: of the sink alone */
	gboolean asks;  /* for the status all the time, instead of being told */
	GArray *told;   /* of Told: words, as the playback has told them */
} Aloud;

/** That a word begins to be heard. */
typedef struct {
	gint64 at_us;
	guint64 word;
} Told;

/** aloud_set_up: @nursery: of oq_reader_nursery() for aloud_settings(). */
void aloud_set_up(Aloud *a, gconstpointer nursery);
void aloud_tear_down(Aloud *a, gconstpointer nursery);

/** aloud_settings: (transfer none): what all of it is read with. */
const OqSettings *aloud_settings(void);

/** aloud_device: the device of the test. */
OqDevice *aloud_device(void);

/** aloud_open: the text, from its beginning; @device: (transfer full) of the first time. */
void aloud_open(Aloud *a, OqDevice *device);

/** aloud_pass: lets time pass, while the playback tells what it has to tell. */
void aloud_pass(Aloud *a, guint time_ms);

/** aloud_wait_for_word: until some word is heard, or will be as soon as the device sounds. */
void aloud_wait_for_word(Aloud *a);

/** aloud_measure_sink: how long what a device is given takes to be heard, and to be gone. */
void aloud_measure_sink(Aloud *a, OqDevice *device);

/** aloud_frame: what a sink is given at that time is recorded at this place of the capture. */
gint64 aloud_frame(const Aloud *a, gint64 time_us);

/** aloud_first_sound: the first sample from there on that is not silent. */
gsize aloud_first_sound(const GArray *samples, gsize from);

/** aloud_expect: (transfer full): what should be heard, from the beginning on. */
Expected *aloud_expect(const Aloud *a);
