#include "audio/files/spool.h"

#include "base/files/beside.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

enum { N_FRAMES = 70000 };

typedef struct {
	char *folder;
	OqSpool *spool;
	OqSink *sink;
} Fixture;

static void
set_up(Fixture *f, guint n_channels)
{
	g_autoptr(GError) error = NULL;
	f->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	f->spool = oq_spool_new(f->folder, 22050, n_channels, &error);
	g_assert_no_error(error);
	f->sink = oq_spool_sink(f->spool);
}

/* Nothing is left in the folder, nor was there ever. */
static void
tear_down(Fixture *f)
{
	oq_sink_free(f->sink);
	oq_spool_free(f->spool);
	g_assert_cmpint(g_rmdir(f->folder), ==, 0);
	g_free(f->folder);
}

/* As speech is, but for those that @is_float says, which no 16 bits hold. */
static gfloat *
new_frames(gsize n_samples, gboolean is_float)
{
	guint32 random = 7;
	gfloat *frames = g_new(gfloat, n_samples);
	for (gsize i = 0; i < n_samples; i++) {
		random = random * 1664525 + 1013904223;
		frames[i] = (gfloat)((gint32)random >> 16) / 32768.0f;
	}
	if (is_float)
		frames[n_samples / 2] = 1.23456789f;
	return frames;
}

static void
put(Fixture *f, const gfloat *frames, gsize n_frames, gsize portion)
{
	for (gsize at = 0; at < n_frames; at += portion)
		g_assert_true(oq_sink_write(f->sink, frames + at * f->sink->n_channels,
			MIN(portion, n_frames - at), NULL, NULL));
	g_assert_true(oq_sink_finish(f->sink, NULL, NULL));
}

static void
assert_read(Fixture *f, const gfloat *expected, guint64 frame, gsize n_frames)
{
	gsize n_channels = f->sink->n_channels;
	g_autofree gfloat *frames = g_new(gfloat, n_frames * n_channels);
	g_assert_cmpuint(oq_spool_read(f->spool, frame, frames, n_frames, NULL), ==, n_frames);
	g_assert_cmpmem(frames, n_frames * n_channels * sizeof *frames,
		expected + frame * n_channels, n_frames * n_channels * sizeof *frames);
}

static void
check_all(guint n_channels, gboolean is_float, gsize portion)
{
	Fixture f;
	set_up(&f, n_channels);
	g_autofree gfloat *frames = new_frames((gsize)N_FRAMES * n_channels, is_float);
	put(&f, frames, N_FRAMES, portion);
	g_assert_cmpuint(oq_spool_n_frames(f.spool), ==, N_FRAMES);
	assert_read(&f, frames, 0, N_FRAMES);
	assert_read(&f, frames, 0, 10);
	assert_read(&f, frames, 69990, 10);
	assert_read(&f, frames, 16383, 2);
	assert_read(&f, frames, 12345, 40000);
	gfloat none[2];
	g_assert_cmpuint(oq_spool_read(f.spool, N_FRAMES, none, 1, NULL), ==, 0);
	g_assert_cmpuint(oq_spool_read(f.spool, N_FRAMES - 1, none, 5, NULL), ==, 1);
	tear_down(&f);
}

static void
test_all(void)
{
	check_all(1, FALSE, 999);
	check_all(1, TRUE, N_FRAMES);
	check_all(2, FALSE, 16384);
	check_all(2, TRUE, 50);
}

static void
test_nothing(void)
{
	Fixture f;
	gfloat frame;
	set_up(&f, 1);
	put(&f, NULL, 0, 1);
	g_assert_cmpuint(oq_spool_n_frames(f.spool), ==, 0);
	g_assert_cmpuint(oq_spool_read(f.spool, 0, &frame, 1, NULL), ==, 0);
	g_assert_cmpuint(oq_spool_rate_hz(f.spool), ==, 22050);
	g_assert_cmpuint(oq_spool_n_channels(f.spool), ==, 1);
	tear_down(&f);
}

static void
hear(const gfloat *frames, gsize n_frames, gpointer data)
{
	g_array_append_vals(data, frames, (guint)n_frames);
}

static void
test_tap(void)
{
	Fixture f;
	set_up(&f, 1);
	g_autofree gfloat *frames = new_frames(N_FRAMES, TRUE);
	g_autoptr(GArray) heard = g_array_new(FALSE, FALSE, sizeof(gfloat));
	oq_spool_on_frames(f.spool, hear, heard);
	put(&f, frames, N_FRAMES, 5000);
	g_assert_cmpmem(
		heard->data, heard->len * sizeof(gfloat), frames, N_FRAMES * sizeof *frames);
	oq_spool_on_frames(f.spool, NULL, NULL);
	tear_down(&f);
}

static void
test_no_folder(void)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_spool_new("/nowhere/at/all", 22050, 1, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
	g_assert_nonnull(strstr(error->message, "/nowhere/at/all"));
}

/* A file that may not become larger stands for a disk that is full. */
static void
test_full(void)
{
	Fixture f;
	struct rlimit before, limit;
	g_autoptr(GError) error = NULL;
	g_autofree gfloat *frames = new_frames(N_FRAMES, FALSE);
	set_up(&f, 1);
	g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
	limit = before;
	limit.rlim_cur = 100000;
	signal(SIGXFSZ, SIG_IGN);
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &limit), ==, 0);
	gboolean is_written = oq_sink_write(f.sink, frames, N_FRAMES, NULL, &error);
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
	g_assert_false(is_written);
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
	g_assert_nonnull(strstr(error->message, f.folder));
	tear_down(&f);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/spool/all", test_all);
	g_test_add_func("/spool/nothing", test_nothing);
	g_test_add_func("/spool/tap", test_tap);
	g_test_add_func("/spool/no-folder", test_no_folder);
	g_test_add_func("/spool/full", test_full);
	return g_test_run();
}
