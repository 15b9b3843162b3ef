/* mojibake_judge.h - whether a text was read in a wrong encoding before it was saved. */
#pragma once

#include "document/encodings/mojibake.h"

/**
 * oq_mojibake_judge:
 * @text: the beginning of a text in UTF-8, faults and all
 *
 * Returns: OQ_MOJIBAKE_NONE unless there is enough of it, it looks like Kazakh or Russian once it
 *   is undone, and did not before
 */
OqMojibake oq_mojibake_judge(const char *text, gsize n_bytes);

/** oq_mojibake_is_suspect: the text holds a letter that a misreading may have left there. */
gboolean oq_mojibake_is_suspect(const char *text, gsize n_bytes);
