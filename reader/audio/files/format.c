/* format.c - see the header. */
#include "audio/files/format.h"

#include <glib/gi18n.h>
#include <sndfile.h>
#include <string.h>

#include "audio/files/elsewhere.h"
#include "audio/files/sink.h"
#include "audio/files/wav.h"
#include "audio/labels/ogg.h"

/* What is around the sound wants some room, too. */
#define MAX_AIFF_BYTES (G_MAXUINT32 - (16 << 20))

static const OqFormat formats[] = {
	{.extension = "wav",
		.container = SF_FORMAT_RF64,
		.polish = oq_wav_make_plain,
		.labels = OQ_LABELS_WAV},
	{.extension = "rf64",
		.container = SF_FORMAT_RF64,
		.stays_wide = TRUE,
		.labels = OQ_LABELS_WAV},
	{.extension = "flac", .container = SF_FORMAT_FLAC, .labels = OQ_LABELS_FLAC},
	{.extension = "ogg",
		.container = SF_FORMAT_OGG,
		.coding = SF_FORMAT_VORBIS,
		.polish = oq_ogg_fix_serial,
		.labels = OQ_LABELS_OGG},
	{.extension = "opus",
		.container = SF_FORMAT_OGG,
		.coding = SF_FORMAT_OPUS,
		.rate_hz = 48000,
		.polish = oq_ogg_fix_serial,
		.takes_floats = TRUE,
		.labels = OQ_LABELS_OGG},
	{.extension = "mp3",
		.container = SF_FORMAT_MPEG,
		.coding = SF_FORMAT_MPEG_LAYER_III,
		.labels = OQ_LABELS_MP3},
	{.extension = "aiff",
		.container = SF_FORMAT_AIFF,
		.max_bytes = MAX_AIFF_BYTES,
		.labels = OQ_LABELS_AIFF},
	{.extension = "aif",
		.container = SF_FORMAT_AIFF,
		.max_bytes = MAX_AIFF_BYTES,
		.labels = OQ_LABELS_AIFF},
};

static const OqFormat raw = {
	.extension = "raw", .container = SF_FORMAT_RAW | SF_ENDIAN_LITTLE, .is_bare = TRUE};

const OqFormat *
oq_format_find(const char *path, GError **error)
{
	if (g_str_has_prefix(path, OQ_FORMAT_RAW_PREFIX))
		return &raw;
	g_autofree char *name = g_path_get_basename(path);
	const char *dot = strrchr(name, '.');
	g_autoptr(GString) known = g_string_new(NULL);
	for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
		if (dot != NULL && g_ascii_strcasecmp(dot + 1, formats[i].extension) == 0)
			return &formats[i];
		g_string_append_printf(known, "%s.%s", i > 0 ? ", " : "", formats[i].extension);
	}
	g_autofree char *why = oq_elsewhere_refuse(path, known->str);
	g_set_error_literal(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT, why);
	return NULL;
}
