#include "speech/pool.h"

#include "pool_case.h"

#include <string.h>

static void
test_any_number_of_children(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const char *texts[N_TEXTS];
	fill_texts(texts);
	g_autoptr(GByteArray) one = speak_all(f, 1, texts, N_TEXTS);
	/* 60 and 40 utterances: six passages and four */
	g_assert_cmpint(f->shared->n_children, ==, 10);
	for (guint n_children = 2; n_children <= 5; n_children++) {
		g_autoptr(GByteArray) more = speak_all(f, n_children, texts, N_TEXTS);
		assert_equal(one, more);
	}
}

static void
test_passages_forget(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const char *texts[N_TEXTS];
	fill_texts(texts);
	g_autoptr(GByteArray) all = speak_all(f, 2, texts, N_TEXTS);
	/* the first of the second passage is said as if it were that of the first one */
	texts[0] = texts[OQ_PASSAGE_MAX];
	g_autoptr(GByteArray) alone = speak_all(f, 2, texts, 1);
	gsize each = all->len / N_TEXTS, head = sizeof(guint64);
	g_assert_cmpmem(all->data + OQ_PASSAGE_MAX * each + head, each - head, alone->data + head,
		alone->len - head);
}

/* What a child does that many times before it speaks is not heard of. */
static void
assert_retried(Fixture *f, const char *bad, gint n_times)
{
	const char *texts[N_TEXTS];
	fill_texts(texts);
	texts[20] = bad;
	f->shared->n_crashes = n_times;
	g_autoptr(GByteArray) whole = speak_all(f, 2, texts, N_TEXTS);
	f->shared->n_crashes = 0;
	g_autoptr(GByteArray) retried = speak_all(f, 2, texts, N_TEXTS);
	assert_equal(whole, retried);
	g_assert_cmpuint(f->left_out->len, ==, 0);
}

static void
test_crash_costs_one_try(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_retried(f, "once", 1);
}

static void
test_killed_is_nobodys_fault(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_retried(f, "killed", 3);
}

/* The others sound as if it had never been there. */
static void
assert_left_out(Fixture *f, const char *bad, const char *notice)
{
	const char *texts[N_TEXTS];
	fill_texts(texts);
	texts[18] = bad;
	g_autoptr(GByteArray) two = speak_all(f, 2, texts, N_TEXTS);
	g_assert_cmpuint(f->left_out->len, ==, 1);
	g_assert_cmpstr(g_ptr_array_index(f->left_out, 0), ==, notice);
	g_autoptr(GByteArray) five = speak_all(f, 5, texts, N_TEXTS);
	assert_equal(two, five);
}

static void
test_crash_is_left_out(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_left_out(f, "crash", "19: crash");
}

/* It leaves as if all were said; nothing else waits for it, so that nothing tells of it either. */
static void
test_leaver_is_left_out(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const char *texts[] = {"leave"};
	g_autoptr(GByteArray) none = speak_all(f, 2, texts, 1);
	g_assert_cmpuint(none->len, ==, sizeof(guint64));
	g_assert_cmpuint(f->left_out->len, ==, 1);
	g_assert_cmpint(f->shared->n_children, ==, 2);
}

static void
test_failure_is_left_out(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	assert_left_out(f, "fail", "19: fail");
}

static void
test_two_are_left_out(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const char *texts[N_TEXTS];
	fill_texts(texts);
	texts[0] = texts[3] = texts[4] = texts[OQ_PASSAGE_MAX - 1] = "crash";
	g_autoptr(GByteArray) all = speak_all(f, 3, texts, N_TEXTS);
	g_assert_cmpuint(f->left_out->len, ==, 4);
	g_assert_cmpstr(g_ptr_array_index(f->left_out, 3), ==, "10: crash");
}

static void
test_no_voice(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqPool) pool = oq_pool_new(f->nursery, 2);
	g_autoptr(GError) error = NULL;
	guint rate_hz;
	g_assert_false(oq_pool_check(pool, &rate_hz, NULL, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_assert_cmpstr(error->message, ==, "no such voice");
	g_clear_error(&error);
	push(pool, "бір", 0, 100);
	g_assert_null(oq_pool_take(pool, NULL, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
}

static void
test_check_then_speak(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqPool) pool = oq_pool_new(f->nursery, 2);
	g_autoptr(GError) error = NULL;
	guint rate_hz = 0;
	g_assert_true(oq_pool_check(pool, &rate_hz, NULL, &error));
	g_assert_cmpuint(rate_hz, ==, RATE_HZ);
	push(pool, "бір", 0, 100);
	g_autoptr(OqSpeech) speech = oq_pool_take(pool, NULL, &error);
	g_assert_nonnull(speech);
	g_assert_cmpint(f->shared->n_children, ==, 1);
}

static void
test_forget(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqPool) pool = oq_pool_new(f->nursery, 2);
	g_autoptr(GError) error = NULL;
	for (guint i = 0; i < 40; i++)
		push(pool, "бір", i, 100);
	g_autoptr(OqSpeech) first = oq_pool_take(pool, NULL, &error);
	oq_pool_forget(pool);
	g_assert_cmpuint(oq_pool_n_waiting(pool), ==, 0);
	g_assert_null(oq_pool_take(pool, NULL, &error));
	push(pool, "бір", 0, 100);
	g_autoptr(OqSpeech) again = oq_pool_take(pool, NULL, &error);
	g_assert_no_error(error);
	g_assert_cmpmem(first->samples, first->n_voiced * 2, again->samples, again->n_voiced * 2);
}

static void
test_cancelled(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqPool) pool = oq_pool_new(f->nursery, 2);
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(GError) error = NULL;
	push(pool, "hang", 0, 100);
	g_cancellable_cancel(stop);
	g_assert_null(oq_pool_take(pool, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_cmpuint(oq_pool_n_waiting(pool), ==, 1);
}

static void
test_phonemes(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqPool) pool = oq_pool_new(f->nursery, 2);
	static const char *const texts[] = {"бір", "once", "екі"};
	OqStyle style = OQ_STYLE_DEFAULT;
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(GError) error = NULL;
		g_auto(OqUtterance) utterance;
		oq_utterance_init(&utterance);
		oq_utterance_say(&utterance, texts[i], 0, 1, NULL);
		g_autofree char *sounds = oq_pool_phonemes(pool, &utterance, &style, NULL, &error);
		g_assert_no_error(error);
		g_assert_cmpstr(sounds, ==, texts[i]);
	}
}

#define ADD(name, run, test) g_test_add("/pool/" name, Fixture, run, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("any-number-of-children", NULL, test_any_number_of_children);
	ADD("passages-forget", NULL, test_passages_forget);
	ADD("crash-costs-one-try", NULL, test_crash_costs_one_try);
	ADD("killed-is-nobodys-fault", NULL, test_killed_is_nobodys_fault);
	ADD("crash-is-left-out", NULL, test_crash_is_left_out);
	ADD("leaver-is-left-out", NULL, test_leaver_is_left_out);
	ADD("failure-is-left-out", NULL, test_failure_is_left_out);
	ADD("two-are-left-out", NULL, test_two_are_left_out);
	ADD("no-voice", "mute", test_no_voice);
	ADD("check-then-speak", NULL, test_check_then_speak);
	ADD("forget", NULL, test_forget);
	ADD("cancelled", NULL, test_cancelled);
	ADD("phonemes", NULL, test_phonemes);
	return g_test_run();
}
