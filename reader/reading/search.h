/* search.h - words looked for in a text that comes in pieces: small and capital letters are the
 * same, and so are all white space and line breaks. Words without a letter that a Russian keyboard
 * lacks may have been typed on one, and are found with these letters, too. One search per thread.
 */
#pragma once

#include "base/typing.h"

typedef struct _OqSearch OqSearch;

/**
 * oq_search_new:
 * @words: UTF-8; white space at its ends does not count; nothing finds nothing
 * @typing: (nullable): what letters are typed as; NULL: as they are
 */
OqSearch *oq_search_new(const char *words, const OqTyping *typing);
void oq_search_free(OqSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqSearch, oq_search_free)

/** oq_search_begin: a text that begins at @position; what came before it is forgotten. */
void oq_search_begin(OqSearch *search, guint64 position);

/**
 * oq_search_feed:
 * @text: (inout): whole characters of valid UTF-8; behind what was looked at
 * @found: (out): where the words begin
 *
 * Returns: FALSE when they do not end in this piece; else it is to be called again with the rest
 */
gboolean oq_search_feed(OqSearch *search, const char **text, const char *end, guint64 *found);
