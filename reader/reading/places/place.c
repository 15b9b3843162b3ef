/* place.c - see the header.
 *
 * Written down, files are URIs: names of files are bytes, and these are UTF-8. */
#include "reading/places/place.h"

#include "base/line.h"
#include "reading/places/bookmarks.h"
#include "reading/places/kept.h"
#include "speech/voice.h"

#include <glib/gi18n.h>

#define GROUP               "place"
#define LINE_MAX_CHARACTERS 200

static char **
copy_paths(const char *const *paths)
{
	GPtrArray *copy = g_ptr_array_new();

	for (; paths != NULL && *paths != NULL; paths++)
		g_ptr_array_add(copy, g_strdup(*paths));
	g_ptr_array_add(copy, NULL);
	return (char **)g_ptr_array_free(copy, FALSE);
}

OqPlace *
oq_place_new(const char *const *paths)
{
	OqPlace *place = g_new0(OqPlace, 1);

	place->paths = copy_paths(paths);
	place->percent = -1;
	place->sleep_place = OQ_PLACE_NONE;
	place->style = OQ_STYLE_DEFAULT;
	place->bookmarks = oq_bookmarks_new();
	return place;
}

void
oq_place_free(OqPlace *place)
{
	if (place == NULL)
		return;
	g_strfreev(place->paths);
	g_strfreev(place->paths_before);
	g_ptr_array_unref(place->bookmarks);
	g_clear_pointer(&place->unkept, g_ptr_array_unref);
	g_free(place->title);
	oq_trace_clear(&place->trace);
	g_free(place->key);
	g_free(place);
}

void
oq_place_set_title(OqPlace *place, const char *text)
{
	g_free(place->title);
	place->title = oq_line_new(text, -1, LINE_MAX_CHARACTERS);
}

static void
copy_style(guint chosen, const OqStyle *from, OqStyle *to)
{
	if ((chosen & OQ_PLACE_VOICE) != 0)
		oq_style_set_voice(to, from->voice);
	if ((chosen & OQ_PLACE_SPEED) != 0)
		to->speed_wpm = from->speed_wpm;
	if ((chosen & OQ_PLACE_PITCH) != 0)
		to->pitch_percent = from->pitch_percent;
	if ((chosen & OQ_PLACE_VOLUME) != 0)
		to->volume_percent = from->volume_percent;
}

void
oq_place_set_style(OqPlace *place, OqPlaceStyle chosen, const OqStyle *style)
{
	copy_style(chosen, style, &place->style);
	place->style_set |= chosen;
}

void
oq_place_apply_style(const OqPlace *place, OqStyle *style)
{
	copy_style(place->style_set, &place->style, style);
}

static gboolean
is_there(const GPtrArray *voices, const char *name)
{
	for (guint i = 0; i < voices->len; i++) {
		const OqVoice *voice = g_ptr_array_index(voices, i);
		if (g_str_equal(voice->id, name) || g_str_equal(voice->name, name))
			return TRUE;
	}
	return FALSE;
}

gboolean
oq_place_keep_voice(OqPlace *place, const GPtrArray *voices)
{
	if ((place->style_set & OQ_PLACE_VOICE) == 0 || is_there(voices, place->style.voice))
		return TRUE;
	place->style_set &= ~(guint)OQ_PLACE_VOICE;
	return FALSE;
}

char *
oq_place_name(const OqPlace *place)
{
	char *name = g_strdup(place->title);

	if (name == NULL && place->paths[0] != NULL) {
		g_autofree char *file = g_filename_display_basename(place->paths[0]);
		name = oq_line_new(file, -1, LINE_MAX_CHARACTERS);
	}
	return name != NULL ? name : g_strdup(_("a text without a name"));
}

gint
oq_place_percent(const OqPlace *place)
{
	if (place->has_ended)
		return 100;
	if (place->percent >= 0 || place->n_bytes == 0)
		return place->percent;
	return (gint)(100.0 * (double)MIN(place->place, place->n_bytes) / (double)place->n_bytes);
}

static gboolean
read_paths(OqPlace *place, GKeyFile *file, GError **error)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	g_auto(GStrv) uris = g_key_file_get_string_list(file, GROUP, "files", NULL, NULL);

	for (guint i = 0; uris != NULL && uris[i] != NULL; i++) {
		g_autofree char *host = NULL;
		char *path = g_filename_from_uri(uris[i], &host, NULL);
		if (path == NULL)
			return oq_kept_damaged(error, "files");
		g_ptr_array_add(paths, path);
	}
	g_ptr_array_add(paths, NULL);
	g_strfreev(place->paths);
	place->paths = (char **)g_ptr_array_steal(paths, NULL);
	return TRUE;
}

/* A name of which only the beginning is left would be that of no voice. */
static gboolean
read_voice(OqPlace *place, GKeyFile *file, GError **error)
{
	g_autofree char *voice = NULL;

	if (!oq_kept_line(file, GROUP, "voice", sizeof place->style.voice, &voice, error))
		return FALSE;
	if (voice == NULL)
		return TRUE;
	place->style_set |= OQ_PLACE_VOICE;
	return oq_style_set_voice(&place->style, voice) || oq_kept_damaged(error, "voice");
}

static gboolean
read_style(OqPlace *place, GKeyFile *file, GError **error)
{
	guint64 speed_wpm = G_MAXUINT64, pitch_percent = G_MAXUINT64, volume_percent = G_MAXUINT64;

	if (!read_voice(place, file, error) ||
		!oq_kept_number(file, GROUP, "speed", OQ_SPEED_MAX_WPM, &speed_wpm, error) ||
		!oq_kept_number(file, GROUP, "pitch", 100, &pitch_percent, error) ||
		!oq_kept_number(file, GROUP, "volume", 100, &volume_percent, error))
		return FALSE;
	OqStyle style = {.speed_wpm = (guint16)speed_wpm,
		.pitch_percent = (guint8)pitch_percent,
		.volume_percent = (guint8)volume_percent};
	guint chosen = (speed_wpm != G_MAXUINT64 ? OQ_PLACE_SPEED : 0) |
		       (pitch_percent != G_MAXUINT64 ? OQ_PLACE_PITCH : 0) |
		       (volume_percent != G_MAXUINT64 ? OQ_PLACE_VOLUME : 0);
	oq_place_set_style(place, chosen, &style);
	return oq_style_is_valid(&place->style) || oq_kept_damaged(error, "speed");
}

static gboolean
read_numbers(OqPlace *place, GKeyFile *file, GError **error)
{
	guint64 read_at_s = 0, percent = G_MAXUINT64, has_ended = 0;

	if (!g_key_file_has_key(file, GROUP, "place", NULL))
		return oq_kept_damaged(error, "place");
	if (!oq_kept_number(file, GROUP, "place", G_MAXUINT64, &place->place, error) ||
		!oq_kept_number(file, GROUP, "note", G_MAXUINT64, &place->in_notes, error) ||
		!oq_kept_number(file, GROUP, "bytes", G_MAXUINT64, &place->n_bytes, error) ||
		!oq_kept_number(file, GROUP, "percent", 100, &percent, error) ||
		!oq_kept_number(file, GROUP, "read", G_MAXINT64, &read_at_s, error) ||
		!oq_kept_number(file, GROUP, "sleep", G_MAXUINT64, &place->sleep_place, error) ||
		!oq_kept_number(file, GROUP, "ended", 1, &has_ended, error))
		return FALSE;
	place->read_at_s = (gint64)read_at_s;
	place->percent = percent != G_MAXUINT64 ? (gint)percent : -1;
	place->has_ended = has_ended != 0;
	return TRUE;
}

static gboolean
read_lines(OqPlace *place, GKeyFile *file, GError **error)
{
	return oq_kept_line(file, GROUP, "title", LINE_MAX_CHARACTERS, &place->title, error) &&
	       oq_kept_line(
		       file, GROUP, "before", LINE_MAX_CHARACTERS, &place->trace.before, error) &&
	       oq_kept_line(file, GROUP, "words", LINE_MAX_CHARACTERS, &place->trace.words, error);
}

OqPlace *
oq_place_parse(const char *bytes, gsize n_bytes, GError **error)
{
	g_autoptr(OqPlace) place = oq_place_new(NULL);
	g_autoptr(GKeyFile) file = oq_kept_parse(bytes, n_bytes, error);

	if (file == NULL || !read_numbers(place, file, error) || !read_lines(place, file, error) ||
		!read_paths(place, file, error) || !read_style(place, file, error))
		return NULL;
	return g_steal_pointer(&place);
}

static void
write_line(GKeyFile *file, const char *key, const char *line)
{
	if (line != NULL && *line != '\0')
		g_key_file_set_string(file, GROUP, key, line);
}

/* More files than there is room for are not named: then the text is still found by its content. */
static void
write_paths(const OqPlace *place, GKeyFile *file)
{
	g_autoptr(GPtrArray) uris = g_ptr_array_new_with_free_func(g_free);
	gsize n_bytes = 0;

	for (guint i = 0; place->paths[i] != NULL; i++) {
		char *uri = g_filename_to_uri(place->paths[i], NULL, NULL);
		if (uri == NULL)
			return;
		g_ptr_array_add(uris, uri);
		n_bytes += strlen(uri) + 1;
	}
	if (uris->len > 0 && n_bytes <= OQ_PLACE_MAX_BYTES / 2)
		g_key_file_set_string_list(
			file, GROUP, "files", (const char *const *)uris->pdata, uris->len);
}

static void
write_style(const OqPlace *place, GKeyFile *file)
{
	const OqStyle *style = &place->style;

	if ((place->style_set & OQ_PLACE_VOICE) != 0)
		write_line(file, "voice", style->voice);
	if ((place->style_set & OQ_PLACE_SPEED) != 0)
		g_key_file_set_uint64(file, GROUP, "speed", style->speed_wpm);
	if ((place->style_set & OQ_PLACE_PITCH) != 0)
		g_key_file_set_uint64(file, GROUP, "pitch", style->pitch_percent);
	if ((place->style_set & OQ_PLACE_VOLUME) != 0)
		g_key_file_set_uint64(file, GROUP, "volume", style->volume_percent);
}

char *
oq_place_print(const OqPlace *place, gsize *n_bytes)
{
	g_autoptr(GKeyFile) file = oq_kept_new();

	write_line(file, "title", place->title);
	write_paths(place, file);
	g_key_file_set_uint64(file, GROUP, "place", place->place);
	if (place->in_notes > 0)
		g_key_file_set_uint64(file, GROUP, "note", place->in_notes);
	write_line(file, "before", place->trace.before);
	write_line(file, "words", place->trace.words);
	if (place->n_bytes > 0)
		g_key_file_set_uint64(file, GROUP, "bytes", place->n_bytes);
	if (place->percent >= 0)
		g_key_file_set_uint64(file, GROUP, "percent", (guint64)MIN(place->percent, 100));
	g_key_file_set_uint64(file, GROUP, "read", (guint64)MAX(place->read_at_s, 0));
	if (place->has_ended)
		g_key_file_set_uint64(file, GROUP, "ended", 1);
	if (place->sleep_place != OQ_PLACE_NONE)
		g_key_file_set_uint64(file, GROUP, "sleep", place->sleep_place);
	write_style(place, file);
	return oq_kept_print(file, n_bytes);
}
