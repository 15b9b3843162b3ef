#include "desktop/service.h"

#include "service_case.h"

static void
note_sentence(
	guint id, guint64 start, guint64 end G_GNUC_UNUSED, const char *sentence, gpointer data)
{
	DesktopCase *c = data;

	g_assert_true(g_str_has_prefix(desktop_case_text + start, sentence));
	g_string_append_printf(c->log, "%u:%s;", id, sentence);
}

static void
note_word(guint id, guint64 start, guint64 end, gpointer data)
{
	DesktopCase *c = data;
	g_autofree char *word = g_strndup(desktop_case_text + start, end - start);

	g_string_append_printf(c->log, "%u:%s;", id, word);
}

static const OqServiceCalls calls = {service_case_note_changed, note_sentence, note_word,
	service_case_note_finished, service_case_note_lost};

/* The word that sounds is told of: what nobody saw in time is not. */
static gboolean
is_told(DesktopCase *c)
{
	const GArray *frames = oq_device_memory_frames(desktop_case_device(c));
	guint i = frames->len;

	while (i > 0 && g_array_index(frames, gint16, i - 1) == 0)
		i--;
	if (i == 0)
		return TRUE;
	const char *word = desktop_case_text + g_array_index(frames, gint16, i - 1) - 1;
	g_autofree char *told = g_strndup(word, strcspn(word, " ."));
	g_autofree char *line = g_strdup_printf("1:%s;", told);
	return strstr(c->log->str, line) != NULL;
}

static void
test_tells(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin_with(c, &calls);

	g_assert_cmpuint(service_case_say(service, "Бір екі үш. Төрт бес алты.", FALSE), ==, 1);
	g_assert_cmpint(oq_service_status(service).state, ==, OQ_SERVICE_READING);
	g_assert_cmpint(oq_service_status(service).source, ==, 7);
	desktop_case_until(c, desktop_case_device(c) != NULL);
	while (!g_str_has_suffix(c->log->str, "heard;")) {
		g_main_context_iteration(NULL, FALSE);
		if (is_told(c))
			oq_device_memory_hear(desktop_case_device(c), 20);
		else
			g_thread_yield();
	}
	g_assert_cmpstr(c->log->str, ==,
		"1:Бір екі үш.;1:Бір;1:екі;1:үш;1:Төрт бес алты.;1:Төрт;1:бес;1:алты;1 heard;");
	g_assert_cmpint(oq_service_status(service).state, ==, OQ_SERVICE_IDLE);
	g_assert_cmpuint(oq_service_status(service).text, ==, 1);
	service_case_assert_turn_is_free(TRUE);
}

static void
test_replaces(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);

	service_case_say(service, desktop_case_text, FALSE);
	service_case_hear_some(c);
	service_case_assert_turn_is_free(FALSE);
	service_case_say(service, "Он.", TRUE);
	service_case_say(service, "Отыз.", FALSE);
	desktop_case_until(c, service_case_has_log(c, "2 replaced;1 replaced;3 heard;"));
}

static void
test_queues(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);

	service_case_say(service, "Бір.", FALSE);
	service_case_say(service, "Екі.", TRUE);
	service_case_say(service, "Үш.", TRUE);
	oq_service_cancel(service, 2);
	desktop_case_until(c, service_case_has_log(c, "2 stopped;1 heard;3 heard;"));
	oq_service_cancel(service, 3);
	g_assert_true(service_case_has_log(c, "2 stopped;1 heard;3 heard;"));
}

static void
assert_silent(DesktopCase *c)
{
	guint before = service_case_n_sounding(c);

	for (guint i = 0; i < 1000; i++)
		desktop_case_step(c);
	g_assert_cmpuint(service_case_n_sounding(c), ==, before);
	service_case_assert_turn_is_free(TRUE);
}

static void
test_pauses(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);

	oq_service_pause(service);
	g_assert_false(oq_service_resume(service));
	service_case_say(service, desktop_case_text, FALSE);
	service_case_hear_some(c);
	oq_service_pause(service);
	g_assert_cmpint(oq_service_status(service).state, ==, OQ_SERVICE_PAUSED);
	assert_silent(c);
	g_assert_true(oq_service_resume(service));
	g_assert_cmpint(oq_service_status(service).state, ==, OQ_SERVICE_READING);
	desktop_case_until(c, service_case_has_log(c, "1 heard;"));
	g_assert_cmpuint(service_case_n_sounding(c), ==, 9 * MADE_VOICE_WORD_FRAMES);
}

static void
test_stops(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);

	oq_service_stop(service);
	service_case_say(service, desktop_case_text, FALSE);
	service_case_say(service, "Он.", TRUE);
	service_case_hear_some(c);
	oq_service_stop(service);
	g_assert_true(service_case_has_log(c, "2 stopped;1 stopped;"));
	g_assert_cmpint(oq_service_status(service).state, ==, OQ_SERVICE_IDLE);
	assert_silent(c);
	g_assert_true(oq_service_resume(service));
	desktop_case_until(c, service_case_has_log(c, "2 stopped;1 stopped;1 heard;"));
}

/* Before it was heard, or even made ready. */
static void
test_stops_at_once(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);

	service_case_say(service, desktop_case_text, FALSE);
	oq_service_stop(service);
	service_case_say(service, "Он.", FALSE);
	desktop_case_until(c, service_case_has_log(c, "1 stopped;2 heard;"));
	g_assert_cmpuint(service_case_n_sounding(c), ==, MADE_VOICE_WORD_FRAMES);
}

static void
test_goes_back(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);

	g_assert_false(oq_service_go(service, OQ_STEP_SENTENCE, -1));
	service_case_say(service, "Бір екі үш. Төрт бес алты.", FALSE);
	desktop_case_until(c, service_case_has_log(c, "1 heard;"));
	g_assert_true(oq_service_go(service, OQ_STEP_SENTENCE, 0));
	desktop_case_until(c, service_case_has_log(c, "1 heard;1 heard;"));
	g_assert_cmpuint(service_case_n_sounding(c), ==, 9 * MADE_VOICE_WORD_FRAMES);
	g_assert_true(oq_service_resume(service)); /* once more */
	desktop_case_until(c, service_case_has_log(c, "1 heard;1 heard;1 heard;"));
	g_assert_cmpuint(service_case_n_sounding(c), ==, 15 * MADE_VOICE_WORD_FRAMES);
}

/* "the end of the text" */
enum { END_FRAMES = 5 * MADE_VOICE_WORD_FRAMES };

/* Behind the end there is nothing to go to: that is said, and nothing is read again. */
static void
test_end(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);
	guint n_whole = 6 * MADE_VOICE_WORD_FRAMES;

	service_case_say(service, "Бір екі үш. Төрт бес алты.", FALSE);
	desktop_case_until(c, service_case_has_log(c, "1 heard;"));
	g_assert_true(oq_service_go(service, OQ_STEP_SENTENCE, 1));
	desktop_case_until(c, service_case_n_sounding(c) == n_whole + END_FRAMES);
	assert_silent(c);
	g_assert_true(service_case_has_log(c, "1 heard;"));
	g_assert_true(oq_service_go(service, OQ_STEP_SENTENCE, -1));
	desktop_case_until(c, service_case_has_log(c, "1 heard;1 heard;"));
	g_assert_cmpuint(service_case_n_sounding(c), ==, n_whole + END_FRAMES + n_whole);
}

/* In the last sentence that is said, too, and the reading goes on; where there is a next one, not.
 */
static void
test_last_sentence(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);

	service_case_say(service, desktop_case_text, FALSE);
	service_case_hear_some(c);
	g_assert_true(oq_service_go(service, OQ_STEP_SENTENCE, 1));
	desktop_case_until(c, service_case_has_log(c, "1 heard;"));
	g_assert_cmpuint(service_case_n_sounding(c), <, 9 * MADE_VOICE_WORD_FRAMES);
	guint before = service_case_n_sounding(c);
	service_case_say(service, "Бір.", FALSE);
	service_case_hear_some(c);
	g_assert_true(oq_service_go(service, OQ_STEP_SENTENCE, 1));
	desktop_case_until(c, service_case_has_log(c, "1 heard;2 heard;"));
	g_assert_cmpuint(
		service_case_n_sounding(c), >=, before + END_FRAMES + MADE_VOICE_WORD_FRAMES);
}

static void
test_nothing(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);

	service_case_say(service, " \n…\n", FALSE);
	desktop_case_until(c, service_case_has_log(c, "1 nothing;"));
	service_case_say(service, "", FALSE);
	desktop_case_until(c, service_case_has_log(c, "1 nothing;2 nothing;"));
}

static void
test_answers(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);

	oq_service_answer(service, "Он бір.");
	desktop_case_until(c, service_case_n_sounding(c) == 2 * MADE_VOICE_WORD_FRAMES);
	service_case_say(service, "Бір екі үш.", FALSE);
	service_case_hear_some(c);
	oq_service_answer(service, "Он бір.");
	g_assert_cmpint(oq_service_status(service).state, ==, OQ_SERVICE_READING);
	desktop_case_until(c, service_case_has_log(c, "1 heard;"));
	g_assert_cmpuint(service_case_n_sounding(c), >=, 7 * MADE_VOICE_WORD_FRAMES);
	guint before = service_case_n_sounding(c);
	oq_service_answer(service, "Он бір.");
	desktop_case_until(c, service_case_n_sounding(c) == before + 2 * MADE_VOICE_WORD_FRAMES);
	g_assert_true(service_case_has_log(c, "1 heard;"));
	desktop_case_until(c, !oq_device_memory_is_running(desktop_case_device(c)));
	g_assert_cmpint(oq_service_status(service).state, ==, OQ_SERVICE_IDLE);
}

static void
test_no_device(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = NULL;

	c->has_no_device = TRUE;
	service = service_case_begin(c);
	service_case_say(service, "Бір.", FALSE);
	service_case_say(service, "Екі.", TRUE);
	desktop_case_until(c, service_case_has_log(c, "1 failed: no device;2 failed: no device;"));
	c->has_no_device = FALSE;
	service_case_say(service, "Үш.", FALSE);
	desktop_case_until(c, g_str_has_suffix(c->log->str, "3 heard;"));
}

static void
test_lost_device(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);

	desktop_case_until(c, desktop_case_device(c) != NULL);
	oq_device_memory_refuse(c->device, TRUE);
	service_case_say(service, "Бір.", FALSE);
	desktop_case_until(c, strstr(c->log->str, "1 failed") != NULL);
	service_case_say(service, "Екі.", FALSE);
	desktop_case_until(c, g_str_has_suffix(c->log->str, "2 heard;"));
	g_assert_cmpuint(c->n_opened, ==, 2);
}

static gpointer
interrupt(gpointer data G_GNUC_UNUSED)
{
	return oq_turn_take(OQ_TURN_INTERRUPT, NULL, NULL, NULL);
}

/* Of another reader, who wants to be heard. */
static void
test_other_reader(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < 1000; i++) /* it is still read when the other one comes */
		g_string_append(text, desktop_case_text);
	service_case_say(service, text->str, FALSE);
	service_case_hear_some(c);
	GThread *thread = g_thread_new("other", interrupt, NULL);
	desktop_case_until(c, service_case_has_log(c, "1 replaced;"));
	oq_turn_free(g_thread_join(thread));
	service_case_say(service, "Бір.", FALSE);
	desktop_case_until(c, service_case_has_log(c, "1 replaced;2 heard;"));
}

static void
test_speed(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);

	oq_service_set_speed(service, 5);
	g_assert_cmpuint(oq_service_status(service).speed_wpm, ==, OQ_SPEED_MIN_WPM);
	oq_service_set_speed(service, 200);
	oq_service_set_volume(service, 30);
	g_assert_cmpuint(oq_service_status(service).volume_percent, ==, 30);
	service_case_say(service, "Бір екі.", FALSE);
	desktop_case_until(c, service_case_has_log(c, "1 heard;"));
	g_assert_cmpuint(service_case_n_sounding(c), ==, MADE_VOICE_WORD_FRAMES);
}

static void
test_spells(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = service_case_begin(c);

	oq_service_say(service, "әж", &(OqServiceWish){.spells = TRUE, .lang = OQ_N_LANGS});
	desktop_case_until(c, service_case_has_log(c, "1 heard;"));
	g_assert_cmpuint(service_case_n_sounding(c), ==, 2 * MADE_VOICE_WORD_FRAMES);
	g_assert_cmpint(oq_service_status(service).percent, ==, -1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	DESKTOP_CASE_ADD("/service/tells", test_tells);
	DESKTOP_CASE_ADD("/service/replaces", test_replaces);
	DESKTOP_CASE_ADD("/service/queues", test_queues);
	DESKTOP_CASE_ADD("/service/pauses", test_pauses);
	DESKTOP_CASE_ADD("/service/stops", test_stops);
	DESKTOP_CASE_ADD("/service/stops-at-once", test_stops_at_once);
	DESKTOP_CASE_ADD("/service/goes-back", test_goes_back);
	DESKTOP_CASE_ADD("/service/end", test_end);
	DESKTOP_CASE_ADD("/service/last-sentence", test_last_sentence);
	DESKTOP_CASE_ADD("/service/nothing", test_nothing);
	DESKTOP_CASE_ADD("/service/answers", test_answers);
	DESKTOP_CASE_ADD("/service/no-device", test_no_device);
	DESKTOP_CASE_ADD("/service/lost-device", test_lost_device);
	DESKTOP_CASE_ADD("/service/other-reader", test_other_reader);
	DESKTOP_CASE_ADD("/service/speed", test_speed);
	DESKTOP_CASE_ADD("/service/spells", test_spells);
	return g_test_run();
}
