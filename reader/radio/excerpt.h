/* excerpt.h - a part of a text, as a listener names it: by headings, sentences, or words that stand
 * in it.
 *
 * A name is one of these, the first that there is:
 *   12          the 12th sentence, as oqyrman text --sentences counts them
 *   #3          the third heading
 *   Weather     a heading of these words, or else one that has them
 *   it will be  a sentence in which they stand, or begin
 * In plain text a paragraph of one sentence is a heading, when no full stop or the like ends it. A
 * part begins with what is named first, and ends before a heading, but behind a sentence. */
#pragma once

#include "reading/cursor.h"

#define OQ_EXCERPT_ERROR (oq_excerpt_error_quark())
GQuark oq_excerpt_error_quark(void);

typedef enum {
	OQ_EXCERPT_ERROR_NOT_FOUND,
	OQ_EXCERPT_ERROR_BACKWARDS, /* it would end before it begins */
} OqPartError;

/**
 * oq_excerpt_choose:
 * @cursor: of a document; then gives that part and no more
 * @first: (nullable): where it begins; NULL: with the text
 * @last: (nullable): where it ends; NULL: with the text. Words are looked for behind the beginning
 *
 * Returns: FALSE and OQ_EXCERPT_ERROR, or an error of the cursor
 */
gboolean oq_excerpt_choose(OqCursor *cursor, const char *first, const char *last, GError **error);

/**
 * oq_excerpt_begin_heading: with what the text begins, if that is a heading.
 * @cursor: of a document; stands at its beginning then
 * @heading: (out) (nullable) (transfer full): in one line; NULL: it is none, or there is no text
 *
 * Returns: FALSE and an error of the cursor
 */
gboolean oq_excerpt_begin_heading(OqCursor *cursor, char **heading, GError **error);
