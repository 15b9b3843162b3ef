#include "audio/playing/hush.h"

#include <glib.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

static int __attribute__((format(printf, 2, 3))) /* as PortAudio does it */
say(FILE *stream, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int n = vfprintf(stream, format, args);
	va_end(args);
	return n;
}

static void
print_all(void)
{
	say(stderr, "Expression '%s' failed in 'a.c', line: %d\n", "x", 1);
	g_assert_cmpint(say(stderr, "%s-%d\n", "mine", 2), ==, 7);
	fflush(stderr);
}

/* PortAudio's lines are left out on standard error, and nothing else is, and nowhere else. */
static void
test_lines(void)
{
	int ends[2];
	char bytes[64];
	int before = dup(STDERR_FILENO);
	g_assert_cmpint(pipe(ends), ==, 0);
	dup2(ends[1], STDERR_FILENO);
	print_all();
	dup2(before, STDERR_FILENO);
	close(before);
	g_assert_cmpmem(bytes, (gsize)read(ends[0], bytes, sizeof bytes), "mine-2\n", 7);
	FILE *stream = fdopen(ends[1], "w");
	g_assert_cmpint(say(stream, "Expression '%s'", "x"), ==, 14);
	fclose(stream);
	g_assert_cmpmem(bytes, (gsize)read(ends[0], bytes, sizeof bytes), "Expression 'x'", 14);
	close(ends[0]);
}

/* What ALSA says is tested in test_device_portaudio.c; here it is loaded, and may be asked twice.
 */
static void
test_alsa(void)
{
	oq_hush_alsa();
	oq_hush_alsa();
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/hush/lines", test_lines);
	g_test_add_func("/hush/alsa", test_alsa);
	return g_test_run();
}
