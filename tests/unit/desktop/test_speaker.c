#include "desktop/speaker.h"

#include "desktop_case.h"

typedef struct {
	DesktopCase *desktop;
	OqSpeaker *speaker;
	guint n_ready, n_failed;
	gboolean has_ended;
} Case;

static void
note_ready(const GError *error, gpointer data)
{
	Case *c = data;

	c->n_ready += error == NULL;
	c->n_failed += error != NULL;
}

static void
follow(const OqPlaybackStatus *status, gpointer data)
{
	((Case *)data)->has_ended |= status->state == OQ_PLAYBACK_ENDED;
}

static void
begin(Case *c, DesktopCase *desktop)
{
	*c = (Case){.desktop = desktop};
	c->speaker = oq_speaker_new(&(OqSpeakerParts){.reader = desktop->reader,
		.open = desktop_case_open,
		.open_data = desktop,
		.changed = follow,
		.ready = note_ready,
		.data = c});
	g_assert_null(oq_speaker_playback(c->speaker));
}

static void
test_speaks(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c, other;

	begin(&c, desktop);
	oq_speaker_prepare(c.speaker);
	oq_speaker_prepare(c.speaker);
	desktop_case_until(desktop, c.n_ready == 1);
	g_autoptr(OqCursor) cursor = oq_reader_text(desktop->reader, desktop_case_text);
	oq_playback_open(oq_speaker_playback(c.speaker), cursor);
	desktop_case_until(desktop, c.has_ended);
	oq_speaker_prepare(c.speaker); /* it is there */
	begin(&other, desktop);
	oq_speaker_prepare(other.speaker);
	desktop_case_until(desktop, other.n_ready == 1);
	oq_speaker_free(c.speaker);
	oq_speaker_free(other.speaker);
	g_assert_cmpuint(c.n_ready, ==, 1);
	g_assert_cmpuint(desktop->n_opened, ==, 2);
	oq_speaker_free(NULL);
}

static void
test_fails(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c;

	begin(&c, desktop);
	desktop->has_no_device = TRUE;
	oq_speaker_prepare(c.speaker);
	desktop_case_until(desktop, c.n_failed == 1);
	g_assert_null(oq_speaker_playback(c.speaker));
	desktop->has_no_device = FALSE;
	oq_speaker_prepare(c.speaker);
	desktop_case_until(desktop, c.n_ready == 1);
	g_atomic_pointer_set(&desktop->device, NULL);
	oq_speaker_break(c.speaker);
	g_assert_null(oq_speaker_playback(c.speaker));
	oq_speaker_prepare(c.speaker);
	desktop_case_until(desktop, c.n_ready == 2);
	g_assert_cmpuint(desktop->n_opened, ==, 2);
	oq_speaker_free(c.speaker);
}

/* Not waited for, and nothing is left of it. */
static void
test_free_at_once(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c;

	begin(&c, desktop);
	oq_speaker_prepare(c.speaker);
	oq_speaker_free(c.speaker);
	while (g_main_context_iteration(NULL, FALSE))
		continue;
	g_assert_cmpuint(c.n_ready + c.n_failed, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	DESKTOP_CASE_ADD("/speaker/speaks", test_speaks);
	DESKTOP_CASE_ADD("/speaker/fails", test_fails);
	DESKTOP_CASE_ADD("/speaker/free-at-once", test_free_at_once);
	return g_test_run();
}
