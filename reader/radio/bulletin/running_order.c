/* running_order.c - see the header. */
#include "radio/bulletin/running_order.h"

#include "base/line.h"
#include "base/small_file.h"
#include "speech/voice.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK(oq_running_order_error, oq_running_order_error)

#define BOM  "\xef\xbb\xbf"
#define NONE "no"

/* A year of bulletins is less. */
#define MAX_BYTES (1u << 20)

enum { MAX_TITLE = 500, MAX_QUOTED = 60 };

/** What is being read. */
typedef struct {
	const char *list; /* as it is shown */
	const char *folder;
	const char *voices;
	OqRunningItem *item;
	GError **error;
} Reading;

typedef gboolean (*ReadValue)(const Reading *reading, const char *value);

static void
item_free(gpointer data)
{
	OqRunningItem *item = data;

	g_free(item->path);
	g_free(item->title);
	g_free(item->headline);
	g_free(item);
}

static OqRunningItem *
item_new(const OqStyle *style, guint line)
{
	OqRunningItem *item = g_new0(OqRunningItem, 1);

	item->style = *style;
	item->line = line;
	return item;
}

static OqRunningOrder *
order_new(const char *list)
{
	OqRunningOrder *order = g_new0(OqRunningOrder, 1);

	order->list = g_strdup(list);
	order->items = g_ptr_array_new_with_free_func(item_free);
	return order;
}

void
oq_running_order_free(OqRunningOrder *order)
{
	if (order == NULL)
		return;
	g_ptr_array_unref(order->items);
	g_free(order->list);
	g_free(order);
}

static gboolean G_GNUC_PRINTF(2, 3) refuse(const Reading *reading, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	g_autofree char *why = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_set_error(reading->error, OQ_RUNNING_ORDER_ERROR, OQ_RUNNING_ORDER_ERROR_LINE,
		"%s:%u: %s", reading->list, reading->item->line, why);
	return FALSE;
}

/* (transfer full): as much of it as a message should have. */
static char *
quote(const char *value)
{
	char *quoted = oq_line_new(value, -1, MAX_QUOTED);

	return quoted != NULL ? quoted : g_strdup("");
}

static gboolean
refuse_value(const Reading *reading, const char *key, const char *value, const char *range)
{
	g_autofree char *quoted = quote(value);

	return refuse(reading, _("%s=%s is not possible; give %s"), key, quoted, range);
}

static gboolean
read_voice(const Reading *reading, const char *value)
{
	const char *folder = reading->voices;
	g_autoptr(GError) damaged = NULL;
	g_autoptr(OqVoice) voice = folder != NULL ? oq_voice_find(folder, value, &damaged) : NULL;

	if (damaged != NULL)
		return refuse(reading, "%s", damaged->message);
	if ((folder == NULL || voice != NULL) &&
		oq_style_set_voice(&reading->item->style, voice != NULL ? voice->id : value))
		return TRUE;
	g_autofree char *quoted = quote(value);
	g_autofree char *meant = folder != NULL ? oq_voice_suggest(folder, value) : NULL;
	if (meant != NULL)
		return refuse(
			reading, _("there is no voice “%s”; did you mean “%s”?"), quoted, meant);
	return refuse(
		reading, _("there is no voice “%s”; oqyrman voices lists those there are"), quoted);
}

static gboolean
read_number(const Reading *reading, const char *key, const char *value, guint low, guint high,
	guint64 *number)
{
	if (g_ascii_string_to_unsigned(value, 10, low, high, number, NULL))
		return TRUE;
	g_autofree char *range = g_strdup_printf(_("a whole number from %u to %u"), low, high);
	return refuse_value(reading, key, value, range);
}

static gboolean
read_speed(const Reading *reading, const char *value)
{
	guint64 number = 0;

	if (!read_number(reading, "speed", value, OQ_SPEED_MIN_WPM, OQ_SPEED_MAX_WPM, &number))
		return FALSE;
	reading->item->style.speed_wpm = (guint16)number;
	return TRUE;
}

static gboolean
read_pitch(const Reading *reading, const char *value)
{
	guint64 number = 0;

	if (!read_number(reading, "pitch", value, 0, 100, &number))
		return FALSE;
	reading->item->style.pitch_percent = (guint8)number;
	return TRUE;
}

static gboolean
read_headline(const Reading *reading, const char *value)
{
	reading->item->drops_heading = TRUE;
	if (strcmp(value, NONE) != 0)
		reading->item->headline = oq_line_new(value, -1, MAX_TITLE);
	return TRUE;
}

static gboolean
read_title(const Reading *reading, const char *value)
{
	reading->item->title = oq_line_new(value, -1, MAX_TITLE);
	return TRUE;
}

static gboolean
read_gap(const Reading *reading, const char *value)
{
	g_autofree char *text = g_strdelimit(g_strdup(value), ",", '.');
	char *rest = NULL;
	double ms = round(g_ascii_strtod(text, &rest) * 1000);

	if (!g_ascii_isdigit(*text) || *rest != '\0' || !(ms >= 0 && ms <= OQ_GAP_MAX_MS))
		return refuse_value(reading, "gap", value, _("seconds, from 0 to 60, as 1.5"));
	reading->item->has_gap = TRUE;
	reading->item->gap_ms = (guint)ms;
	return TRUE;
}

static const struct {
	const char *name;
	ReadValue read;
} keys[] = {
	{"voice", read_voice},
	{"speed", read_speed},
	{"pitch", read_pitch},
	{"headline", read_headline},
	{"title", read_title},
	{"gap", read_gap},
};

static gboolean
refuse_key(const Reading *reading, const char *key)
{
	g_autoptr(GString) all = g_string_new(NULL);
	g_autofree char *quoted = quote(key);

	for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
		g_string_append_printf(all, "%s%s", i > 0 ? ", " : "", keys[i].name);
	return refuse(reading,
		_("“%s” says nothing of a text; behind its name stand | and then %s, each with = "
		  "and a value"),
		quoted, all->str);
}

/* G_N_ELEMENTS(keys): there is none of that name. */
static guint
find_key(const char *name)
{
	guint key = 0;

	while (key < G_N_ELEMENTS(keys) && strcmp(name, keys[key].name) != 0)
		key++;
	return key;
}

/* @seen: bits of the keys that the line had before */
static gboolean
read_field(const Reading *reading, char *field, guint *seen)
{
	char *equal = strchr(field, '=');

	if (equal == NULL)
		return refuse_key(reading, field);
	*equal = '\0';
	const char *name = g_strstrip(field), *value = g_strstrip(equal + 1);
	guint key = find_key(name);
	if (key == G_N_ELEMENTS(keys))
		return refuse_key(reading, name);
	if ((*seen >> key & 1) != 0)
		return refuse(reading, _("%s stands in the line twice; leave one out"), name);
	*seen |= 1u << key;
	if (*value == '\0')
		return refuse(reading, _("%s has no value; give it one, or leave it out"), name);
	return keys[key].read(reading, value);
}

static char *
find_path(const char *folder, const char *written)
{
	return g_path_is_absolute(written) ? g_strdup(written)
					   : g_build_filename(folder, written, NULL);
}

static gboolean
read_path(const Reading *reading, const char *written)
{
	OqRunningItem *item = reading->item;

	if (*written == '\0')
		return refuse(
			reading, _("the line names no text; it begins with the name of a file"));
	item->path = find_path(reading->folder, written);
	g_autofree char *quoted = quote(item->path);
	if (g_file_test(item->path, G_FILE_TEST_IS_DIR))
		return refuse(reading, _("“%s” is a folder; name the files in it"), quoted);
	if (g_file_test(item->path, G_FILE_TEST_EXISTS))
		return TRUE;
	refuse(reading, _("there is no file “%s”; its name begins in the folder of the list"),
		quoted);
	if (reading->error != NULL)
		(*reading->error)->code = OQ_RUNNING_ORDER_ERROR_TEXT;
	return FALSE;
}

static gboolean
read_line(const Reading *reading, const char *line)
{
	g_auto(GStrv) fields = g_strsplit(line, strchr(line, '\t') != NULL ? "\t" : "|", -1);
	guint seen = 0;

	if (!read_path(reading, g_strstrip(fields[0])))
		return FALSE;
	for (guint i = 1; fields[i] != NULL; i++)
		if (*g_strstrip(fields[i]) != '\0' && !read_field(reading, fields[i], &seen))
			return FALSE;
	return TRUE;
}

static gboolean
is_blank_or_comment(const char *line)
{
	line += strspn(line, " \t\r");
	return *line == '\0' || *line == '#';
}

static gboolean
read_lines(Reading *reading, OqRunningOrder *order, char *text, const OqStyle *style)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (guint i = 0; lines[i] != NULL; i++) {
		if (is_blank_or_comment(lines[i]))
			continue;
		reading->item = item_new(style, i + 1);
		g_ptr_array_add(order->items, reading->item);
		if (!g_utf8_validate(lines[i], -1, NULL))
			return refuse(reading, _("is not UTF-8; save it as UTF-8"));
		if (!read_line(reading, lines[i]))
			return FALSE;
	}
	if (order->items->len > 0)
		return TRUE;
	g_set_error(reading->error, OQ_RUNNING_ORDER_ERROR, OQ_RUNNING_ORDER_ERROR_FILE,
		_("%s names no text; write the name of a file on each line"), reading->list);
	return FALSE;
}

/* It names a file that is there, or says how one is said. */
static gboolean
seems_item(const char *folder, const char *line)
{
	g_auto(GStrv) fields = g_strsplit(line, strchr(line, '\t') != NULL ? "\t" : "|", -1);
	g_autofree char *path = find_path(folder, g_strstrip(fields[0]));
	gboolean is_item = g_file_test(path, G_FILE_TEST_IS_REGULAR);

	for (guint i = 1; fields[i] != NULL; i++) {
		char *equal = strchr(fields[i], '=');
		if (equal != NULL)
			*equal = '\0';
		is_item |= equal != NULL && find_key(g_strstrip(fields[i])) < G_N_ELEMENTS(keys);
	}
	return is_item;
}

gboolean
oq_running_order_seems(const char *file)
{
	guint n_items = 0;
	gsize n_bytes;
	/* Whoever writes into a pipe would notice. */
	if (!g_file_test(file, G_FILE_TEST_IS_REGULAR))
		return FALSE;
	g_autofree char *text = oq_small_file_read(file, MAX_BYTES, &n_bytes, NULL);
	if (text == NULL || memchr(text, '\0', n_bytes) != NULL)
		return FALSE;
	g_autofree char *folder = g_path_get_dirname(file);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		gboolean is_item = !is_blank_or_comment(lines[i]);
		if (is_item && !seems_item(folder, lines[i]))
			return FALSE;
		n_items += is_item;
	}
	return n_items > 0;
}

/* A text that was taken for a list, or one in UTF-16. */
static gboolean
check_bytes(const char *shown, const char *text, gsize n_bytes, GError **error)
{
	if (memchr(text, '\0', n_bytes) == NULL)
		return TRUE;
	g_set_error(error, OQ_RUNNING_ORDER_ERROR, OQ_RUNNING_ORDER_ERROR_FILE,
		_("%s is no list of texts in UTF-8; save it as UTF-8"), shown);
	return FALSE;
}

OqRunningOrder *
oq_running_order_load(const char *list, const OqStyle *style, const char *voices, GError **error)
{
	g_autoptr(GError) failure = NULL;
	gsize n_bytes = 0;
	g_autofree char *shown = g_filename_display_name(list);
	g_autofree char *text = oq_small_file_read_any(list, MAX_BYTES, &n_bytes, &failure);
	if (text == NULL) {
		g_set_error_literal(error, OQ_RUNNING_ORDER_ERROR, OQ_RUNNING_ORDER_ERROR_FILE,
			failure->message);
		return NULL;
	}
	if (!check_bytes(shown, text, n_bytes, error))
		return NULL;
	g_autofree char *folder = g_path_get_dirname(list);
	g_autoptr(OqRunningOrder) order = order_new(list);
	Reading reading = {.list = shown, .folder = folder, .voices = voices, .error = error};
	char *begin = g_str_has_prefix(text, BOM) ? text + strlen(BOM) : text;
	return read_lines(&reading, order, begin, style) ? g_steal_pointer(&order) : NULL;
}

guint
oq_running_order_n_items(const OqRunningOrder *order)
{
	return order->items->len;
}

const OqRunningItem *
oq_running_order_item(const OqRunningOrder *order, guint index)
{
	g_return_val_if_fail(index < order->items->len, NULL);
	return g_ptr_array_index(order->items, index);
}
