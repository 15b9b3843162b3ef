/* bulletin.h - several texts as one programme with its sounds: a jingle before it, between the
 * texts and behind them, and a bed under the voice.
 *
 * What is said lies in a spool until all of it is; where it will sound is known as it comes.
 * Jingles are as loud as the voice. The bed is 18 dB below it, in long pauses 8; with jingles
 * between the texts each text has a bed of its own. One thread at a time. */
#pragma once

#include "radio/bulletin/arrangement.h"

/* How long it is silent between a jingle and the voice, where no bed is. */
#define OQ_BULLETIN_JINGLE_MS 300

/* How long a bed is before the voice and behind it. */
#define OQ_BULLETIN_LEAD_MS  1000
#define OQ_BULLETIN_TRAIL_MS 1500

#define OQ_BULLETIN_BED_LOW_DB  (-18)
#define OQ_BULLETIN_BED_HIGH_DB (-8)

/* Longer is no jingle. */
#define OQ_BULLETIN_JINGLE_MAX_MS (10 * 60 * 1000)
#define OQ_BULLETIN_BED_MIN_MS    1000

/** Names of audio files, each of them nullable. */
typedef struct {
	const char *intro;
	const char *between;
	const char *outro;
	const char *bed;
} OqBulletinSounds;

/** Where it is made, and what of. */
typedef struct {
	const char *folder; /* (nullable): of the spools, as in oq_spool_new() */
	guint speech_hz;
	guint rate_hz; /* of the programme, as the next one */
	guint n_channels;
} OqBulletinShape;

typedef struct _OqBulletin OqBulletin;

/** oq_bulletin_sounds_any: there is one. */
gboolean oq_bulletin_sounds_any(const OqBulletinSounds *sounds);

/** oq_bulletin_new: reads the sounds; NULL and an error of oq_recording_load() or oq_spool_new().
 */
OqBulletin *oq_bulletin_new(const OqBulletinSounds *sounds, const OqBulletinShape *shape,
	GCancellable *stop, GError **error);
void oq_bulletin_free(OqBulletin *bulletin);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqBulletin, oq_bulletin_free)

/** oq_bulletin_voice: (transfer none): takes what is said, mono, with the pauses within a text. */
OqSink *oq_bulletin_voice(OqBulletin *bulletin);

/** oq_bulletin_begin_item: what is said from now on is another text. @gap_ms: silence before it;
 * below 0: as long as is usual. */
void oq_bulletin_begin_item(OqBulletin *bulletin, gint gap_ms);

/**
 * oq_bulletin_add_speech: @n_frames of what is said sound from @frame on, ascending; before they
 * are written.
 *
 * Returns: the frame of the programme where that will be
 */
guint64 oq_bulletin_add_speech(OqBulletin *bulletin, guint64 frame, guint64 n_frames);

/**
 * oq_bulletin_make: all is said, and the voice's sink finished.
 * @sink: at the rate and with the channels of the programme; it is finished
 *
 * Returns: FALSE and an error of the sink or of a spool, or G_IO_ERROR_CANCELLED
 */
gboolean oq_bulletin_make(OqBulletin *bulletin, OqSink *sink, GCancellable *stop, GError **error);
