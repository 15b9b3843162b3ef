#include "audio/files/format.h"

#include "audio/files/sink.h"

static void
test_found(void)
{
	static const char *const paths[] = {
		"a.wav", "/b/c.FLAC", "a.b.ogg", "x.opus", "x.mp3", "x.aif", "x.AIFF", "x.rf64"};
	for (guint i = 0; i < G_N_ELEMENTS(paths); i++) {
		g_autoptr(GError) error = NULL;
		const OqFormat *format = oq_format_find(paths[i], &error);
		g_assert_no_error(error);
		g_assert_false(format->is_bare);
		g_autofree char *lower = g_ascii_strdown(paths[i], -1);
		g_assert_true(g_str_has_suffix(lower, format->extension));
	}
	g_assert_true(oq_format_find("raw:a.wav", NULL)->is_bare);
}

/* The dot of a folder is none. */
static void
test_refused(void)
{
	static const char *const paths[] = {"a", "a.xyz", "b.wav/c", "a.", ".", "wav"};
	for (guint i = 0; i < G_N_ELEMENTS(paths); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(oq_format_find(paths[i], &error));
		g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/format/found", test_found);
	g_test_add_func("/format/refused", test_refused);
	return g_test_run();
}
