/* bound.h - whether the desktop has the keys in its own settings: then nobody else may want them.
 */
#pragma once

#include <glib.h>

/** oq_bound_mark: @desktop has them, as "XFCE", or none has (NULL). FALSE: that cannot be kept. */
gboolean oq_bound_mark(const char *desktop, GError **error);

/** oq_bound_is_here: the desktop of this session has them. */
gboolean oq_bound_is_here(void);

/** oq_bound_is_desktop: this session is one of @desktop's, as XDG_CURRENT_DESKTOP tells. */
gboolean oq_bound_is_desktop(const char *desktop);
