/* sidecars.c - see the header. */
#include "radio/sidecars/sidecars.h"

#include "base/files/beside.h"
#include "base/files/writing.h"
#include "radio/sidecars/chapters.h"
#include "radio/sidecars/loudness_report.h"
#include "radio/sidecars/script.h"
#include "radio/sidecars/subtitles.h"
#include "radio/sidecars/timeline_json.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static GBytes *
bytes_of(char *text)
{
	return g_bytes_new_take(text, strlen(text));
}

static GBytes *
make_srt(const OqSidecarMatter *matter, GError **error G_GNUC_UNUSED)
{
	return bytes_of(oq_subtitles_srt(matter->transcript));
}

static GBytes *
make_vtt(const OqSidecarMatter *matter, GError **error G_GNUC_UNUSED)
{
	return bytes_of(oq_subtitles_vtt(matter->transcript));
}

static GBytes *
make_json(const OqSidecarMatter *matter, GError **error G_GNUC_UNUSED)
{
	g_autofree char *name = g_path_get_basename(matter->output);
	return bytes_of(oq_timeline_json(matter->transcript, name));
}

static GBytes *
make_chapters(const OqSidecarMatter *matter, GError **error G_GNUC_UNUSED)
{
	return bytes_of(oq_chapters_text(matter->transcript));
}

static GBytes *
make_chapters_json(const OqSidecarMatter *matter, GError **error G_GNUC_UNUSED)
{
	g_autofree char *name = g_path_get_basename(matter->output);
	return bytes_of(oq_chapters_json(matter->transcript, name));
}

static GBytes *
make_ffmetadata(const OqSidecarMatter *matter, GError **error G_GNUC_UNUSED)
{
	return bytes_of(oq_chapters_ffmetadata(matter->transcript));
}

static GBytes *
make_script(const OqSidecarMatter *matter, GError **error G_GNUC_UNUSED)
{
	return bytes_of(oq_script(matter->transcript));
}

static GBytes *
make_png(const OqSidecarMatter *matter, GError **error)
{
	return oq_waveform_png(matter->waveform, matter->transcript, error);
}

static GBytes *
make_loudness(const OqSidecarMatter *matter, GError **error G_GNUC_UNUSED)
{
	g_autofree char *name = g_path_get_basename(matter->output);
	const OqLoudnessReport report = {
		name, matter->transcript->n_frames, matter->transcript->rate_hz, *matter->loudness};
	return bytes_of(oq_loudness_report_text(&report));
}

static GBytes *
make_loudness_json(const OqSidecarMatter *matter, GError **error G_GNUC_UNUSED)
{
	g_autofree char *name = g_path_get_basename(matter->output);
	const OqLoudnessReport report = {
		name, matter->transcript->n_frames, matter->transcript->rate_hz, *matter->loudness};
	return bytes_of(oq_loudness_report_json(&report));
}

/** In the order of the bits. */
static const struct {
	const char *name;
	const char *extension;
	GBytes *(*make)(const OqSidecarMatter *matter, GError **error);
} kinds[] = {
	{"srt", ".srt", make_srt},
	{"vtt", ".vtt", make_vtt},
	{"json", ".json", make_json},
	{"chapters", ".chapters.txt", make_chapters},
	{"chapters-json", ".chapters.json", make_chapters_json},
	{"ffmetadata", ".ffmetadata", make_ffmetadata},
	{"script", ".script.txt", make_script},
	{"png", ".png", make_png},
	{"loudness", ".loudness.txt", make_loudness},
	{"loudness-json", ".loudness.json", make_loudness_json},
};

static gboolean
read_name(const char *name, guint *sidecars)
{
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (strcmp(name, kinds[i].name) == 0) {
			*sidecars |= 1u << i;
			return TRUE;
		}
	return FALSE;
}

gboolean
oq_sidecars_read_list(const char *text, guint *sidecars)
{
	g_auto(GStrv) parts = g_strsplit(text, ",", -1);
	guint all = 0;

	for (guint i = 0; parts[i] != NULL; i++)
		if (!read_name(g_strstrip(parts[i]), &all))
			return FALSE;
	if (all == 0)
		return FALSE;
	*sidecars = all;
	return TRUE;
}

/* A name that begins with its point has no extension. */
static char *
path_of(const char *output, const char *extension)
{
	const char *slash = strrchr(output, G_DIR_SEPARATOR);
	const char *base = slash != NULL ? slash + 1 : output;
	const char *point = strrchr(base, '.');
	gsize n_bytes = point != NULL && point > base ? (gsize)(point - output) : strlen(output);

	return g_strdup_printf("%.*s%s", (int)n_bytes, output, extension);
}

char **
oq_sidecars_paths(guint sidecars, const char *output)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new();

	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
		if ((sidecars & 1u << i) != 0)
			g_ptr_array_add(paths, path_of(output, kinds[i].extension));
	g_ptr_array_add(paths, NULL);
	return (char **)g_ptr_array_steal(paths, NULL);
}

static gboolean
write_all(int fd, GBytes *bytes)
{
	gsize n_bytes;
	const char *data = g_bytes_get_data(bytes, &n_bytes);

	return oq_writing_all(fd, data, n_bytes);
}

static OqBeside *
write_one(const char *path, GBytes *bytes, gboolean keeps_taken, GError **error)
{
	g_autoptr(OqBeside) beside = oq_beside_new(path, error);

	if (beside == NULL || (keeps_taken && !oq_beside_keep_taken(beside, error)))
		return NULL;
	if (!write_all(oq_beside_fd(beside), bytes)) {
		oq_beside_set_error(error, path, errno);
		return NULL;
	}
	return oq_beside_settle(beside, error) ? g_steal_pointer(&beside) : NULL;
}

static void
free_beside(gpointer beside)
{
	oq_beside_free(beside);
}

GPtrArray *
oq_sidecars_write(guint sidecars, const OqSidecarMatter *matter, GError **error)
{
	g_autoptr(GPtrArray) written = g_ptr_array_new_with_free_func(free_beside);

	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if ((sidecars & 1u << i) == 0)
			continue;
		g_autofree char *path = path_of(matter->output, kinds[i].extension);
		g_autoptr(GBytes) bytes = kinds[i].make(matter, error);
		OqBeside *beside =
			bytes != NULL ? write_one(path, bytes, matter->keeps_taken, error) : NULL;
		if (beside == NULL)
			return NULL;
		g_ptr_array_add(written, beside);
	}
	return g_steal_pointer(&written);
}

gboolean
oq_sidecars_commit(GPtrArray *written, GError **error)
{
	for (guint i = 0; i < written->len; i++)
		if (!oq_beside_commit(g_ptr_array_index(written, i), error)) {
			oq_sidecars_take_back(written);
			return FALSE;
		}
	return TRUE;
}

void
oq_sidecars_take_back(GPtrArray *written)
{
	for (guint i = 0; i < written->len; i++)
		oq_beside_take_back(g_ptr_array_index(written, i));
}
