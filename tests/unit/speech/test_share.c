#include "speech/share.h"

#include "pool_case.h"

#include <pthread.h>

static void
test_without_end(void)
{
	OqShare share = {NULL, 0};
	g_assert_true(oq_share_reach(&share, 1000));
	oq_share_keep(&share, 0);
	g_assert_cmpuint(share.n_taken, ==, 0);
}

static void
test_two(void)
{
	gint n_free = 3;
	OqShare one = {&n_free, 0}, other = {&n_free, 0};
	g_assert_true(oq_share_reach(&one, 2));
	g_assert_true(oq_share_reach(&one, 1));
	g_assert_cmpint(n_free, ==, 1);
	g_assert_false(oq_share_reach(&other, 2));
	g_assert_cmpuint(other.n_taken, ==, 1);
	g_assert_cmpint(n_free, ==, 0);
	oq_share_keep(&one, 1);
	g_assert_cmpint(n_free, ==, 1);
	g_assert_true(oq_share_reach(&other, 2));
	oq_share_keep(&one, 0);
	oq_share_keep(&other, 0);
	g_assert_cmpint(n_free, ==, 3);
}

enum { N_ROUNDS = 20000 };

typedef struct {
	gint *n_free;
	gint *n_out; /* taken by all */
	gint n_at_most;
} Taker;

static gpointer
take_and_give(gpointer data)
{
	Taker *taker = data;
	OqShare share = {taker->n_free, 0};
	for (guint i = 0; i < N_ROUNDS; i++) {
		if (!oq_share_reach(&share, 1))
			continue;
		gint n_out = g_atomic_int_add(taker->n_out, 1) + 1;
		taker->n_at_most = MAX(taker->n_at_most, n_out);
		g_atomic_int_add(taker->n_out, -1);
		oq_share_keep(&share, 0);
	}
	return NULL;
}

/* Never more than there are, and none is lost. */
static void
test_threads(void)
{
	gint n_free = 2, n_out = 0;
	Taker takers[4];
	pthread_t threads[G_N_ELEMENTS(takers)];
	for (gsize i = 0; i < G_N_ELEMENTS(takers); i++) {
		takers[i] = (Taker){&n_free, &n_out, 0};
		g_assert_cmpint(
			pthread_create(&threads[i], NULL, take_and_give, &takers[i]), ==, 0);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(takers); i++) {
		pthread_join(threads[i], NULL);
		g_assert_cmpint(takers[i].n_at_most, <=, 2);
	}
	g_assert_cmpint(n_free, ==, 2);
}

/* With none to be had there is one child still, and it is the same sound. */
static void
test_shared_children(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const char *texts[N_TEXTS];
	fill_texts(texts);
	g_autoptr(GByteArray) whole = speak_all(f, 1, texts, N_TEXTS);
	for (gint n = 0; n <= 3; n++) {
		gint n_free = n;
		g_autoptr(GByteArray) shared = speak_shared(f, 4, &n_free, texts, N_TEXTS);
		assert_equal(whole, shared);
		g_assert_cmpint(n_free, ==, n);
	}
}

static void
push_passages(OqPool *pool, guint n)
{
	for (guint i = 0; i < n * OQ_PASSAGE_MAX; i++)
		push(pool, "бір", i, 100);
}

/* What one has the other lacks, until it is given back. */
static void
test_two_share(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqPool) one = oq_pool_new(f->nursery, 4);
	g_autoptr(OqPool) other = oq_pool_new(f->nursery, 4);
	g_autoptr(GError) error = NULL;
	gint n_free = 2;
	oq_pool_share(one, &n_free);
	oq_pool_share(other, &n_free);
	push_passages(one, 1);
	g_assert_cmpint(n_free, ==, 2);
	push_passages(one, 1);
	g_assert_cmpint(n_free, ==, 1);
	push_passages(other, 4);
	g_assert_cmpint(n_free, ==, 0);
	for (guint i = 0; i < 2 * OQ_PASSAGE_MAX; i++) {
		g_autoptr(OqSpeech) speech = oq_pool_take(one, NULL, &error);
		g_assert_nonnull(speech);
	}
	g_assert_null(oq_pool_take(one, NULL, &error));
	g_assert_no_error(error);
	g_assert_cmpint(n_free, ==, 1);
	oq_pool_forget(other);
	g_assert_cmpint(n_free, ==, 2);
}

/* Three passages, of which the last two are being said for ever. */
static void
test_share_kept_meanwhile(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(OqPool) pool = oq_pool_new(f->nursery, 3);
	gint n_free = 2;
	oq_pool_share(pool, &n_free);
	for (guint i = 0; i < 3 * OQ_PASSAGE_MAX; i++)
		push(pool, i < OQ_PASSAGE_MAX ? "бір" : "hang", i, 100);
	g_assert_cmpint(n_free, ==, 0);
	for (guint i = 0; i < OQ_PASSAGE_MAX; i++) {
		g_autoptr(OqSpeech) speech = oq_pool_take(pool, NULL, NULL);
		g_assert_nonnull(speech);
	}
	g_assert_cmpint(n_free, ==, 1);
}

/* A task whose child has died gets another one, whoever wants some meanwhile. */
static void
test_share_and_crash(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const char *texts[N_TEXTS];
	gint n_free = 1;
	fill_texts(texts);
	f->shared->n_crashes = 1;
	texts[0] = texts[20] = texts[40] = "once";
	g_autoptr(GByteArray) whole = speak_all(f, 2, texts, N_TEXTS);
	f->shared->n_crashes = 0;
	g_autoptr(GByteArray) retried = speak_shared(f, 3, &n_free, texts, N_TEXTS);
	assert_equal(whole, retried);
	g_assert_cmpint(n_free, ==, 1);
}

#define ADD(name, test) g_test_add("/share/" name, Fixture, NULL, set_up, test, tear_down)

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/share/without-end", test_without_end);
	g_test_add_func("/share/two", test_two);
	g_test_add_func("/share/threads", test_threads);
	ADD("shared-children", test_shared_children);
	ADD("two-share", test_two_share);
	ADD("kept-meanwhile", test_share_kept_meanwhile);
	ADD("and-crash", test_share_and_crash);
	return g_test_run();
}
