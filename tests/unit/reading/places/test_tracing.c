#include "reading/places/tracing.h"

#include <string.h>

static char before[] = "Ол күні жаңбыр жауды. Біз үйде отырдық.";
static char words[] = "Кенет есік қағылды да, бөтен біреу кірді.";
static const OqTrace wanted = {before, words};

/* In pieces of so many characters. */
static OqTraced
look(const OqTrace *trace, const char *text, guint64 near, glong n_at_once, guint64 *place)
{
	g_autoptr(OqTracing) tracing = oq_tracing_new(trace, near);
	for (const char *p = text, *next; *p != '\0'; p = next) {
		glong n = MIN(n_at_once, g_utf8_strlen(p, -1));
		next = g_utf8_offset_to_pointer(p, n);
		oq_tracing_feed(tracing, (guint64)(p - text), p, (gsize)(next - p));
	}
	return oq_tracing_end(tracing, place);
}

static void
assert_at(const char *text, OqTraced expected, const char *where)
{
	static const glong sizes[] = {1, 7, 100000};
	for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
		guint64 place;
		g_assert_cmpint(look(&wanted, text, 0, sizes[i], &place), ==, expected);
		if (expected != OQ_TRACED_NOTHING)
			g_assert_cmpuint(place, ==, (guint64)(strstr(text, where) - text));
	}
}

/* Wrapped otherwise, it is the same text. */
static void
test_whole(void)
{
	assert_at("Алдында. Ол күні жаңбыр\nжауды.  Біз үйде отырдық.\n\n\tКенет есік\r\nқағылды "
		  "да, бөтен біреу кірді. Соңында.",
		OQ_TRACED_WHOLE, "Кенет");
}

/* Text has come between, or one of the sides is gone. */
static void
test_side(void)
{
	assert_at("Ол күні жаңбыр жауды. Біз үйде отырдық. Жаңа сөйлем. Кенет есік қағылды да, "
		  "бөтен біреу кірді.",
		OQ_TRACED_SIDE, "Кенет");
	assert_at("Басқа. Кенет есік қағылды да, бөтен біреу кірді.", OQ_TRACED_SIDE, "Кенет");
	assert_at("Ол күні жаңбыр жауды. Біз үйде отырдық. Есікті біреу қақты.", OQ_TRACED_SIDE,
		"Есікті");
}

static void
test_part(void)
{
	assert_at("Басқа. Кенет есік қағылды да, ішке кірді.", OQ_TRACED_PART, "Кенет");
	assert_at("Ол түні қар жауды. Біз үйде отырдық. Ит үрді.", OQ_TRACED_PART, "Ит");
	assert_at("Ал сонда бөтен біреу кірді.", OQ_TRACED_NOTHING, NULL);
	assert_at("Сонда есік қағылды да, бөтен біреу кірді.", OQ_TRACED_PART, "а, бөтен");
}

static void
test_nothing(void)
{
	const OqTrace none = {NULL, NULL};
	guint64 place;
	assert_at("Бәрі басқа.", OQ_TRACED_NOTHING, NULL);
	assert_at("", OQ_TRACED_NOTHING, NULL);
	g_assert_cmpint(look(&none, "Бәрі басқа.", 0, 7, &place), ==, OQ_TRACED_NOTHING);
}

/* What is repeated is looked for near the place where it was; alone, short words count, too. */
static void
test_nearest(void)
{
	static const char text[] = "Иә. Жоқ. Иә. Жоқ. Иә.";
	char short_words[] = "Иә.";
	const OqTrace yes = {NULL, short_words};
	const guint64 second = (guint64)(strstr(text + 1, "Иә.") - text);
	guint64 place;
	g_assert_cmpint(look(&yes, text, second + 3, 7, &place), ==, OQ_TRACED_WHOLE);
	g_assert_cmpuint(place, ==, second);
	look(&yes, text, 0, 7, &place);
	g_assert_cmpuint(place, ==, 0);
	look(&yes, text, 1000, 7, &place);
	g_assert_cmpuint(place, ==, strlen(text) - strlen("Иә."));
}

/* Beyond what is looked through at once, and over its edge. */
static void
test_long(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	guint64 place;
	for (guint i = 0; i < 40000; i++)
		g_string_append_printf(text, "%u-сөйлем бұл.\n\n", i);
	const char *at = strstr(text->str, "\n23456-сөйлем") + 1;
	char last[] = "23455-сөйлем бұл.", next[] = "23456-сөйлем бұл. 23457-сөйлем";
	const OqTrace trace = {last, next};
	for (glong n_at_once = 900; n_at_once < 100000; n_at_once *= 3) {
		g_assert_cmpint(look(&trace, text->str, 0, n_at_once, &place), ==, OQ_TRACED_WHOLE);
		g_assert_cmpuint(place, ==, (guint64)(at - text->str));
	}
}

/* The end of what is looked through at once parts nothing, and a place that is left out is a blank.
 */
static void
test_edges(void)
{
	g_autoptr(OqTracing) parted = oq_tracing_new(&wanted, 0);
	g_autoptr(OqTracing) gap = oq_tracing_new(&wanted, 0);
	g_autofree char *filler = g_strnfill(300000, 'a');
	g_autofree char *first = g_strjoin(" ", filler, before, "", NULL);
	guint64 place;
	oq_tracing_feed(parted, 0, first, strlen(first));
	oq_tracing_feed(parted, strlen(first), words, strlen(words));
	g_assert_cmpint(oq_tracing_end(parted, &place), ==, OQ_TRACED_WHOLE);
	g_assert_cmpuint(place, ==, strlen(first));
	oq_tracing_feed(gap, 0, before, strlen(before));
	oq_tracing_feed(gap, 1000, words, strlen(words));
	g_assert_cmpint(oq_tracing_end(gap, &place), ==, OQ_TRACED_WHOLE);
	g_assert_cmpuint(place, ==, 1000);
}

/* As soon as nothing nearer can come. */
static void
test_sure(void)
{
	const OqTrace yes = {NULL, words};
	g_autoptr(OqTracing) tracing = oq_tracing_new(&yes, 700000);
	g_autofree char *filler = g_strnfill(300000, 'a');
	oq_tracing_feed(tracing, 300000, yes.words, strlen(yes.words));
	g_assert_false(oq_tracing_is_sure(tracing));
	oq_tracing_feed(tracing, 400000, filler, 300000);
	oq_tracing_feed(tracing, 700000, filler, 300000);
	g_assert_false(oq_tracing_is_sure(tracing));
	oq_tracing_feed(tracing, 1000000, filler, 300000);
	g_assert_true(oq_tracing_is_sure(tracing));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tracing/whole", test_whole);
	g_test_add_func("/tracing/side", test_side);
	g_test_add_func("/tracing/part", test_part);
	g_test_add_func("/tracing/nothing", test_nothing);
	g_test_add_func("/tracing/nearest", test_nearest);
	g_test_add_func("/tracing/long", test_long);
	g_test_add_func("/tracing/edges", test_edges);
	g_test_add_func("/tracing/sure", test_sure);
	return g_test_run();
}
