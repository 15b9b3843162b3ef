/* speed_meter.h - says texts, and counts the words and the time that they take. */
#pragma once

#include "test_voice.h"
#include "text/lexicon/lexicon.h"

typedef struct {
	OqLexicon *lexicon;
	GString *text;
	guint64 n_words; /* spoken ones, of the whole text */
} SpeedMeter;

/** How to say it. */
typedef struct {
	const char *voice;
	guint speed_wpm;
	guint pauses_percent; /* 0: none */
	const OqSpeeds *speeds;
} SpeedHow;

void speed_meter_init(SpeedMeter *meter);
void speed_meter_clear(SpeedMeter *meter);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SpeedMeter, speed_meter_clear)

/** speed_meter_read: @paths: ended by NULL; each file is a paragraph of its own. */
void speed_meter_read(SpeedMeter *meter, const char *const *paths);

/**
 * speed_meter_say:
 * @n: of @hows
 * @minutes: receives how long the texts take in each way
 *
 * A process can have one eSpeak, so each way is said by a process of its own, as many at once as
 * there are processors.
 */
void speed_meter_say(const SpeedMeter *meter, const SpeedHow *hows, guint n, double *minutes);
