/* durations.c - see the header. */
#include "cli/durations.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

enum { SECOND_MS = 1000, TENTH_MS = 100 };

/* A number of at most two parts, and what stands behind it; FALSE: there is none. */
static gboolean
read_number(const char **text, double *number)
{
	static const char digits[] = "0123456789";
	gsize n_whole = strspn(*text, digits), n_part = 0;
	char point = (*text)[n_whole];

	if (n_whole > 0 && (point == '.' || point == ','))
		n_part = strspn(*text + n_whole + 1, digits);
	gsize n_bytes = n_whole + (n_part > 0 ? n_part + 1 : 0);
	g_autofree char *copy = g_strndup(*text, n_bytes);
	g_strdelimit(copy, ",", '.');
	*number = g_ascii_strtod(copy, NULL);
	*text += n_bytes;
	return n_whole > 0;
}

/* What follows the colon is less than 60. */
static gboolean
read_clock(const char *text, double *seconds)
{
	guint n_parts = 0;

	for (*seconds = 0; n_parts < 3; text++) {
		double part;
		if (!read_number(&text, &part) || (n_parts > 0 && part >= 60))
			return FALSE;
		*seconds = *seconds * 60 + part;
		n_parts++;
		if (*text != ':')
			break;
		if (floor(part) < part)
			return FALSE;
	}
	return *text == '\0' && n_parts > 1;
}

/* A number alone is seconds; units come from the largest to the smallest. */
static gboolean
read_units(const char *text, double *seconds)
{
	static const char units[] = "hms";
	static const double lengths[] = {3600, 60, 1};
	const char *next = units;

	for (*seconds = 0; *text != '\0';) {
		double number;
		if (!read_number(&text, &number))
			return FALSE;
		const char *unit = *text == '\0' && next == units ? units + 2 : NULL;
		if (unit == NULL && *text != '\0')
			unit = strchr(next, *text++);
		if (unit == NULL)
			return FALSE;
		*seconds += number * lengths[unit - units];
		next = unit + 1;
	}
	return TRUE;
}

gboolean
oq_durations_read(const char *text, guint *length_ms)
{
	double seconds;

	if (!read_clock(text, &seconds) && !read_units(text, &seconds))
		return FALSE;
	double ms = round(seconds * SECOND_MS);
	if (!(ms >= 1 && ms <= OQ_DURATION_MAX_MS))
		return FALSE;
	*length_ms = (guint)ms;
	return TRUE;
}

char *
oq_durations_say(guint64 length_ms)
{
	gulong seconds = (gulong)((length_ms + SECOND_MS / 2) / SECOND_MS);
	gulong minutes = seconds / 60, hours = minutes / 60;

	if (hours > 0)
		return g_strdup_printf(_("%lu h %lu min %lu s"), hours, minutes % 60, seconds % 60);
	if (minutes > 0)
		return g_strdup_printf(_("%lu min %lu s"), minutes, seconds % 60);
	if (seconds >= 10)
		return g_strdup_printf(_("%lu s"), seconds);
	return g_strdup_printf(_("%.1f s"), (double)length_ms / SECOND_MS);
}

char *
oq_durations_clock(guint64 length_ms)
{
	gulong tenths = (gulong)((length_ms + TENTH_MS / 2) / TENTH_MS);
	gulong seconds = tenths / 10, minutes = seconds / 60, hours = minutes / 60;

	if (hours > 0)
		return g_strdup_printf(
			"%lu:%02lu:%02lu.%lu", hours, minutes % 60, seconds % 60, tenths % 10);
	return g_strdup_printf("%lu:%02lu.%lu", minutes, seconds % 60, tenths % 10);
}
