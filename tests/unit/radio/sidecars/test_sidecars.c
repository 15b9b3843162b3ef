#include "radio/sidecars/sidecars.h"

#include "base/files/beside.h"
#include "book_case.h"
#include "made_transcript.h"

#include <math.h>

enum { ALL = 0x3FF };

static void
test_read_list(void)
{
	guint sidecars = 0;
	g_assert_true(oq_sidecars_read_list("srt", &sidecars));
	g_assert_cmphex(sidecars, ==, OQ_SIDECAR_SRT);
	g_assert_true(oq_sidecars_read_list("png, vtt,chapters-json,png", &sidecars));
	g_assert_cmphex(sidecars, ==, OQ_SIDECAR_PNG | OQ_SIDECAR_VTT | OQ_SIDECAR_CHAPTERS_JSON);
	static const char *const wrong[] = {"", ",", "srt,", "txt", "SRT", "srt;vtt"};
	for (guint i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(oq_sidecars_read_list(wrong[i], &sidecars));
	g_assert_cmphex(sidecars, ==, OQ_SIDECAR_PNG | OQ_SIDECAR_VTT | OQ_SIDECAR_CHAPTERS_JSON);
}

static void
test_every_name_is_known(void)
{
	guint sidecars = 0;
	g_auto(GStrv) names = g_strsplit(OQ_SIDECARS_NAMES, " ", -1);
	for (guint i = 0; names[i] != NULL; i++) {
		g_assert_true(oq_sidecars_read_list(names[i], &sidecars));
		g_assert_cmphex(sidecars, ==, 1u << i);
	}
	g_assert_cmphex((1u << g_strv_length(names)) - 1, ==, ALL);
}

static void
assert_path(const char *output, const char *wanted)
{
	g_auto(GStrv) paths = oq_sidecars_paths(OQ_SIDECAR_CHAPTERS, output);
	g_assert_cmpuint(g_strv_length(paths), ==, 1);
	g_assert_cmpstr(paths[0], ==, wanted);
}

static void
test_paths(void)
{
	assert_path("a.wav", "a.chapters.txt");
	assert_path("a.b/c", "a.b/c.chapters.txt");
	assert_path("/x/a.b.wav", "/x/a.b.chapters.txt");
	assert_path("x/.wav", "x/.wav.chapters.txt");
	g_auto(GStrv) paths = oq_sidecars_paths(OQ_SIDECAR_SRT | OQ_SIDECAR_PNG, "a.wav");
	g_autofree char *joined = g_strjoinv(" ", paths);
	g_assert_cmpstr(joined, ==, "a.srt a.png");
}

typedef struct {
	BookCase book;
	OqTranscript *transcript;
	OqWaveform *waveform;
	OqLoudness loudness;
	char *output;
	OqSidecarMatter matter;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data)
{
	book_case_set_up(&f->book, data);
	f->transcript = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_say(f->transcript, "Бір екі.", 1000, 0);
	made_transcript_end(f->transcript, 0);
	f->waveform = oq_waveform_new(MADE_TRANSCRIPT_HZ, 1);
	f->loudness = OQ_LOUDNESS_UNKNOWN;
	f->output = book_case_path(&f->book, "a.wav");
	f->matter = (OqSidecarMatter){f->output, f->transcript, f->waveform, &f->loudness, FALSE};
}

static void
tear_down(Fixture *f, gconstpointer data)
{
	g_free(f->output);
	oq_waveform_free(f->waveform);
	oq_transcript_free(f->transcript);
	book_case_tear_down(&f->book, data);
}

static gint
compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *
list(const Fixture *f)
{
	g_autoptr(GDir) folder = g_dir_open(f->book.folder, 0, NULL);
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	for (const char *name; (name = g_dir_read_name(folder)) != NULL;)
		g_ptr_array_add(names, g_strdup(name));
	g_ptr_array_sort(names, compare_names);
	g_ptr_array_add(names, NULL);
	return g_strjoinv(" ", (char **)names->pdata);
}

static void
assert_files(const Fixture *f, const char *wanted)
{
	g_autofree char *names = list(f);
	g_assert_cmpstr(names, ==, wanted);
}

static void
test_all_are_written(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) written = oq_sidecars_write(ALL, &f->matter, &error);
	g_assert_no_error(error);
	assert_files(f, "");
	g_assert_true(oq_sidecars_commit(written, &error));
	g_assert_no_error(error);
	assert_files(f, "a.chapters.json a.chapters.txt a.ffmetadata a.json a.loudness.json "
			"a.loudness.txt a.png a.script.txt a.srt a.vtt");
	g_autofree char *path = book_case_path(&f->book, "a.srt"), *srt = NULL;
	g_assert_true(g_file_get_contents(path, &srt, NULL, NULL));
	g_assert_cmpstr(srt, ==, "1\n00:00:00,000 --> 00:00:02,000\nБір екі.\n\n");
}

/* One that cannot be written keeps the others from being named; what was there stays. */
static void
test_none_is_named(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	book_case_write(&f->book, "a.srt", "old", 3);
	book_case_write(&f->book, "a.png/in-the-way", "", 0);
	g_assert_null(oq_sidecars_write(ALL, &f->matter, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
	assert_files(f, "a.png a.srt");
	g_autofree char *path = book_case_path(&f->book, "a.srt"), *srt = NULL;
	g_assert_true(g_file_get_contents(path, &srt, NULL, NULL));
	g_assert_cmpstr(srt, ==, "old");
}

static void
test_given_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GPtrArray) written = oq_sidecars_write(ALL, &f->matter, NULL);
	g_assert_cmpuint(written->len, ==, 10);
	g_clear_pointer(&written, g_ptr_array_unref);
	assert_files(f, "");
}

#define ADD(name, test) g_test_add("/sidecars/" name, Fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/sidecars/read-list", test_read_list);
	g_test_add_func("/sidecars/every-name-is-known", test_every_name_is_known);
	g_test_add_func("/sidecars/paths", test_paths);
	ADD("all-are-written", test_all_are_written);
	ADD("none-is-named", test_none_is_named);
	ADD("given-up", test_given_up);
	return g_test_run();
}
