#include "playback_case.h"

/* Of a text there is no outline so far; what is given is the caller's. */
static void
test_text(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GArray) none = oq_playback_outline(f->playback);
	g_assert_cmpuint(none->len, ==, 0);
	g_assert_cmpuint(oq_playback_info(f->playback).n_bytes, ==, 0);
	playback_case_open(f);
	g_autoptr(GArray) outline = oq_playback_outline(f->playback);
	g_assert_cmpuint(outline->len, ==, 0);
	g_assert_cmpuint(oq_playback_info(f->playback).n_bytes, ==, strlen(playback_case_text));
	oq_playback_close(f->playback);
	g_assert_cmpuint(oq_playback_info(f->playback).n_bytes, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	PLAYBACK_CASE_ADD("/playback-outline/text", test_text);
	return g_test_run();
}
