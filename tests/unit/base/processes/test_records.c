#include "base/processes/records.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define MANY_BYTES (10U << 20)

static void
assert_content(GBytes *record, const char *expected)
{
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(record, &n_bytes);
	g_assert_cmpmem(bytes, n_bytes, expected, strlen(expected));
}

static void
test_write_and_read(void)
{
	int ends[2];
	g_assert_cmpint(pipe(ends), ==, 0);
	g_assert_true(oq_records_write(ends[1], "one", 3));
	g_assert_true(oq_records_write(ends[1], NULL, 0));
	g_assert_true(oq_records_write(ends[1], "three", 5));
	static const OqRecordsPiece pieces[] = {{"fo", 2}, {NULL, 0}, {"ur", 2}};
	g_assert_true(oq_records_write_pieces(ends[1], pieces, G_N_ELEMENTS(pieces)));
	close(ends[1]);
	static const char *const expected[] = {"one", "", "three", "four"};
	for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
		g_autoptr(GBytes) record = oq_records_read(ends[0]);
		assert_content(record, expected[i]);
	}
	g_assert_null(oq_records_read(ends[0]));
	close(ends[0]);
}

typedef struct {
	int fd;
	pthread_t writer, reader;
	gint is_over;
} Transfer;

static void *
write_many(void *data)
{
	Transfer *transfer = data;
	g_autofree guint8 *content = g_malloc(MANY_BYTES);
	for (guint i = 0; i < MANY_BYTES; i++)
		content[i] = (guint8)(i % 251);
	g_assert_true(oq_records_write(transfer->fd, content, MANY_BYTES));
	return NULL;
}

static void *
disturb(void *data)
{
	Transfer *transfer = data;
	while (!g_atomic_int_get(&transfer->is_over)) {
		pthread_kill(transfer->writer, SIGUSR1);
		pthread_kill(transfer->reader, SIGUSR1);
		g_thread_yield();
	}
	return NULL;
}

static void
do_nothing(int number G_GNUC_UNUSED)
{
}

static void
assert_many(GBytes *record)
{
	gsize n_bytes;
	const guint8 *content = g_bytes_get_data(record, &n_bytes);
	g_assert_cmpuint(n_bytes, ==, MANY_BYTES);
	for (guint i = 0; i < MANY_BYTES; i++)
		if (content[i] != i % 251)
			g_error("byte %u is wrong", i);
}

/* More than a pipe holds, with both sides interrupted again and again. */
static void
test_large(void)
{
	int ends[2];
	pthread_t disturber;
	struct sigaction action = {.sa_handler = do_nothing}; /* which restarts no call */
	g_assert_cmpint(sigaction(SIGUSR1, &action, NULL), ==, 0);
	g_assert_cmpint(pipe(ends), ==, 0);
	Transfer transfer = {.fd = ends[1], .reader = pthread_self()};
	g_assert_cmpint(pthread_create(&transfer.writer, NULL, write_many, &transfer), ==, 0);
	g_assert_cmpint(pthread_create(&disturber, NULL, disturb, &transfer), ==, 0);
	g_autoptr(GBytes) record = oq_records_read(ends[0]);
	g_atomic_int_set(&transfer.is_over, TRUE);
	pthread_join(disturber, NULL);
	pthread_join(transfer.writer, NULL);
	assert_many(record);
	close(ends[0]);
	close(ends[1]);
}

/* However a stream is cut: records come when they are whole, and neither before nor doubly. */
static void
test_byte_by_byte(void)
{
	g_autoptr(GByteArray) stream = g_byte_array_new();
	oq_records_append(stream, "ab", 2);
	oq_records_append(stream, NULL, 0);
	oq_records_append(stream, "c", 1);
	g_assert_cmpuint(stream->len, ==, 4 + 2 + 4 + 4 + 1);
	int ends[2];
	g_assert_cmpint(pipe2(ends, O_NONBLOCK), ==, 0);
	OqRecordsPart part = {0};
	g_autoptr(GString) seen = g_string_new(NULL);
	for (guint i = 0; i < stream->len; i++) {
		g_autoptr(GBytes) record = NULL;
		g_assert_cmpint(write(ends[1], stream->data + i, 1), ==, 1);
		while (oq_records_take(&part, ends[0], &record) == OQ_RECORDS_WHOLE) {
			g_string_append_printf(seen, "%u:%zu ", i, g_bytes_get_size(record));
			g_clear_pointer(&record, g_bytes_unref);
		}
	}
	g_assert_cmpstr(seen->str, ==, "5:2 9:0 14:1 ");
	close(ends[0]);
	close(ends[1]);
}

static OqRecordsState
end_of(const void *bytes, gsize n_bytes)
{
	int ends[2];
	g_assert_cmpint(pipe(ends), ==, 0);
	g_assert_cmpint(write(ends[1], bytes, n_bytes), ==, (gssize)n_bytes);
	close(ends[1]);
	OqRecordsPart part = {0};
	GBytes *record = NULL;
	OqRecordsState state = oq_records_take(&part, ends[0], &record);
	g_assert_null(record);
	oq_records_clear(&part);
	close(ends[0]);
	return state;
}

static void
test_ends(void)
{
	const guint32 half[] = {8, 0};
	const guint32 absurd[] = {OQ_RECORDS_MAX_BYTES + 1, 0};
	g_assert_cmpint(end_of("", 0), ==, OQ_RECORDS_END);
	g_assert_cmpint(end_of("abc", 3), ==, OQ_RECORDS_BROKEN);
	g_assert_cmpint(end_of(half, 4), ==, OQ_RECORDS_BROKEN);
	g_assert_cmpint(end_of(half, 8), ==, OQ_RECORDS_BROKEN);
	g_assert_cmpint(end_of(absurd, 8), ==, OQ_RECORDS_GARBLED);
}

static void
test_nobody_reads(void)
{
	int ends[2];
	g_assert_cmpint(pipe(ends), ==, 0);
	close(ends[0]);
	signal(SIGPIPE, SIG_IGN);
	g_assert_false(oq_records_write(ends[1], "x", 1));
	signal(SIGPIPE, SIG_DFL);
	close(ends[1]);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/records/write-and-read", test_write_and_read);
	g_test_add_func("/records/large", test_large);
	g_test_add_func("/records/byte-by-byte", test_byte_by_byte);
	g_test_add_func("/records/ends", test_ends);
	g_test_add_func("/records/nobody-reads", test_nobody_reads);
	return g_test_run();
}
