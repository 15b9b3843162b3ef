/* cursor.h - a text as the utterances that will be said, one after the other, from any place of it.
 *
 * Each utterance is given as soon as it is known, so memory does not grow with the text and a pipe
 * is heard while it is still being written. What is reached by a jump is what reading up to it
 * would have given. A cursor belongs to one thread.
 */
#pragma once

#include "document/document.h"
#include "text/normalizer.h"

#define OQ_CURSOR_ERROR (oq_cursor_error_quark())
GQuark oq_cursor_error_quark(void);

typedef enum {
	OQ_CURSOR_ERROR_NOT_FOUND, /* the text that is looked for is not there */
} OqCursorError;

/** What is counted in a jump; utterances without a word are passed over. */
typedef enum {
	OQ_STEP_WORD,     /* as written: "23" is one */
	OQ_STEP_SENTENCE, /* an utterance */
	OQ_STEP_BLOCK,    /* in lines, which show no more of it: a paragraph */
	OQ_STEP_HEADING,
	OQ_STEP_DOCUMENT, /* back to its beginning, on to its last sentence */
} OqStep;

typedef struct _OqCursor OqCursor;

/** oq_cursor_new: @document, @normalizer: (transfer full): at the beginning of the document. */
OqCursor *oq_cursor_new(OqDocument *document, OqNormalizer *normalizer);

/** oq_cursor_new_spelled: @text, which is copied, character by character; @lexicon must outlive the
 * cursor. */
OqCursor *oq_cursor_new_spelled(const OqLexicon *lexicon, const char *text);

void oq_cursor_free(OqCursor *cursor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqCursor, oq_cursor_free)

/** oq_cursor_set_lang: that the text is told to be in, where the document itself does not say it;
 * OQ_N_LANGS, as unless it is called: it is guessed. */
void oq_cursor_set_lang(OqCursor *cursor, OqLang lang);

/** oq_cursor_hold: @dictionary: (transfer full): that of the normalizer lives as long. */
void oq_cursor_hold(OqCursor *cursor, OqDictionary *dictionary);

/** oq_cursor_document: (transfer none) (nullable): NULL: what is read is spelled. */
OqDocument *oq_cursor_document(OqCursor *cursor);

/**
 * oq_cursor_next:
 * @utterance: (out caller-allocates): an initialized utterance, overwritten; its paragraph is 0
 *   where a jump has passed over the paragraphs before it
 *
 * Returns: FALSE at the end of the text, or with the error of oq_document_next(); then what was
 *   known so far has been given, and it may be called again.
 */
gboolean oq_cursor_next(OqCursor *cursor, OqUtterance *utterance, GError **error);

/** oq_cursor_first_word: of the utterance that was given last: words before this one come before
 * the place that was jumped to. */
guint oq_cursor_first_word(const OqCursor *cursor);

/** oq_cursor_block: (transfer none): that which holds the utterance that was given last. */
const OqBlock *oq_cursor_block(const OqCursor *cursor);

/** oq_cursor_set_end: what begins at @end or behind it is not given; G_MAXUINT64: all is. Jumps are
 * as before. */
void oq_cursor_set_end(OqCursor *cursor, guint64 end);

/** oq_cursor_set_paragraph: the number of the first paragraph of the block that was jumped to,
 * where whoever jumps knows it; 0: it is not known. */
void oq_cursor_set_paragraph(OqCursor *cursor, guint number);

/**
 * oq_cursor_go:
 * @from: a place in the text, as that of the word that is heard
 * @n: how many steps on from what holds @from, or, below 0, back; 0: to its beginning
 *
 * oq_cursor_next() then gives the utterance with the place that was reached. Back beyond the first
 * step of the text is to the first one; on beyond the last one is to the end of the text. Where
 * there is no heading, nothing moves.
 *
 * Returns: FALSE and an error as in oq_document_seek(); the cursor then stands where it stood
 */
gboolean oq_cursor_go(OqCursor *cursor, guint64 from, OqStep step, gint n, GError **error);

/** How far a jump went. */
typedef enum {
	OQ_REACH_ALL,
	OQ_REACH_START,   /* there were fewer steps back: it went to the first one */
	OQ_REACH_END,     /* there were fewer steps on */
	OQ_REACH_NOTHING, /* there are no such steps in the text */
} OqReach;

/** oq_cursor_reach: of the last oq_cursor_go() that did not fail. */
OqReach oq_cursor_reach(const OqCursor *cursor);

/** oq_cursor_place: where the last jump went, or the end of the utterance that was given last. */
guint64 oq_cursor_place(const OqCursor *cursor);

/**
 * oq_cursor_find:
 * @text: what is looked for in the text as it was written (search.h)
 * @direction: 1: the first place behind @from; -1: the last one before it
 *
 * Not for a text that is spelled. oq_cursor_next() then gives the utterance with the place.
 *
 * Returns: FALSE and OQ_CURSOR_ERROR_NOT_FOUND or an error as in oq_document_seek(); the cursor
 * then stands where it stood
 */
gboolean oq_cursor_find(
	OqCursor *cursor, guint64 from, const char *text, gint direction, GError **error);
