#include "playback_case.h"
#include "reading/playback/playback-private.h"

static guint64
next_heading(PlaybackCase *f, guint64 place)
{
	oq_playback_lock(f->playback);
	guint64 heading = oq_playback_next_heading(f->playback, place);
	oq_playback_unlock(f->playback);
	return heading;
}

/* Of a text there is no outline. */
static void
test_text(PlaybackCase *f, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_cmpuint(next_heading(f, 0), ==, G_MAXUINT64);
	playback_case_open(f);
	g_assert_cmpuint(next_heading(f, 0), ==, G_MAXUINT64);
	oq_playback_close(f->playback);
	g_assert_cmpuint(next_heading(f, 0), ==, G_MAXUINT64);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	PLAYBACK_CASE_ADD("/playback-outline/text", test_text);
	return g_test_run();
}
