/* typing.h - names as they are typed where the keyboard lacks their letters: a table that says what
 * a letter is typed as, and texts reduced by it so that they may be compared. Immutable. */
#pragma once

#include <glib.h>

typedef struct _OqTyping OqTyping;

/**
 * oq_typing_load:
 * @path: of a table of the columns "letters" (one or more, small) and "typed"
 *
 * Returns: NULL and OQ_TABLE_ERROR
 */
OqTyping *oq_typing_load(const char *path, GError **error);
void oq_typing_free(OqTyping *typing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTyping, oq_typing_free)

/**
 * oq_typing_reduce:
 * @text: UTF-8
 *
 * Returns: (transfer full): in small letters, each of them as it is typed, the longest of the table
 *   first; what the table does not have stays what it is
 */
char *oq_typing_reduce(const OqTyping *typing, const char *text);

/** oq_typing_letter: what a small letter is typed as; itself where the table has it not, or has
 * more than one letter for it. */
gunichar oq_typing_letter(const OqTyping *typing, gunichar letter);
