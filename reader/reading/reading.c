/* reading.c - see the header. */
#include "reading/reading.h"

#include "text/spelling.h"

#define BLOCK_BYTES (64 * 1024)

struct _OqReading {
	OqDocument *document; /* NULL: the normalizer has the whole text already */
	OqNormalizer *normalizer;
	OqSpelling *spelling; /* NULL: what the normalizer gives is read */
	OqReadingWait wait;
	gpointer wait_data;
	gboolean ended;
	char *block;
};

OqReading *
oq_reading_new(OqDocument *document, const OqLexicon *lexicon)
{
	g_return_val_if_fail(document != NULL && lexicon != NULL, NULL);
	OqReading *reading = g_new0(OqReading, 1);
	reading->document = document;
	reading->normalizer = oq_normalizer_new(lexicon);
	reading->block = g_malloc(BLOCK_BYTES);
	return reading;
}

OqReading *
oq_reading_new_text(const char *text, const OqLexicon *lexicon)
{
	g_return_val_if_fail(text != NULL && lexicon != NULL, NULL);
	OqReading *reading = g_new0(OqReading, 1);
	reading->normalizer = oq_normalizer_new(lexicon);
	oq_normalizer_feed(reading->normalizer, text, strlen(text));
	oq_normalizer_finish(reading->normalizer);
	reading->ended = TRUE;
	return reading;
}

OqReading *
oq_reading_new_spelled(const char *text, const OqLexicon *lexicon)
{
	OqReading *reading = oq_reading_new_text("", lexicon);
	reading->spelling = oq_spelling_new(lexicon, text);
	return reading;
}

void
oq_reading_free(OqReading *reading)
{
	if (reading == NULL)
		return;
	oq_document_free(reading->document);
	oq_normalizer_free(reading->normalizer);
	oq_spelling_free(reading->spelling);
	g_free(reading->block);
	g_free(reading);
}

void
oq_reading_set_punctuation(OqReading *reading, OqPunctuation level)
{
	oq_normalizer_set_punctuation(reading->normalizer, level);
}

void
oq_reading_set_dictionary(OqReading *reading, const OqDictionary *dictionary)
{
	oq_normalizer_set_dictionary(reading->normalizer, dictionary);
}

void
oq_reading_set_languages(OqReading *reading, OqLanguages languages)
{
	oq_normalizer_set_languages(reading->normalizer, languages);
}

void
oq_reading_on_wait(OqReading *reading, OqReadingWait wait, gpointer data)
{
	reading->wait = wait;
	reading->wait_data = data;
}

static gssize
read_block(OqReading *reading, GError **error)
{
	if (reading->wait != NULL)
		reading->wait(TRUE, reading->wait_data);
	gssize n_bytes = oq_document_read(reading->document, reading->block, BLOCK_BYTES, error);
	if (reading->wait != NULL)
		reading->wait(FALSE, reading->wait_data);
	return n_bytes;
}

static gboolean
feed_block(OqReading *reading, GError **error)
{
	gssize n_bytes = read_block(reading, error);
	if (n_bytes < 0)
		return FALSE;
	if (n_bytes > 0) {
		oq_normalizer_feed(reading->normalizer, reading->block, n_bytes);
	} else {
		oq_normalizer_finish(reading->normalizer);
		reading->ended = TRUE;
	}
	return TRUE;
}

gboolean
oq_reading_next(OqReading *reading, OqUtterance *utterance, GError **error)
{
	g_return_val_if_fail(reading != NULL && utterance != NULL, FALSE);
	if (reading->spelling != NULL)
		return oq_spelling_next(reading->spelling, utterance);
	while (!oq_normalizer_next(reading->normalizer, utterance)) {
		if (reading->ended || !feed_block(reading, error))
			return FALSE;
	}
	return TRUE;
}

guint64
oq_reading_n_bad_bytes(const OqReading *reading)
{
	return oq_normalizer_n_bad_bytes(reading->normalizer);
}
