#include "audio/files/elsewhere.h"

#include <string.h>

static void
assert_told(const char *path, const char *command)
{
	g_autofree char *advice = oq_elsewhere_advise(path);
	g_assert_nonnull(advice);
	g_assert_null(strchr(advice, '\n'));
	g_assert_true(g_str_has_suffix(advice, command));
}

static void
test_command(void)
{
	assert_told("OUT.mp2", "ffmpeg -i 'OUT.wav' -c:a mp2 -b:a 256k 'OUT.mp2'");
	assert_told("a b/ә.M4A", "ffmpeg -i 'a b/ә.wav' -c:a aac -b:a 192k 'a b/ә.M4A'");
	assert_told("it's.aac", "ffmpeg -i 'it'\\''s.wav' -c:a aac -b:a 192k 'it'\\''s.aac'");
}

static void
test_others(void)
{
	static const char *const paths[] = {"a.wav", "mp2", "a.mp2.wav", "a.mp2/b", "", "a."};
	for (guint i = 0; i < G_N_ELEMENTS(paths); i++)
		g_assert_null(oq_elsewhere_advise(paths[i]));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/elsewhere/command", test_command);
	g_test_add_func("/elsewhere/others", test_others);
	return g_test_run();
}
