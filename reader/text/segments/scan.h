/* scan.h - a sentence under way: the text from its beginning on, and what its characters are. */
#pragma once

#include "text/lexicon/lexicon.h"

/** What can be said of a place in a text that is still coming in. */
typedef enum {
	OQ_VERDICT_GOES_ON,
	OQ_VERDICT_ENDS,
	OQ_VERDICT_UNKNOWN, /* without more text */
} OqVerdict;

/** Abbreviations that no table knows: the user's own. */
typedef struct {
	gboolean (*has)(gconstpointer words, OqSlice word); /* in lower case, without its point */
	gconstpointer words;
} OqCuts;

typedef struct {
	const OqLexicon *lexicon;
	const OqLetters *letters;
	const char *start;  /* of the sentence */
	const char *end;    /* of the text that is there */
	guint column;       /* characters on the line before start */
	gboolean final;     /* nothing comes after end */
	const OqCuts *cuts; /* (nullable) */
} OqScan;

/** What stands behind a mark that may end a sentence. */
typedef struct {
	const char *at; /* the first character that is not space, dash or opening bracket */
	gboolean space;
	gboolean dash;
	gboolean opened; /* a quote or bracket */
	gboolean newline;
	gboolean cut; /* the text ends before anything else */
} OqAhead;

/** oq_scan_class: OQ_CHAR_OTHER at the end. */
OqCharClass oq_scan_class(const OqScan *scan, const char *p);
gboolean oq_scan_is_space(const OqScan *scan, const char *p);

/** oq_scan_ahead: @wrapped: a line break is no more than a space, nor is the > of quoted mail. */
OqAhead oq_scan_ahead(const OqScan *scan, const char *p, gboolean wrapped);

/**
 * oq_scan_word:
 * @word: (out): what its lower-case form, from p to the first character that is no letter, means
 *
 * Returns: FALSE when the word is not whole without more text
 */
gboolean oq_scan_word(const OqScan *scan, const char *p, OqSentenceWord *word);

/** oq_scan_is_short_unit: км, тг, but not метр; @key: in lower case, as in the next one. */
gboolean oq_scan_is_short_unit(const OqScan *scan, OqSlice key);

/** oq_scan_is_short_day: "10 там. 2025", "қаң.–нау. 2025", "дс. 9:00" */
gboolean oq_scan_is_short_day(const OqScan *scan, OqSlice key, gboolean behind_number);

/** oq_scan_begins: whether nothing but pictures stands before p. */
gboolean oq_scan_begins(const OqScan *scan, const char *p);
