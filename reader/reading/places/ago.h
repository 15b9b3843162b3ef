/* ago.h - how long ago something was, in words. */
#pragma once

#include <glib.h>

/** oq_ago_words: (transfer full): "3 days ago", in the user's language; what was within a minute,
 * or is still to come, as after a clock was set back, is "just now". */
char *oq_ago_words(gint64 then_s, gint64 now_s);
