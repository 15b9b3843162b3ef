/* style.h - how to speak: a plain value, which goes over a pipe as it is. */
#pragma once

#include <glib.h>

typedef struct {
	char voice[64];    /* id or name (speech/voice.h), NUL-terminated; "": the default */
	guint16 speed_wpm; /* Kazakh words a minute with their pauses, 60–600; 0: the voice's own */
	guint8 pitch_percent;  /* 0–100, 50 is the voice's own */
	guint8 volume_percent; /* 0–100; 0 is silence */
} OqStyle;

#define OQ_STYLE_DEFAULT ((OqStyle){"", 0, 50, 100})
