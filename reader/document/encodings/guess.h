/* guess.h - in which code page Kazakh or Russian text is, by the letters that it would hold. */
#pragma once

#include <glib.h>

#define OQ_GUESS_HIGH_BYTES 8192 /* bytes above ASCII that are enough */

/**
 * oq_guess_code_page:
 * @bytes: of a text that is not UTF-8; what is behind OQ_GUESS_HIGH_BYTES does not count
 *
 * Returns: (nullable): KZ-1048, PT154, windows-1251 or KOI8-R; of letters alone that the first
 * three have in common, KZ-1048 if they are Kazakh; NULL: it looks like none of them
 */
const char *oq_guess_code_page(const char *bytes, gsize n_bytes);
