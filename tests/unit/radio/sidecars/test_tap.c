#include "radio/sidecars/tap.h"

#include "audio/files/sink_file.h"
#include "audio/files/sink_memory.h"
#include "base/files/beside.h"
#include "book_case.h"
#include "made_transcript.h"
#include "read_png.h"

#include <math.h>

typedef struct {
	BookCase book;
	OqTranscript *transcript;
	OqSink *file; /* which the tap owns */
	OqSink *tap;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data)
{
	book_case_set_up(&f->book, data);
	g_autofree char *output = book_case_path(&f->book, "a.wav");
	f->transcript = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_say(f->transcript, "Бір екі.", 1000, 0);
	f->file = oq_sink_memory_new(MADE_TRANSCRIPT_HZ, 2);
	f->tap = oq_tap_new(f->file, OQ_SIDECAR_JSON | OQ_SIDECAR_PNG | OQ_SIDECAR_LOUDNESS_JSON,
		output, f->transcript);
}

static void
tear_down(Fixture *f, gconstpointer data)
{
	oq_sink_free(f->tap);
	oq_transcript_free(f->transcript);
	book_case_tear_down(&f->book, data);
}

static void
write_frames(Fixture *f)
{
	g_autofree gfloat *frames = g_new0(gfloat, 2 * MADE_TRANSCRIPT_HZ);
	frames[3] = 1;
	for (guint i = 0; i < 3; i++)
		g_assert_true(oq_sink_write(f->tap, frames, MADE_TRANSCRIPT_HZ, NULL, NULL));
}

static GBytes *
load(const Fixture *f, const char *name)
{
	char *bytes = NULL;
	gsize n_bytes = 0;
	g_autofree char *path = book_case_path(&f->book, name);
	g_assert_true(g_file_get_contents(path, &bytes, &n_bytes, NULL));
	return g_bytes_new_take(bytes, n_bytes);
}

static void
test_all_goes_through(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_auto(ReadPng) png;
	g_assert_cmpuint(f->tap->rate_hz, ==, MADE_TRANSCRIPT_HZ);
	g_assert_cmpuint(f->tap->n_channels, ==, 2);
	write_frames(f);
	g_assert_true(oq_sink_finish(f->tap, NULL, &error));
	g_assert_no_error(error);
	g_assert_true(oq_sink_memory_is_finished(f->file));
	g_assert_cmpuint(oq_sink_memory_frames(f->file)->len, ==, 6 * MADE_TRANSCRIPT_HZ);
	g_autoptr(GBytes) json = load(f, "a.json"), picture = load(f, "a.png");
	g_assert_nonnull(strstr(g_bytes_get_data(json, NULL), "\"n_samples\":144000"));
	read_png_init(&png, picture);
	g_assert_cmpuint(read_png_pixel(&png, 400, 10), ==, 4); /* a third of it is behind */
	g_assert_cmpuint(read_png_pixel(&png, 401, 10), ==, 0);
}

static void
test_loudness(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_auto(OqTags) tags;
	oq_tags_init(&tags);
	tags.loudness = (OqLoudness){TRUE, -23, 2, -1, -20, -21};
	oq_sink_set_tags(f->tap, &tags);
	write_frames(f);
	g_assert_true(oq_sink_finish(f->tap, NULL, NULL));
	g_autoptr(GBytes) json = load(f, "a.loudness.json");
	g_assert_nonnull(strstr(g_bytes_get_data(json, NULL),
		"\"duration_s\":3.000,\"integrated_lufs\":-23.00,\"range_lu\":2.00,"));
}

/* A whole second of a tone of full scale, on both sides: as loud as two of them. */
static void
test_loudness_is_measured(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree gfloat *frames = g_new(gfloat, 2 * MADE_TRANSCRIPT_HZ);
	for (guint i = 0; i < 2 * MADE_TRANSCRIPT_HZ; i++)
		frames[i] = (gfloat)sin(2 * G_PI * 997 * (i / 2) / MADE_TRANSCRIPT_HZ);
	g_assert_true(oq_sink_write(f->tap, frames, MADE_TRANSCRIPT_HZ, NULL, NULL));
	g_assert_true(oq_sink_finish(f->tap, NULL, NULL));
	g_autoptr(GBytes) json = load(f, "a.loudness.json");
	const char *figure = strstr(g_bytes_get_data(json, NULL), "\"integrated_lufs\":");
	g_assert_nonnull(figure);
	g_assert_cmpfloat_with_epsilon(g_ascii_strtod(strchr(figure, ':') + 1, NULL), 0, 0.05);
}

static void
test_tags_go_through(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const char title[] = "Тақырып";
	g_auto(OqTags) tags;
	g_autoptr(GError) error = NULL;
	g_autofree char *path = book_case_path(&f->book, "b.wav");
	g_autofree char *raw = g_strconcat("raw:", path, NULL); /* is a mere prefix */
	OqSink *file = oq_sink_file_new(path, &OQ_SINK_FORMAT_SPEECH(48000), &error);
	g_assert_no_error(error);
	g_autoptr(OqSink) tap = oq_tap_new(file, OQ_SIDECAR_SRT, raw, f->transcript);
	oq_tags_init(&tags);
	tags.title = g_strdup(title);
	oq_sink_set_tags(tap, &tags);
	g_assert_true(oq_sink_finish(tap, NULL, &error));
	g_autoptr(GBytes) bytes = load(f, "b.wav"), srt = load(f, "b.srt");
	g_assert_nonnull(srt);
	g_assert_nonnull(memmem(
		g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), title, strlen(title)));
}

/* The file cannot be settled, as on a full disk: then nothing has got a name. */
static gboolean
refuse_to_settle(OqSink *sink G_GNUC_UNUSED, GCancellable *stop G_GNUC_UNUSED, GError **error)
{
	g_set_error_literal(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE, "full");
	return FALSE;
}

static void
test_file_fails(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	OqSinkClass full = *f->file->klass;
	full.settle = refuse_to_settle;
	f->file->klass = &full;
	write_frames(f);
	g_assert_false(oq_sink_finish(f->tap, NULL, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
	g_clear_pointer(&f->tap, oq_sink_free);
	g_autoptr(GDir) folder = g_dir_open(f->book.folder, 0, NULL);
	g_assert_null(g_dir_read_name(folder));
}

/* The file has no name yet when what stands beside it cannot have one. */
static void
test_sidecars_come_first(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	book_case_write(&f->book, "a.png/in-the-way", "", 0);
	write_frames(f);
	g_assert_false(oq_sink_finish(f->tap, NULL, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
	g_assert_false(oq_sink_memory_is_finished(f->file));
}

static void
test_discarded(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	write_frames(f);
	g_autofree char *path = book_case_path(&f->book, "a.json");
	g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
}

#define ADD(name, test) g_test_add("/tap/" name, Fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("all-goes-through", test_all_goes_through);
	ADD("loudness", test_loudness);
	ADD("loudness-is-measured", test_loudness_is_measured);
	ADD("tags-go-through", test_tags_go_through);
	ADD("sidecars-come-first", test_sidecars_come_first);
	ADD("file-fails", test_file_fails);
	ADD("discarded", test_discarded);
	return g_test_run();
}
