/* utterance.h - one sentence as it will be said: words, what follows them, and their source.
 * Positions are bytes of the decoded UTF-8 source, counted from its beginning (a BOM does not
 * count). */
#pragma once

#include "text/lang.h"

/** What follows an utterance: the speaker makes a pause of it. */
typedef enum {
	OQ_BREAK_NONE,   /* an overlong sentence was cut between two words */
	OQ_BREAK_CLAUSE, /* … or at a comma, semicolon, colon or bracket */
	OQ_BREAK_SENTENCE,
	OQ_BREAK_PARAGRAPH, /* also the end of the text */
} OqBreak;

/** One spoken word. Several words may share one source range: "23" is "жиырма үш". */
typedef struct {
	guint64 start; /* source range, in bytes; end is exclusive */
	guint64 end;
	guint32 spoken_start; /* byte range in OqUtterance.spoken */
	guint32 spoken_end;
	const char *rule; /* name of the rule that made the word; NULL: said as it is written */
	OqLang lang;      /* whose voice says it */
	gboolean quoted;  /* within quotation marks, where that is asked for */
	gboolean spelled; /* signs are said by the names that the voice has for them */
} OqWord;

/** A pause that a text asks for is no longer. */
#define OQ_REST_MAX_MS 60000

/** A source range that nothing is said of, as the listener wants it. */
typedef struct {
	guint64 start; /* in bytes; end is exclusive */
	guint64 end;
	const char *rule; /* static: why */
} OqLeftOut;

typedef struct {
	guint64 start; /* source range; the ranges of all utterances ascend and do not overlap */
	guint64 end;
	guint paragraph; /* counted from 1 */
	OqBreak follows;
	guint rest_ms;    /* a pause that the text asks for behind it; 0: none */
	OqLang lang;      /* that of most of its words */
	GString *text;    /* the source range as it was written, line breaks included */
	GString *spoken;  /* what is said: words and punctuation, no line breaks; digits in Russian
			     alone */
	GArray *words;    /* of OqWord, ascending; empty when there is nothing to say */
	GArray *left_out; /* of OqLeftOut, ascending; no word's range meets one */
} OqUtterance;

/** oq_utterance_init: an empty utterance; its buffers are used again by whatever fills it. */
void oq_utterance_init(OqUtterance *utterance);

/** oq_utterance_reset: forgets the contents, keeps the memory. */
void oq_utterance_reset(OqUtterance *utterance);

/** oq_utterance_clear: frees the contents, not the struct. */
void oq_utterance_clear(OqUtterance *utterance);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OqUtterance, oq_utterance_clear)

/** oq_utterance_word: the word at index, which must be less than words->len. */
const OqWord *oq_utterance_word(const OqUtterance *utterance, guint index);

/**
 * oq_utterance_say:
 * @words: spoken words with single spaces between them, not empty
 * @rule: (nullable): static name of the rule that made them
 *
 * Appends the words, after a space where one is due; each gets the source range [start, end).
 */
void oq_utterance_say(
	OqUtterance *utterance, const char *words, guint64 start, guint64 end, const char *rule);

/** oq_utterance_append: the same without a space before them. */
void oq_utterance_append(
	OqUtterance *utterance, const char *words, guint64 start, guint64 end, const char *rule);
