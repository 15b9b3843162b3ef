/* elements.h - what elements of (X)HTML and DTBook mean to somebody who listens.
 *
 * Attributes are names and values in turn, NULL behind them; names bear their usual prefixes
 * ("epub:type", "xml:lang"). */
#pragma once

#include <glib.h>

typedef enum {
	OQ_ELEMENT_INLINE, /* also what is not known */
	OQ_ELEMENT_BLOCK,
	OQ_ELEMENT_BOOK,    /* all of a document: its language is the document's */
	OQ_ELEMENT_HEADING, /* oq_elements_level() */
	OQ_ELEMENT_LEVEL,   /* sections within each other, whose headings do not say how deep */
	OQ_ELEMENT_LIST,
	OQ_ELEMENT_ITEM,
	OQ_ELEMENT_QUOTE,
	OQ_ELEMENT_LINES, /* its line breaks are the text's */
	OQ_ELEMENT_LINE,  /* of a poem: the line ends behind it */
	OQ_ELEMENT_BREAK,
	OQ_ELEMENT_LINK,
	OQ_ELEMENT_RAISED,
	OQ_ELEMENT_MATH,     /* MathML, all of a formula */
	OQ_ELEMENT_FRACTION, /* of it: the first element in it above the second */
	OQ_ELEMENT_POWER,    /* … the second one is raised */
	OQ_ELEMENT_PARTS,    /* … that stand apart */
	OQ_ELEMENT_ROOT,     /* … the square root of what is in it */
	OQ_ELEMENT_IMAGE,
	OQ_ELEMENT_FIGURE,
	OQ_ELEMENT_TABLE,
	OQ_ELEMENT_HEADERS, /* rows whose cells name others */
	OQ_ELEMENT_ROW,
	OQ_ELEMENT_HEADER, /* a cell that names others */
	OQ_ELEMENT_CELL,
	OQ_ELEMENT_PAGE,    /* a page of the printed book begins */
	OQ_ELEMENT_NOTEREF, /* refers to a note */
	OQ_ELEMENT_NOTE,
	OQ_ELEMENT_NOTES,    /* its items are notes */
	OQ_ELEMENT_BACKLINK, /* from a note to where it was referred to */
	OQ_ELEMENT_SKIPPED,  /* nothing in it is read */
} OqElement;

/** oq_elements_judge: @name: in small letters, without a prefix. */
OqElement oq_elements_judge(const char *name, const char *const *attributes);

/** oq_elements_level: of a heading, from 1 to 6; 0: as many as there are levels around it. */
guint oq_elements_level(const char *name, const char *const *attributes);

/** oq_elements_attribute: (nullable) (transfer none). */
const char *oq_elements_attribute(const char *const *attributes, const char *name);

/** oq_elements_has_word: @words: with a space between them, in any case of letters
 * @wanted: NULL behind the last one */
gboolean oq_elements_has_word(const char *words, const char *const *wanted);
