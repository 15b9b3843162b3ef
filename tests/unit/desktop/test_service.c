#include "desktop/service.h"

#include "desktop/held_turn.h"
#include "desktop_case.h"

static void
note_changed(gpointer data G_GNUC_UNUSED)
{
}

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

static void
note_finished(guint id, OqServiceOutcome outcome, const char *why, gpointer data)
{
	static const char *const names[] = {"heard", "nothing", "stopped", "replaced", "failed"};
	DesktopCase *c = data;

	if (outcome == OQ_SERVICE_FAILED)
		g_atomic_pointer_set(&c->device, NULL); /* it is no more */
	g_string_append_printf(c->log, "%u %s%s%s;", id, names[outcome], why != NULL ? ": " : "",
		why != NULL ? why : "");
}

static void
note_lost(gpointer data)
{
	DesktopCase *c = data;

	g_string_append(c->log, "lost;");
}

static const OqServiceCalls calls = {
	note_changed, note_sentence, note_word, note_finished, note_lost};

static void
ignore_sentence(guint id G_GNUC_UNUSED, guint64 start G_GNUC_UNUSED, guint64 end G_GNUC_UNUSED,
	const char *sentence G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static void
ignore_word(guint id G_GNUC_UNUSED, guint64 start G_GNUC_UNUSED, guint64 end G_GNUC_UNUSED,
	gpointer data G_GNUC_UNUSED)
{
}

static OqService *
begin_with(DesktopCase *c, const OqServiceCalls *told)
{
	return oq_service_new(&(OqServiceParts){.reader = c->reader,
		.style = OQ_STYLE_DEFAULT,
		.open = desktop_case_open,
		.open_data = c,
		.calls = told,
		.data = c});
}

static OqService *
begin(DesktopCase *c)
{
	static const OqServiceCalls of_ends = {
		note_changed, ignore_sentence, ignore_word, note_finished, note_lost};

	return begin_with(c, &of_ends);
}

static guint
say(OqService *service, const char *text, gboolean queues)
{
	return oq_service_say(service, text, &(OqServiceWish){.queues = queues, .source = 7});
}

static guint
n_sounding(DesktopCase *c)
{
	OqDevice *device = desktop_case_device(c);
	const GArray *frames = device != NULL ? oq_device_memory_frames(device) : NULL;
	guint n = 0;

	for (guint i = 0; frames != NULL && i < frames->len; i++)
		n += g_array_index(frames, gint16, i) != 0;
	return n;
}

/* Until something new is heard. */
static void
hear_some(DesktopCase *c)
{
	guint before = n_sounding(c);

	desktop_case_until(c, n_sounding(c) > before + 100);
}

static gboolean
has_log(const DesktopCase *c, const char *log)
{
	return strcmp(c->log->str, log) == 0;
}

static void
assert_turn_is_free(gboolean is_free)
{
	OqTurn *turn = oq_turn_take(OQ_TURN_REFUSE, NULL, NULL, NULL);

	g_assert_true((turn != NULL) == is_free);
	oq_turn_free(turn);
}

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
	g_autoptr(OqService) service = begin_with(c, &calls);

	g_assert_cmpuint(say(service, "Бір екі үш. Төрт бес алты.", FALSE), ==, 1);
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
	assert_turn_is_free(TRUE);
}

static void
test_replaces(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = begin(c);

	say(service, desktop_case_text, FALSE);
	hear_some(c);
	assert_turn_is_free(FALSE);
	say(service, "Он.", TRUE);
	say(service, "Отыз.", FALSE);
	desktop_case_until(c, has_log(c, "2 replaced;1 replaced;3 heard;"));
}

static void
test_queues(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = begin(c);

	say(service, "Бір.", FALSE);
	say(service, "Екі.", TRUE);
	say(service, "Үш.", TRUE);
	oq_service_cancel(service, 2);
	desktop_case_until(c, has_log(c, "2 stopped;1 heard;3 heard;"));
	oq_service_cancel(service, 3);
	g_assert_true(has_log(c, "2 stopped;1 heard;3 heard;"));
}

static void
assert_silent(DesktopCase *c)
{
	guint before = n_sounding(c);

	for (guint i = 0; i < 1000; i++)
		desktop_case_step(c);
	g_assert_cmpuint(n_sounding(c), ==, before);
	assert_turn_is_free(TRUE);
}

static void
test_pauses(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = begin(c);

	oq_service_pause(service);
	g_assert_false(oq_service_resume(service));
	say(service, desktop_case_text, FALSE);
	hear_some(c);
	oq_service_pause(service);
	g_assert_cmpint(oq_service_status(service).state, ==, OQ_SERVICE_PAUSED);
	assert_silent(c);
	g_assert_true(oq_service_resume(service));
	g_assert_cmpint(oq_service_status(service).state, ==, OQ_SERVICE_READING);
	desktop_case_until(c, has_log(c, "1 heard;"));
	g_assert_cmpuint(n_sounding(c), ==, 9 * MADE_VOICE_WORD_FRAMES);
}

static void
test_stops(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = begin(c);

	oq_service_stop(service);
	say(service, desktop_case_text, FALSE);
	say(service, "Он.", TRUE);
	hear_some(c);
	oq_service_stop(service);
	g_assert_true(has_log(c, "2 stopped;1 stopped;"));
	g_assert_cmpint(oq_service_status(service).state, ==, OQ_SERVICE_IDLE);
	assert_silent(c);
	g_assert_true(oq_service_resume(service));
	desktop_case_until(c, has_log(c, "2 stopped;1 stopped;1 heard;"));
}

/* Before it was heard, or even made ready. */
static void
test_stops_at_once(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = begin(c);

	say(service, desktop_case_text, FALSE);
	oq_service_stop(service);
	say(service, "Он.", FALSE);
	desktop_case_until(c, has_log(c, "1 stopped;2 heard;"));
	g_assert_cmpuint(n_sounding(c), ==, MADE_VOICE_WORD_FRAMES);
}

static void
test_goes_back(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = begin(c);

	g_assert_false(oq_service_go(service, OQ_STEP_SENTENCE, -1));
	say(service, "Бір екі үш. Төрт бес алты.", FALSE);
	desktop_case_until(c, has_log(c, "1 heard;"));
	g_assert_true(oq_service_go(service, OQ_STEP_SENTENCE, 0));
	desktop_case_until(c, has_log(c, "1 heard;1 heard;"));
	g_assert_cmpuint(n_sounding(c), ==, 9 * MADE_VOICE_WORD_FRAMES);
	g_assert_true(oq_service_resume(service)); /* once more */
	desktop_case_until(c, has_log(c, "1 heard;1 heard;1 heard;"));
	g_assert_cmpuint(n_sounding(c), ==, 15 * MADE_VOICE_WORD_FRAMES);
}

static void
test_nothing(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = begin(c);

	say(service, " \n…\n", FALSE);
	desktop_case_until(c, has_log(c, "1 nothing;"));
	say(service, "", FALSE);
	desktop_case_until(c, has_log(c, "1 nothing;2 nothing;"));
}

static void
test_answers(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = begin(c);

	oq_service_answer(service, "Он бір.");
	desktop_case_until(c, n_sounding(c) == 2 * MADE_VOICE_WORD_FRAMES);
	say(service, "Бір екі үш.", FALSE);
	hear_some(c);
	oq_service_answer(service, "Он бір.");
	g_assert_cmpint(oq_service_status(service).state, ==, OQ_SERVICE_READING);
	desktop_case_until(c, has_log(c, "1 heard;"));
	g_assert_cmpuint(n_sounding(c), >=, 7 * MADE_VOICE_WORD_FRAMES);
	guint before = n_sounding(c);
	oq_service_answer(service, "Он бір.");
	desktop_case_until(c, n_sounding(c) == before + 2 * MADE_VOICE_WORD_FRAMES);
	g_assert_true(has_log(c, "1 heard;"));
	desktop_case_until(c, !oq_device_memory_is_running(desktop_case_device(c)));
	g_assert_cmpint(oq_service_status(service).state, ==, OQ_SERVICE_IDLE);
}

static void
test_no_device(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = NULL;

	c->has_no_device = TRUE;
	service = begin(c);
	say(service, "Бір.", FALSE);
	say(service, "Екі.", TRUE);
	desktop_case_until(c, has_log(c, "1 failed: no device;2 failed: no device;"));
	c->has_no_device = FALSE;
	say(service, "Үш.", FALSE);
	desktop_case_until(c, g_str_has_suffix(c->log->str, "3 heard;"));
}

static void
test_lost_device(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = begin(c);

	desktop_case_until(c, desktop_case_device(c) != NULL);
	oq_device_memory_refuse(c->device, TRUE);
	say(service, "Бір.", FALSE);
	desktop_case_until(c, strstr(c->log->str, "1 failed") != NULL);
	say(service, "Екі.", FALSE);
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
	g_autoptr(OqService) service = begin(c);
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < 1000; i++) /* it is still read when the other one comes */
		g_string_append(text, desktop_case_text);
	say(service, text->str, FALSE);
	hear_some(c);
	GThread *thread = g_thread_new("other", interrupt, NULL);
	desktop_case_until(c, has_log(c, "1 replaced;"));
	oq_turn_free(g_thread_join(thread));
	say(service, "Бір.", FALSE);
	desktop_case_until(c, has_log(c, "1 replaced;2 heard;"));
}

static void
test_speed(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = begin(c);

	oq_service_set_speed(service, 5);
	g_assert_cmpuint(oq_service_status(service).speed_wpm, ==, OQ_SPEED_MIN_WPM);
	oq_service_set_speed(service, 200);
	oq_service_set_volume(service, 30);
	g_assert_cmpuint(oq_service_status(service).volume_percent, ==, 30);
	say(service, "Бір екі.", FALSE);
	desktop_case_until(c, has_log(c, "1 heard;"));
	g_assert_cmpuint(n_sounding(c), ==, MADE_VOICE_WORD_FRAMES);
}

static void
test_spells(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqService) service = begin(c);

	oq_service_say(service, "әж", &(OqServiceWish){.spells = TRUE});
	desktop_case_until(c, has_log(c, "1 heard;"));
	g_assert_cmpuint(n_sounding(c), ==, 2 * MADE_VOICE_WORD_FRAMES);
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
	DESKTOP_CASE_ADD("/service/nothing", test_nothing);
	DESKTOP_CASE_ADD("/service/answers", test_answers);
	DESKTOP_CASE_ADD("/service/no-device", test_no_device);
	DESKTOP_CASE_ADD("/service/lost-device", test_lost_device);
	DESKTOP_CASE_ADD("/service/other-reader", test_other_reader);
	DESKTOP_CASE_ADD("/service/speed", test_speed);
	DESKTOP_CASE_ADD("/service/spells", test_spells);
	return g_test_run();
}
