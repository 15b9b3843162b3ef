#include "desktop/reader_wish.h"

static OqReaderWish *
make(const char *method, const char *arguments)
{
	g_autoptr(GVariant) parsed =
		g_variant_ref_sink(g_variant_new_parsed(arguments != NULL ? arguments : "()"));

	return oq_reader_wish_new(method, parsed, NULL);
}

static void
test_say(void)
{
	g_autoptr(OqReaderWish) plain = make("Say", "('Сәлем', @a{sv} {})");
	g_autoptr(OqReaderWish) all =
		make("Say", "('Сәлем', {'queue': <true>, 'spell': <true>, 'more': <1>})");
	g_autoptr(OqReaderWish) odd = make("Say", "('', {'queue': <'yes'>, 'spell': <3>})");
	g_autoptr(OqReaderWish) now = make("Say", "('', {'queue': <false>})");

	g_assert_cmpint(plain->kind, ==, OQ_READER_SAY);
	g_assert_cmpstr(plain->text, ==, "Сәлем");
	g_assert_cmpint(plain->queue, ==, OQ_READER_QUEUE_UNSAID);
	g_assert_false(plain->spells);
	g_assert_cmpint(all->queue, ==, OQ_READER_QUEUE_YES);
	g_assert_true(all->spells);
	g_assert_cmpint(odd->queue, ==, OQ_READER_QUEUE_UNSAID);
	g_assert_false(odd->spells);
	g_assert_cmpint(now->queue, ==, OQ_READER_QUEUE_NO);
}

static void
test_language(void)
{
	g_autoptr(OqReaderWish) unsaid = make("Say", "('', @a{sv} {})");
	g_autoptr(OqReaderWish) guessed = make("Say", "('', {'language': <'auto'>})");
	g_autoptr(OqReaderWish) russian = make("Say", "('', {'language': <'ru'>})");
	g_autoptr(OqReaderWish) tag = make("Say", "('', {'language': <'EN-gb'>})");

	g_assert_cmpint(unsaid->lang, ==, OQ_N_LANGS);
	g_assert_cmpint(guessed->lang, ==, OQ_N_LANGS);
	g_assert_cmpint(russian->lang, ==, OQ_LANG_RU);
	g_assert_cmpint(tag->lang, ==, OQ_LANG_EN);
	g_assert_null(make("Say", "('', {'language': <'de'>})"));
	g_assert_null(make("Say", "('', {'language': <''>})"));
}

static void
test_cancel(void)
{
	g_autoptr(OqReaderWish) wish = make("Cancel", "(@u 7,)");

	g_assert_cmpint(wish->kind, ==, OQ_READER_CANCEL);
	g_assert_cmpuint(wish->id, ==, 7);
}

static void
test_deeds(void)
{
	g_autoptr(OqReaderWish) selection = make("ReadSelection", NULL);
	g_autoptr(OqReaderWish) named = make("Deed", "('spell-selection',)");
	g_autoptr(OqReaderWish) pause = make("Pause", NULL);

	g_assert_cmpint(selection->kind, ==, OQ_READER_DO);
	g_assert_cmpint(selection->deed, ==, OQ_DEED_READ_SELECTION);
	g_assert_cmpint(named->kind, ==, OQ_READER_DO);
	g_assert_cmpint(named->deed, ==, OQ_DEED_SPELL_SELECTION);
	g_assert_cmpint(pause->kind, ==, OQ_READER_PAUSE);
	g_assert_null(make("Deed", "('no-such-deed',)"));
}

/* How calls are answered is seen on a bus: see the test of the object. */
static void
test_no_call(void)
{
	g_autoptr(OqReaderWish) wish = make("Stop", NULL);

	oq_reader_wish_answer(wish, 1);
	oq_reader_wish_fail(wish, "Failed", "why");
	oq_reader_wish_free(NULL);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/reader-wish/say", test_say);
	g_test_add_func("/reader-wish/language", test_language);
	g_test_add_func("/reader-wish/cancel", test_cancel);
	g_test_add_func("/reader-wish/deeds", test_deeds);
	g_test_add_func("/reader-wish/no-call", test_no_call);
	return g_test_run();
}
