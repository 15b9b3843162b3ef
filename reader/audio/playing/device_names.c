/* device_names.c - see the header. */
#include "audio/playing/device_names.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audio/playing/device.h"

/* Returns the place of the only name that has @wanted in it, or -1. */
static gint
find_part(const GPtrArray *names, const char *wanted, GError **error)
{
	gint place = -1;
	g_autofree char *part = g_utf8_casefold(wanted, -1);
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *name = g_utf8_casefold(g_ptr_array_index(names, i), -1);
		if (strstr(name, part) == NULL)
			continue;
		if (place >= 0) {
			g_set_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE,
				_("several sound devices are called '%s'; "
				  "'oqyrman voices' lists them"),
				wanted);
			return -1;
		}
		place = (gint)i;
	}
	if (place < 0)
		g_set_error(error, OQ_DEVICE_ERROR, OQ_DEVICE_ERROR_NONE,
			_("there is no sound device '%s'; 'oqyrman voices' lists those there are"),
			wanted);
	return place;
}

gint
oq_device_names_find(const GPtrArray *names, const char *wanted, GError **error)
{
	guint64 place;
	g_autofree char *valid = g_utf8_make_valid(wanted, -1);
	for (guint i = 0; i < names->len; i++)
		if (g_str_equal(g_ptr_array_index(names, i), valid))
			return (gint)i;
	if (names->len > 0 &&
		g_ascii_string_to_unsigned(wanted, 10, 0, names->len - 1, &place, NULL))
		return (gint)place;
	return find_part(names, valid, error);
}
