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
	guint16 pauses_percent; /* OQ_PAUSES_MIN_PERCENT – OQ_PAUSES_MAX_PERCENT */
} OqStyle;

#define OQ_STYLE_DEFAULT ((OqStyle){"", 0, 50, 100, 100})

/**
 * oq_style_set_voice:
 *
 * Returns: FALSE when the name is too long to be anyone's; the style is as before
 */
gboolean oq_style_set_voice(OqStyle *style, const char *voice);

gboolean oq_style_equal(const OqStyle *style, const OqStyle *other);

/** oq_style_is_valid: what came over a pipe is a style. */
gboolean oq_style_is_valid(const OqStyle *style);
