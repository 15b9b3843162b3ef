/* normalizer.c - see the header. */
#include "text/normalizer.h"

#include "text/characters/utf8.h"
#include "text/rules/expander.h"
#include "text/segments/segmenter.h"

struct _OqNormalizer {
	OqUtf8 utf8;
	OqSegmenter segmenter;
	OqExpander *expander;
	GString *text; /* decoded, from the byte at text_start on */
	gsize n_done;  /* bytes of text that were given already */
	guint64 text_start;
	guint paragraph;
	gboolean final;
};

OqNormalizer *
oq_normalizer_new(const OqLexicon *lexicon)
{
	OqNormalizer *normalizer = g_new0(OqNormalizer, 1);
	oq_utf8_init(&normalizer->utf8);
	oq_segmenter_init(&normalizer->segmenter, lexicon);
	normalizer->expander = oq_expander_new(lexicon);
	normalizer->text = g_string_new(NULL);
	normalizer->paragraph = 1;
	return normalizer;
}

void
oq_normalizer_free(OqNormalizer *normalizer)
{
	if (normalizer == NULL)
		return;
	oq_expander_free(normalizer->expander);
	g_string_free(normalizer->text, TRUE);
	g_free(normalizer);
}

void
oq_normalizer_set_punctuation(OqNormalizer *normalizer, OqPunctuation level)
{
	oq_expander_set_punctuation(normalizer->expander, level);
}

void
oq_normalizer_set_dictionary(OqNormalizer *normalizer, const OqDictionary *dictionary)
{
	oq_expander_set_dictionary(normalizer->expander, dictionary);
}

void
oq_normalizer_set_languages(OqNormalizer *normalizer, OqLanguages languages)
{
	oq_expander_set_languages(normalizer->expander, languages);
}

void
oq_normalizer_feed(OqNormalizer *normalizer, const char *bytes, gsize n_bytes)
{
	g_string_erase(normalizer->text, 0, normalizer->n_done);
	normalizer->text_start += normalizer->n_done;
	normalizer->n_done = 0;
	oq_utf8_feed(&normalizer->utf8, bytes, n_bytes, normalizer->text);
}

void
oq_normalizer_finish(OqNormalizer *normalizer)
{
	oq_utf8_finish(&normalizer->utf8, normalizer->text);
	normalizer->final = TRUE;
}

static void
fill(OqNormalizer *normalizer, const OqSegment *segment, OqUtterance *utterance)
{
	gsize start = normalizer->n_done + segment->start;
	oq_utterance_reset(utterance);
	utterance->start = normalizer->text_start + start;
	utterance->end = utterance->start + (segment->end - segment->start);
	utterance->paragraph = normalizer->paragraph;
	utterance->follows = segment->follows;
	g_string_append_len(
		utterance->text, normalizer->text->str + start, segment->end - segment->start);
	oq_expander_expand(normalizer->expander, utterance);
}

gboolean
oq_normalizer_next(OqNormalizer *normalizer, OqUtterance *utterance)
{
	for (;;) {
		OqSlice rest = {normalizer->text->str + normalizer->n_done,
			normalizer->text->len - normalizer->n_done};
		OqSegment segment;
		if (!oq_segmenter_next(&normalizer->segmenter, rest, normalizer->final, &segment))
			return FALSE;
		gboolean found = segment.end > segment.start;
		if (found)
			fill(normalizer, &segment, utterance);
		normalizer->n_done += segment.n_taken;
		normalizer->paragraph += segment.follows == OQ_BREAK_PARAGRAPH;
		if (found)
			return TRUE;
	}
}

guint64
oq_normalizer_n_bad_bytes(const OqNormalizer *normalizer)
{
	return normalizer->utf8.n_bad_bytes;
}
