/* style.h - how to speak: a plain value, which goes over a pipe as it is. */
#pragma once

#include <glib.h>

/* Kazakh words a minute, the pauses of running text included. */
#define OQ_SPEED_MIN_WPM    60
#define OQ_SPEED_NORMAL_WPM 130
#define OQ_SPEED_MAX_WPM    600

/* Pauses against those that belong to the speed. */
#define OQ_PAUSES_MIN_PERCENT 25
#define OQ_PAUSES_MAX_PERCENT 400

typedef struct {
	char voice[64];         /* id or name (speech/voice.h), NUL-terminated; "": the default */
	guint16 speed_wpm;      /* OQ_SPEED_MIN_WPM – OQ_SPEED_MAX_WPM; 0: the voice's own */
	guint8 pitch_percent;   /* 0–100, 50 is the voice's own */
	guint8 volume_percent;  /* 0–100; 0 is silence */
	guint16 range_percent;  /* 0–100: how far the pitch moves; 50 is the voice's own */
	guint16 pauses_percent; /* OQ_PAUSES_MIN_PERCENT – OQ_PAUSES_MAX_PERCENT */
	gint16 quote_pitch;   /* −100–100: how much higher quotations are said; 0: no higher */
	char quote_voice[64]; /* who says them, as voice; "": the same voice */
} OqStyle;

#define OQ_STYLE_DEFAULT ((OqStyle){"", 0, 50, 100, 50, 100, 0, ""})

/**
 * oq_style_set_voice:
 *
 * Returns: FALSE when the name is too long to be anyone's; the style is as before
 */
gboolean oq_style_set_voice(OqStyle *style, const char *voice);

/**
 * oq_style_set_quotes: how quotations are said.
 * @how: +N or -N, from 1 to 100: their pitch; or the name of a voice
 *
 * Returns: FALSE when it is neither; the style is as before
 */
gboolean oq_style_set_quotes(OqStyle *style, const char *how);

/** oq_style_has_quotes: quotations are said in another way. */
gboolean oq_style_has_quotes(const OqStyle *style);

/** oq_style_of_quotes: the style in which they are said. */
OqStyle oq_style_of_quotes(const OqStyle *style);

gboolean oq_style_equal(const OqStyle *style, const OqStyle *other);

/** oq_style_is_valid: what came over a pipe is a style. */
gboolean oq_style_is_valid(const OqStyle *style);
