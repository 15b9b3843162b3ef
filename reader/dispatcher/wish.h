/* wish.h - how a client of Speech Dispatcher wants a message to be said: what SET hands over before
 * each. A plain value but for its strings. */
#pragma once

#include "speech/style.h"
#include "text/lexicon/lexicon.h"

/** How capital letters are told. */
typedef enum {
	OQ_CAPITALS_NONE,
	OQ_CAPITALS_SPELL, /* by words before them */
	OQ_CAPITALS_ICON,  /* by a short sound */
} OqCapitals;

/** The voices that Speech Dispatcher knows by kind. */
typedef enum {
	OQ_VOICE_KIND_MALE1, /* what is asked for where nobody has chosen: the usual voice */
	OQ_VOICE_KIND_MALE2,
	OQ_VOICE_KIND_MALE3,
	OQ_VOICE_KIND_FEMALE1,
	OQ_VOICE_KIND_FEMALE2,
	OQ_VOICE_KIND_FEMALE3,
	OQ_VOICE_KIND_CHILD_MALE,
	OQ_VOICE_KIND_CHILD_FEMALE,
	OQ_N_VOICE_KINDS,
} OqVoiceKind;

typedef struct {
	gint rate; /* -100 to 100, as the next ones; 0: as the voice has it */
	gint pitch;
	gint pitch_range;
	gint volume; /* 100: as loud as the voice is */
	OqPunctuation punctuation;
	gboolean is_spelled;
	OqCapitals capitals;
	OqVoiceKind kind;
	char *language; /* (nullable): "kk", "en-us" */
	char *voice;    /* (nullable): name of a voice */
} OqWish;

/** oq_wish_init: what holds until SET says otherwise. */
void oq_wish_init(OqWish *wish);
void oq_wish_clear(OqWish *wish);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqWish, oq_wish_clear)

/** oq_wish_copy: @copy: is overwritten, not cleared. */
void oq_wish_copy(const OqWish *wish, OqWish *copy);

/** oq_wish_set: FALSE, and all is as before, when there is no such setting or value; names that
 * later versions may add are among these. */
gboolean oq_wish_set(OqWish *wish, const char *name, const char *value);

/**
 * oq_wish_style: speed, pitch and volume.
 * @speed_wpm: of the voice that will speak, where nothing is asked for
 * @style: all else in it stays
 *
 * The ends of the rate are as far from its middle as those of eSpeak NG's own module are.
 */
void oq_wish_style(const OqWish *wish, guint speed_wpm, OqStyle *style);
