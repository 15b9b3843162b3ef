/* shown.h - a text as it is shown in one line: without what cannot be seen.
 *
 * White space and control characters become one space, characters of format are left out but for
 * those that join letters. Pure. */
#pragma once

#include <glib.h>

/** oq_shown_append: @text: valid UTF-8 of @n_bytes bytes. There is no space at the beginning of
 * @out, nor at its end. */
void oq_shown_append(GString *out, const char *text, gsize n_bytes);

/** oq_shown_is_empty: nothing of it would be seen. */
gboolean oq_shown_is_empty(const char *text, gsize n_bytes);

/** oq_shown_width: how many characters a line has, and where a subtitle needs a sign more to say
 * so, that one, too. */
guint oq_shown_width(const char *text);

/** oq_shown_is_break: a space at which a line may be broken. */
gboolean oq_shown_is_break(gunichar character);

/** oq_shown_is_inner: the character does not begin a letter: it goes with the one before it. */
gboolean oq_shown_is_inner(gunichar before, gunichar character);
