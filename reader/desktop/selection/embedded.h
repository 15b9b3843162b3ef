/* embedded.h - texts of accessible objects: U+FFFC stands where another object is, such as a link
 * or a whole paragraph. Pure; positions are counted in characters, as AT-SPI does. */
#pragma once

#include <glib.h>

#define OQ_EMBEDDED_OBJECT ((gunichar)0xFFFC)

/** oq_embedded_count: how many objects are in a text. */
guint oq_embedded_count(const char *text);

/** oq_embedded_is_block: @at: an object within @text: it is a paragraph rather than a part of one:
 * nothing but other objects stands beside it. */
gboolean oq_embedded_is_block(const char *text, const char *at);

/**
 * oq_embedded_paragraph: the line of the text where the caret is; behind the last character of a
 * line the caret is still there. In an empty line: the next one that is not, or else the last one
 * before.
 *
 * @caret: may be out of the text
 * @end: (out): behind the last character, without the line break
 */
void oq_embedded_paragraph(const char *text, gint64 caret, guint *start, guint *end);

/** OqEmbeddedText: (transfer none) (nullable): of the object that is the @index-th of a text. */
typedef const char *(*OqEmbeddedText)(guint index, gpointer data);

/** oq_embedded_join: (transfer full): @text with the objects' own texts in their places, blocks in
 * lines of their own. */
GString *oq_embedded_join(const char *text, OqEmbeddedText text_of, gpointer data);
