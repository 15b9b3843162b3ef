/* reading.h - one reading: a text as the sentences that will be said, one after the other.
 *
 * The text is read in blocks of at most 64 kB and each sentence is given as soon as it is known, so
 * memory does not grow with the text and a pipe is heard while it is still being written.
 * A reading belongs to one thread.
 */
#pragma once

#include "document/document.h"
#include "text/normalizer.h"

typedef struct _OqReading OqReading;

/** OqReadingWait: called with TRUE before and FALSE after each read that may block for long. */
typedef void (*OqReadingWait)(gboolean waiting, gpointer data);

/**
 * oq_reading_new:
 * @document: (transfer full): read from where it stands
 * @lexicon: must outlive the reading
 */
OqReading *oq_reading_new(OqDocument *document, const OqLexicon *lexicon);

/** oq_reading_new_text: reads @text, which is copied. */
OqReading *oq_reading_new_text(const char *text, const OqLexicon *lexicon);

/** oq_reading_new_spelled: @text, which is copied, character by character. */
OqReading *oq_reading_new_spelled(const char *text, const OqLexicon *lexicon);

void oq_reading_free(OqReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqReading, oq_reading_free)

/** oq_reading_set_punctuation: which signs are named; call it before oq_reading_next(). What is
 * spelled names all. */
void oq_reading_set_punctuation(OqReading *reading, OqPunctuation level);

/** oq_reading_set_dictionary: before the first sentence; @dictionary must outlive the reading. */
void oq_reading_set_dictionary(OqReading *reading, const OqDictionary *dictionary);

/** oq_reading_set_languages: those spoken beside Kazakh, all unless it is called; before the first
 * sentence. What is spelled is Kazakh. */
void oq_reading_set_languages(OqReading *reading, OqLanguages languages);

/** oq_reading_on_wait: @wait (nullable) is called by the thread that calls oq_reading_next(). */
void oq_reading_on_wait(OqReading *reading, OqReadingWait wait, gpointer data);

/**
 * oq_reading_next:
 * @utterance: (out caller-allocates): an initialized utterance, overwritten
 *
 * Returns: FALSE at the end of the text, or, with @error set (OQ_DOCUMENT_ERROR_UNREADABLE), when
 *   the document cannot be read on; then what was known so far has been given.
 */
gboolean oq_reading_next(OqReading *reading, OqUtterance *utterance, GError **error);

/** oq_reading_n_bad_bytes: bytes that were no UTF-8 and were replaced so far. */
guint64 oq_reading_n_bad_bytes(const OqReading *reading);
