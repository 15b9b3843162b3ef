/* box.c - see the header. */
#include "open/box.h"

gboolean
oq_box_enter(GError **error G_GNUC_UNUSED)
{
	return TRUE;
}
