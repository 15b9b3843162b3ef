#include "cli/output.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define BLOCK_BYTES (64 * 1024)

/* From now on standard output is @file, which is closed; returns what it was. */
static int
replace_output(int file)
{
	fflush(stdout);
	int before = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	g_assert_cmpint(before, >, STDERR_FILENO);
	g_assert_cmpint(dup2(file, STDOUT_FILENO), ==, STDOUT_FILENO);
	close(file);
	return before;
}

static void
restore_output(int before)
{
	close(replace_output(before));
}

static void
test_print(void)
{
	char bytes[32] = "";
	int ends[2];
	g_assert_cmpint(pipe(ends), ==, 0);
	int before = replace_output(ends[1]);
	gboolean printed = oq_output_print("Сәлем\n", NULL);
	restore_output(before);
	g_assert_true(printed);
	g_assert_cmpint(read(ends[0], bytes, sizeof bytes - 1), ==, strlen("Сәлем\n"));
	g_assert_cmpstr(bytes, ==, "Сәлем\n");
	close(ends[0]);
}

static gsize
n_written(int file)
{
	return (gsize)lseek(file, 0, SEEK_END);
}

/* Little is kept until there is more; then all of it goes, NUL bytes too. */
static void
test_blocks(void)
{
	g_autofree char *path = NULL;
	int file = g_file_open_tmp(NULL, &path, NULL);
	g_assert_cmpint(file, >=, 0);
	int before = replace_output(dup(file));
	g_auto(OqOutput) output;
	oq_output_init(&output);
	g_string_append_len(output.pending, "a\0b", 3);
	gboolean kept = oq_output_flush_full(&output, NULL);
	gsize n_kept = n_written(file);
	while (output.pending->len < BLOCK_BYTES)
		g_string_append(output.pending, "0123456789");
	gsize n_pending = output.pending->len;
	gboolean flushed = oq_output_flush_full(&output, NULL);
	restore_output(before);
	g_assert_true(kept && flushed);
	g_assert_cmpuint(n_kept, ==, 0);
	g_assert_cmpuint(n_written(file), ==, n_pending);
	g_assert_cmpuint(output.pending->len, ==, 0);
	close(file);
	g_assert_cmpint(unlink(path), ==, 0);
}

static void
test_closed(void)
{
	g_autoptr(GError) error = NULL;
	int ends[2];
	g_assert_cmpint(pipe(ends), ==, 0);
	close(ends[0]);
	signal(SIGPIPE, SIG_IGN);
	int before = replace_output(ends[1]);
	gboolean printed = oq_output_print("a", &error);
	restore_output(before);
	g_assert_false(printed);
	g_assert_error(error, OQ_OUTPUT_ERROR, OQ_OUTPUT_ERROR_CLOSED);
}

/* What was lost stays lost: room on the disk a moment later must not hide it. */
static void
test_goes_on_failing(void)
{
	g_autoptr(GError) error = NULL;
	int full = open("/dev/full", O_WRONLY);
	if (full < 0) {
		g_test_skip("there is no /dev/full here");
		return;
	}
	int before = replace_output(full);
	g_auto(OqOutput) output;
	oq_output_init(&output);
	g_string_append(output.pending, "a");
	gboolean printed = oq_output_flush(&output, &error);
	restore_output(before);
	g_assert_false(printed);
	g_assert_error(error, OQ_OUTPUT_ERROR, OQ_OUTPUT_ERROR_FAILED);
	g_string_append(output.pending, "b");
	g_assert_false(oq_output_flush(&output, NULL));
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/output/print", test_print);
	g_test_add_func("/output/blocks", test_blocks);
	g_test_add_func("/output/closed", test_closed);
	g_test_add_func("/output/goes-on-failing", test_goes_on_failing);
	return g_test_run();
}
