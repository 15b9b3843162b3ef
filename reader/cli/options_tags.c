/* options_tags.c - see the header. */
#include "cli/options_tags.h"

#include <glib/gi18n.h>
#include <string.h>

#define NOW         "now"
#define DATE_FORMAT "dddd-dd-dd"
#define TIME_FORMAT "dd:dd:dd"

/* "d" is a digit, "l" a small letter, anything else itself. */
static gboolean
has_format(const char *text, const char *format)
{
	gsize i = 0;
	for (; format[i] != '\0'; i++) {
		gboolean is_right = format[i] == 'd'   ? g_ascii_isdigit(text[i])
				    : format[i] == 'l' ? g_ascii_islower(text[i])
						       : text[i] == format[i];
		if (!is_right)
			return FALSE;
	}
	return text[i] == '\0';
}

static gboolean
is_moment(const char *date, const char *time)
{
	g_autofree char *whole = g_strconcat(date, "T", time, NULL);
	g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
	g_autoptr(GDateTime) moment = g_date_time_new_from_iso8601(whole, zone);
	return has_format(date, DATE_FORMAT) && has_format(time, TIME_FORMAT) && moment != NULL;
}

static gboolean
refuse(GError **error, const char *option, const char *text, const char *cure)
{
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG, _("%s %s is not possible; %s"),
		option, text, cure);
	return FALSE;
}

static gboolean
refuse_name(const char *tag, GError **error)
{
	g_autoptr(GString) cure = g_string_new(_("give NAME=TEXT, the name being one of these:"));
	for (const char *const *name = oq_tags_names(); *name != NULL; name++)
		g_string_append_printf(cure, "%s %s", name == oq_tags_names() ? "" : ",", *name);
	return refuse(error, "--tag", tag, cure->str);
}

static gboolean
check_value(const char *tag, const char *name, const char *value, GError **error)
{
	if (g_str_has_suffix(name, "date") && !is_moment(value, "00:00:00"))
		return refuse(error, "--tag", tag, _("give a date, as 2026-11-29"));
	if (strcmp(name, "time") == 0 && !is_moment("2026-11-29", value))
		return refuse(error, "--tag", tag, _("give a time, as 18:41:00"));
	if (strcmp(name, "language") == 0 && !has_format(value, "lll"))
		return refuse(
			error, "--tag", tag, _("give a language by its three letters, as kaz"));
	return TRUE;
}

static gboolean
check_tag(const char *tag, GError **error)
{
	OqTags tags = {0};
	const char *equals = strchr(tag, '=');
	if (equals == NULL)
		return refuse_name(tag, error);
	g_autofree char *name = g_strndup(tag, (gsize)(equals - tag));
	if (oq_tags_find(&tags, name) == NULL)
		return refuse_name(tag, error);
	return check_value(tag, name, equals + 1, error);
}

gboolean
oq_options_tags_check(const OqOptions *options, GError **error)
{
	if (options->date != NULL && strcmp(options->date, NOW) != 0 &&
		!is_moment(options->date, "00:00:00"))
		return refuse(
			error, "--date", options->date, _("give a date, as 2026-11-29, or now"));
	for (char **tag = options->tags; tag != NULL && *tag != NULL; tag++)
		if (!check_tag(*tag, error))
			return FALSE;
	return TRUE;
}

gboolean
oq_options_tags_are_given(const OqOptions *options)
{
	return options->title != NULL || options->author != NULL || options->date != NULL ||
	       options->tags != NULL || options->marks != OQ_MARKS_NONE;
}

static void
set(char **member, const char *text)
{
	g_free(*member);
	*member = g_strdup(text);
}

static void
set_now(OqTags *tags)
{
	guint64 seconds;
	const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
	gboolean is_fixed = epoch != NULL &&
			    g_ascii_string_to_unsigned(epoch, 10, 0, G_MAXINT32, &seconds, NULL);
	g_autoptr(GDateTime) now = is_fixed ? g_date_time_new_from_unix_utc((gint64)seconds)
					    : g_date_time_new_now_local();
	g_autofree char *date = g_date_time_format(now, "%Y-%m-%d");
	g_autofree char *time = g_date_time_format(now, "%H:%M:%S");
	set(&tags->date, date);
	set(&tags->time, time);
}

static void
set_date(OqTags *tags, const char *date)
{
	if (date == NULL)
		return;
	if (strcmp(date, NOW) == 0)
		set_now(tags);
	else
		set(&tags->date, date);
}

OqTags *
oq_options_tags(const OqOptions *options)
{
	OqTags *tags = g_new0(OqTags, 1);
	for (char **tag = options->tags; tag != NULL && *tag != NULL; tag++) {
		const char *equals = strchr(*tag, '=');
		g_autofree char *name = g_strndup(*tag, (gsize)(equals - *tag));
		set(oq_tags_find(tags, name), equals + 1);
	}
	if (options->title != NULL)
		set(&tags->title, options->title);
	if (options->author != NULL)
		set(&tags->author, options->author);
	set_date(tags, options->date);
	return tags;
}
