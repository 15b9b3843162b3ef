/* write_tagged.c - writes an audio file with tags, for tags.py.
 * write_tagged OUT RATE CHANNELS BITS BITRATE TABLES [NAME=VALUE...] [@START-END=TITLE...]
 *
 * NAME is one of the tags', or voice-start, voice-end, intro-end, segue-start (frames), loudness
 * (I,LRA,TP,M,S), seconds (of sound). "@" is a chapter, in frames. The sound is a quiet sawtooth.
 */
#include "audio/files/sink_file.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	OqTags tags;
	double seconds;
} Wanted;

static guint64 *
find_frame(OqTags *tags, const char *name)
{
	if (strcmp(name, "voice-start") == 0)
		return &tags->voice_start;
	if (strcmp(name, "voice-end") == 0)
		return &tags->voice_end;
	if (strcmp(name, "intro-end") == 0)
		return &tags->intro_end;
	return strcmp(name, "segue-start") == 0 ? &tags->segue_start : NULL;
}

static void
set_loudness(OqLoudness *loudness, const char *value)
{
	g_auto(GStrv) levels = g_strsplit(value, ",", 5);
	loudness->is_known = TRUE;
	loudness->integrated_lufs = g_ascii_strtod(levels[0], NULL);
	loudness->range_lu = g_ascii_strtod(levels[1], NULL);
	loudness->true_peak_dbtp = g_ascii_strtod(levels[2], NULL);
	loudness->max_momentary_lufs = g_ascii_strtod(levels[3], NULL);
	loudness->max_short_term_lufs = g_ascii_strtod(levels[4], NULL);
}

static void
set(Wanted *wanted, const char *name, const char *value)
{
	char *end;
	guint64 *frame = find_frame(&wanted->tags, name);
	char **text = oq_tags_find(&wanted->tags, name);
	if (name[0] == '@') {
		guint64 start = g_ascii_strtoull(name + 1, &end, 10);
		guint64 stop = g_ascii_strtoull(end + 1, NULL, 10);
		oq_tags_add_chapter(&wanted->tags, start, stop, value);
	} else if (frame != NULL)
		*frame = g_ascii_strtoull(value, NULL, 10);
	else if (strcmp(name, "loudness") == 0)
		set_loudness(&wanted->tags.loudness, value);
	else if (strcmp(name, "seconds") == 0)
		wanted->seconds = g_ascii_strtod(value, NULL);
	else if (text != NULL)
		*text = g_strdup(value);
	else
		g_error("no such tag: %s", name);
}

static gboolean
write_sound(OqSink *sink, guint64 n_frames, GError **error)
{
	g_autofree gfloat *frames = g_new(gfloat, (gsize)n_frames * sink->n_channels);
	for (gsize i = 0; i < n_frames * sink->n_channels; i++)
		frames[i] = (gfloat)(i % 97) / 970;
	return oq_sink_write(sink, frames, (gsize)n_frames, NULL, error) &&
	       oq_sink_finish(sink, NULL, error);
}

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	Wanted wanted = {.seconds = 1};
	g_assert_cmpint(argc, >=, 7);
	g_autoptr(OqRomanization) romanization = oq_romanization_load(argv[6], &error);
	g_assert_no_error(error);
	wanted.tags.romanization = romanization;
	for (int i = 7; i < argc; i++) {
		g_auto(GStrv) pair = g_strsplit(argv[i], "=", 2);
		set(&wanted, pair[0], pair[1]);
	}
	OqSinkFormat format = {.rate_hz = (guint)atoi(argv[2]),
		.n_channels = (guint)atoi(argv[3]),
		.n_bits = (guint)atoi(argv[4]),
		.bitrate_kbps = (guint)atoi(argv[5]),
		.tags = argc > 7 ? &wanted.tags : NULL};
	g_autoptr(OqSink) sink = oq_sink_file_new(argv[1], &format, &error);
	if (sink == NULL || !write_sound(sink, (guint64)(wanted.seconds * sink->rate_hz), &error))
		g_printerr("%s\n", error->message);
	oq_tags_clear(&wanted.tags);
	return error != NULL;
}
