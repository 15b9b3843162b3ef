/* settings.h - what a face is told by its user: how to speak, what to name, where to. A plain
 * value. */
#pragma once

#include "document/wire.h"
#include "speech/style.h"
#include "text/lang.h"
#include "text/lexicon/lexicon.h"
#include "text/rules/skips.h"

typedef struct {
	OqStyle style;
	OqPunctuation punctuation; /* which signs are named */
	OqLanguages languages;     /* spoken beside Kazakh */
	OqSkips skips;             /* what is left out of the text */
	gboolean written_pauses;   /* [pause 2s] in the text is one */
	char **dictionaries;       /* nullable, as all strings here: words before the user's own,
				      those of the first one before the others */
	char *encoding;            /* of files; NULL: UTF-8, or by its BOM */
	OqNotes notes;             /* of documents */
	char *device;              /* sound device; NULL: the system's default */
	guint lead_ms;    /* silence before the first sound of a device that wakes slowly */
	gboolean follows; /* the end of a file is waited at, for what is appended */
	guint n_jobs;     /* processes that speak at once; 0: as many as processors */
} OqSettings;

/** oq_settings_init: as if the user had said nothing. */
void oq_settings_init(OqSettings *settings);
void oq_settings_clear(OqSettings *settings);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqSettings, oq_settings_clear)

/** oq_settings_n_jobs: at least 1. */
guint oq_settings_n_jobs(const OqSettings *settings);
