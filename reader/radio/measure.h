/* measure.h - how long a text takes to say: in all, by item and by paragraph, as its speeches come.
 *
 * All is counted in frames of the speech, from the first sound to the last. A pause belongs to what
 * is before it, so that the parts together are the whole. Words are counted as they are written:
 * what stands between spaces, if some of it is said. One thread at a time. */
#pragma once

#include "reading/render.h"

/** A paragraph, or an item: one of several texts. */
typedef struct {
	guint64 frame; /* where it begins to sound */
	guint64 n_frames;
	guint64 start; /* source range, in bytes: from its first sentence that sounds to its last
			  one */
	guint64 end;
	guint item;      /* index in items */
	guint paragraph; /* as in OqUtterance; of an item that of its first sentence */
	guint n_sentences;
	guint n_words;
	guint n_spoken; /* words as they are said */
	char *title;    /* how a paragraph begins; of an item its file, "" where it has none */
} OqMeasurePart;

typedef struct {
	guint rate_hz;
	guint64 n_frames;
	guint64 n_pauses; /* of these: pauses that are as long as the style wants them */
	guint64 n_gaps;   /* … between sentences, those that the text itself asks for, too */
	guint n_between;  /* how many of these there are */
	guint n_sentences;
	guint n_words;
	guint n_spoken;
	GArray *word_ends;  /* of guint64: where the sound of each written word ends */
	GArray *paragraphs; /* of OqMeasurePart, as the next one */
	GArray *items;      /* those that sound */

	/* Of what was added last. */
	guint64 last_end;
	guint64 last_gap; /* the pause behind it, as long as the style wants it */
	gboolean ends_paragraph;
	gboolean ends_sentence;
	char *file; /* nullable: of the item that begins */
	gboolean begins_item;
} OqMeasure;

OqMeasure *oq_measure_new(void);
void oq_measure_free(OqMeasure *measure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqMeasure, oq_measure_free)

/** oq_measure_begin_item: @file: (nullable): what is added from now on is another text. */
void oq_measure_begin_item(OqMeasure *measure, const char *file);

/** oq_measure_add: an OqRenderSpeech; @measure: an OqMeasure. */
void oq_measure_add(const OqRendered *rendered, gpointer measure);

/** oq_measure_part: (transfer none): by its index in paragraphs or items. */
const OqMeasurePart *oq_measure_part(const GArray *parts, guint i);

/** oq_measure_wpm: written words a minute, rounded; 0 where there is nothing. */
guint oq_measure_wpm(guint n_words, guint64 n_frames, guint rate_hz);
