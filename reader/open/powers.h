/* powers.h - raised digits that are powers: m<sup>2</sup> is m², 10<sup>−3</sup> is 10⁻³. */
#pragma once

#include <glib.h>

/**
 * oq_powers_append:
 * @text: valid UTF-8, what stands before it
 * @raised: what is raised
 *
 * Returns: FALSE, and nothing is appended, if it is no power: the mark of a note, an ordinal's end
 */
gboolean oq_powers_append(GString *text, const char *raised);

/** oq_powers_append_sure: the same where marks of notes look alike: behind ten, metres and a
 * letter by itself only. */
gboolean oq_powers_append_sure(GString *text, const char *raised);
