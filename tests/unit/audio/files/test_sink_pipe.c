#include "audio/files/sink_pipe.h"

#include "audio/chain/samples.h"
#include "base/files/beside.h"
#include "nameless.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sndfile.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { RATE_HZ = 22050, N_FRAMES = 100000 };

static gint16 *
new_ramp(void)
{
	gint16 *samples = g_new(gint16, N_FRAMES);
	for (guint i = 0; i < N_FRAMES; i++)
		samples[i] = (gint16)(i * 7);
	return samples;
}

static const OqSinkFormat speech = {.rate_hz = RATE_HZ, .n_channels = 1, .n_bits = 16};

static gfloat *
new_frames(const gint16 *samples)
{
	gfloat *frames = g_new(gfloat, N_FRAMES);
	oq_samples_to_float(samples, N_FRAMES, frames);
	return frames;
}

static gpointer
read_all(gpointer data)
{
	GByteArray *bytes = g_byte_array_new();
	guint8 block[5000];
	for (gssize n; (n = read(GPOINTER_TO_INT(data), block, sizeof block)) > 0;)
		g_byte_array_append(bytes, block, (guint)n);
	return bytes;
}

/* What a reader of the pipe gets, written in two portions. */
static GByteArray *
pipe_through(const OqSinkFormat *format, gboolean has_header, const gfloat *frames, gsize n_frames)
{
	int ends[2];
	g_autoptr(GError) error = NULL;
	g_assert_cmpint(pipe(ends), ==, 0);
	GThread *reader = g_thread_new("reader", read_all, GINT_TO_POINTER(ends[0]));
	g_autoptr(OqSink) sink = oq_sink_pipe_new(ends[1], "pipe", format, has_header, &error);
	g_assert_no_error(error);
	if (n_frames > 0) {
		const gfloat *rest = frames + (gsize)3 * format->n_channels;
		g_assert_true(oq_sink_write(sink, frames, 3, NULL, &error));
		g_assert_true(oq_sink_write(sink, rest, n_frames - 3, NULL, &error));
	}
	g_assert_true(oq_sink_finish(sink, NULL, &error));
	close(ends[1]);
	GByteArray *bytes = g_thread_join(reader);
	close(ends[0]);
	return bytes;
}

static void
test_bytes(void)
{
	const char *header =
		"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\1\0\1\0\x22\x56\0\0\x44\xac\0\0"
		"\2\0\x10\0data\xff\xff\xff\xff";
	g_autofree gint16 *samples = new_ramp();
	g_autofree gfloat *frames = new_frames(samples);
	g_autoptr(GByteArray) bytes = pipe_through(&speech, TRUE, frames, N_FRAMES);
	g_assert_cmpuint(bytes->len, ==, 44 + N_FRAMES * 2);
	g_assert_cmpmem(bytes->data, 44, header, 44);
	for (guint i = 0; i < N_FRAMES; i++) {
		const guint8 *at = bytes->data + 44 + 2 * i;
		g_assert_cmpint((gint16)(at[0] | at[1] << 8), ==, samples[i]);
	}
}

/* Two channels of 24 bits: the upper two bytes of each sample are those of the 16 bits. */
static void
test_wide(void)
{
	const OqSinkFormat wide = {.rate_hz = 48000, .n_channels = 2, .n_bits = 24};
	const char *header = "RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\1\0\2\0\x80\xbb\0\0"
			     "\0\x65\4\0\6\0\x18\0data\xff\xff\xff\xff";
	g_autofree gint16 *samples = new_ramp();
	g_autofree gfloat *frames = new_frames(samples);
	frames[1] = 1.0f / 8388608;
	samples[1] = 0;
	g_autoptr(GByteArray) bytes = pipe_through(&wide, TRUE, frames, N_FRAMES / 2);
	g_assert_cmpuint(bytes->len, ==, 44 + N_FRAMES * 3);
	g_assert_cmpmem(bytes->data, 44, header, 44);
	for (guint i = 0; i < N_FRAMES; i++) {
		const guint8 *at = bytes->data + 44 + 3 * i;
		g_assert_cmpuint(at[0], ==, i == 1);
		g_assert_cmpint((gint16)(at[1] | at[2] << 8), ==, samples[i]);
	}
}

static void
test_empty(void)
{
	g_autoptr(GByteArray) bytes = pipe_through(&speech, TRUE, NULL, 0);
	g_assert_cmpuint(bytes->len, ==, 44);
}

static void
test_raw(void)
{
	g_autofree gint16 *samples = new_ramp();
	g_autofree gfloat *frames = new_frames(samples);
	g_autoptr(GByteArray) whole = pipe_through(&speech, TRUE, frames, N_FRAMES);
	g_autoptr(GByteArray) raw = pipe_through(&speech, FALSE, frames, N_FRAMES);
	g_autoptr(GByteArray) none = pipe_through(&speech, FALSE, NULL, 0);
	g_assert_cmpmem(raw->data, raw->len, whole->data + 44, whole->len - 44);
	g_assert_cmpuint(none->len, ==, 0);
}

static void
write_all(int fd, const OqSinkFormat *format, const gfloat *frames, gsize n_frames)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSink) sink = oq_sink_pipe_new(fd, "file", format, TRUE, &error);
	g_assert_true(oq_sink_write(sink, frames, n_frames, NULL, &error));
	g_assert_true(oq_sink_finish(sink, NULL, &error));
	g_assert_no_error(error);
}

static guint32
number_at(int fd, goffset at)
{
	guint32 number;
	g_assert_cmpint(pread(fd, &number, sizeof number, at), ==, sizeof number);
	return GUINT32_FROM_LE(number);
}

/* As behind a shell's "> x.wav", here with something before: the sizes are right in the end. */
static void
test_file(void)
{
	const OqSinkFormat wide = {.rate_hz = 48000, .n_channels = 1, .n_bits = 24};
	const gfloat frames[3] = {0};
	int fd = nameless_new("before", 6);
	write_all(fd, &wide, frames, 3);
	g_assert_cmpint(lseek(fd, 0, SEEK_END), ==, 6 + 44 + 9 + 1);
	g_assert_cmpuint(number_at(fd, 6 + 4), ==, 36 + 10);
	g_assert_cmpuint(number_at(fd, 6 + 40), ==, 9);
	close(fd);
}

/* As behind ">>": nothing but the end can be written, and nothing is spoilt there. */
static void
test_appended(void)
{
	const gfloat frames[4] = {0};
	int fd = nameless_new("", 0);
	g_assert_cmpint(fcntl(fd, F_SETFL, O_APPEND), ==, 0);
	write_all(fd, &speech, frames, 4);
	g_assert_cmpint(lseek(fd, 0, SEEK_END), ==, 44 + 8);
	g_assert_cmpuint(number_at(fd, 40), ==, G_MAXUINT32);
	close(fd);
}

static void
test_device(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree gfloat *frames = g_new0(gfloat, N_FRAMES);
	g_autoptr(OqSink) none = oq_sink_pipe_open("/dev/null", &speech, TRUE, &error);
	g_assert_no_error(error);
	g_assert_true(oq_sink_write(none, frames, N_FRAMES, NULL, &error));
	g_assert_true(oq_sink_finish(none, NULL, &error));
	g_autoptr(OqSink) full = oq_sink_pipe_open("/dev/full", &speech, TRUE, &error);
	g_assert_false(oq_sink_write(full, frames, N_FRAMES, NULL, &error));
	g_assert_nonnull(strstr(error->message, "/dev/full"));
	g_clear_error(&error);
	g_assert_null(oq_sink_pipe_open("/dev/nonexistent", &speech, TRUE, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
}

/* A reader that knows the convention sees all frames and no more. */
static void
test_readers_understand(void)
{
	int fd;
	SF_INFO info = {0};
	g_autofree char *path = NULL;
	g_autofree gint16 *samples = new_ramp();
	g_autofree gfloat *frames = new_frames(samples);
	g_autofree gint16 *got = g_new(gint16, 2 * N_FRAMES);
	g_autoptr(GByteArray) bytes = pipe_through(&speech, TRUE, frames, N_FRAMES);
	fd = g_file_open_tmp("oqyrman-XXXXXX", &path, NULL);
	g_assert_cmpint(write(fd, bytes->data, bytes->len), ==, bytes->len);
	close(fd);
	SNDFILE *file = sf_open(path, SFM_READ, &info);
	unlink(path);
	g_assert_nonnull(file);
	g_assert_cmpint(info.samplerate, ==, RATE_HZ);
	g_assert_cmpint(sf_read_short(file, got, 2 * N_FRAMES), ==, N_FRAMES);
	sf_close(file);
	g_assert_cmpmem(got, N_FRAMES * 2, samples, N_FRAMES * 2);
}

static void
test_reader_gone(void)
{
	int ends[2];
	g_autoptr(GError) error = NULL;
	g_autofree gfloat *frames = g_new0(gfloat, N_FRAMES);
	signal(SIGPIPE, SIG_IGN);
	g_assert_cmpint(pipe(ends), ==, 0);
	g_autoptr(OqSink) sink = oq_sink_pipe_new(ends[1], "the pipe", &speech, TRUE, &error);
	close(ends[0]);
	g_assert_false(oq_sink_write(sink, frames, N_FRAMES, NULL, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
	g_assert_nonnull(strstr(error->message, "the pipe"));
	close(ends[1]);
}

static void
test_full_disk(void)
{
	g_autoptr(GError) error = NULL;
	g_autofree gfloat *frames = g_new0(gfloat, N_FRAMES);
	int fd = open("/dev/full", O_WRONLY);
	g_autoptr(OqSink) sink = oq_sink_pipe_new(fd, "full", &speech, TRUE, &error);
	g_assert_false(oq_sink_write(sink, frames, N_FRAMES, NULL, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
	close(fd);
}

static gpointer
cancel_when_stuck(gpointer data)
{
	int *ends = ((gpointer *)data)[0];
	/* Full: the writer cannot go on, and nobody reads. */
	for (struct pollfd fd = {.fd = ends[1], .events = POLLOUT}; poll(&fd, 1, 0) > 0;)
		g_thread_yield();
	g_cancellable_cancel(((gpointer *)data)[1]);
	return NULL;
}

static void
test_cancel_wakes(void)
{
	int ends[2];
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autofree gfloat *frames = g_new0(gfloat, N_FRAMES);
	g_assert_cmpint(pipe(ends), ==, 0);
	g_autoptr(OqSink) sink = oq_sink_pipe_new(ends[1], "pipe", &speech, TRUE, &error);
	gpointer both[] = {ends, stop};
	GThread *thread = g_thread_new("cancel", cancel_when_stuck, both);
	g_assert_false(oq_sink_write(sink, frames, N_FRAMES, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_thread_join(thread);
	g_clear_error(&error);
	g_assert_false(oq_sink_finish(sink, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	close(ends[0]);
	close(ends[1]);
}

static void
test_terminal(void)
{
	g_autoptr(GError) error = NULL;
	int fd = posix_openpt(O_RDWR | O_NOCTTY);
	if (fd < 0) {
		g_test_skip("no terminal can be made here, as in a chroot without /dev/pts");
		return;
	}
	g_assert_null(oq_sink_pipe_new(fd, "standard output", &speech, TRUE, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
	close(fd);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/sink_pipe/bytes", test_bytes);
	g_test_add_func("/sink_pipe/wide", test_wide);
	g_test_add_func("/sink_pipe/empty", test_empty);
	g_test_add_func("/sink_pipe/raw", test_raw);
	g_test_add_func("/sink_pipe/file", test_file);
	g_test_add_func("/sink_pipe/appended", test_appended);
	g_test_add_func("/sink_pipe/device", test_device);
	g_test_add_func("/sink_pipe/readers-understand", test_readers_understand);
	g_test_add_func("/sink_pipe/reader-gone", test_reader_gone);
	g_test_add_func("/sink_pipe/full-disk", test_full_disk);
	g_test_add_func("/sink_pipe/cancel-wakes", test_cancel_wakes);
	g_test_add_func("/sink_pipe/terminal", test_terminal);
	return g_test_run();
}
