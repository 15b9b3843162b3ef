/* unheard.h - where nothing can be heard: what was to be read aloud becomes a file beside the text.
 *
 * Only when the environment says OQYRMAN_UNHEARD=file, as reader/run.sh does. */
#pragma once

#include "cli/commands.h"

/** oq_unheard_is_asked: the environment asks for it. */
gboolean oq_unheard_is_asked(void);

/**
 * oq_unheard_text:
 *
 * Returns: (nullable) (transfer none): the first file of @call; NULL when no audio file may take
 *   the place of its sound: that was not asked for, a device was chosen, nothing is named, or
 *   something is named that can be read only once, such as standard input, or never ends
 */
const char *oq_unheard_text(const OqCall *call);

/** oq_unheard_name: (transfer full): "a/news.wav" for "a/news.txt", or in the current folder when
 * a/ cannot be written to; it may be taken. */
char *oq_unheard_name(const char *text);
