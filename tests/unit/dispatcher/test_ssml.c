#include "dispatcher/ssml.h"

/* Text with its marks as {name} and its runs between bars; #: spelled, /: closed, ~N: a rest, @: a
 * language. */
static char *
show(const OqSsml *ssml)
{
	GString *shown = g_string_new(NULL);
	guint n_marks = 0;
	gsize end = 0;
	for (guint i = 0; i < ssml->runs->len; i++) {
		const OqSsmlRun *run = &g_array_index(ssml->runs, OqSsmlRun, i);
		g_assert_cmpuint(run->start, ==, end);
		g_string_append(shown, i > 0 ? "|" : "");
		g_string_append(shown, run->is_spelled ? "#" : "");
		if (run->language != NULL)
			g_string_append_printf(shown, "@%s ", run->language);
		for (gsize at = run->start; at < run->end; at++) {
			for (; n_marks < ssml->marks->len; n_marks++) {
				const OqSsmlMark *mark =
					&g_array_index(ssml->marks, OqSsmlMark, n_marks);
				if (mark->byte > at)
					break;
				g_string_append_printf(shown, "{%s}", mark->name);
			}
			g_string_append_c(shown, ssml->text->str[at]);
		}
		g_string_append(shown, run->is_closed ? "/" : "");
		if (run->rest_ms > 0)
			g_string_append_printf(shown, "~%u", run->rest_ms);
		end = run->end;
	}
	for (; n_marks < ssml->marks->len; n_marks++)
		g_string_append_printf(
			shown, "{%s}", g_array_index(ssml->marks, OqSsmlMark, n_marks).name);
	g_assert_cmpuint(end, ==, ssml->text->len);
	return g_string_free(shown, FALSE);
}

static void
assert_ssml(const char *message, const char *expected)
{
	g_autoptr(OqSsml) ssml = oq_ssml_new(message);
	g_autofree char *shown = show(ssml);
	g_assert_cmpstr(shown, ==, expected);
}

static void
test_marks(void)
{
	assert_ssml("<speak>Бір.<mark name=\"__spd_0\"/> Екі.</speak>", "Бір.{__spd_0} Екі.");
	assert_ssml("<speak><mark name=\"0:3\"/>Бір <mark name=\"4:7\"/>екі</speak>",
		"{0:3}Бір {4:7}екі");
	assert_ssml("<speak>Бір<mark name='a'/><mark name='b'/></speak>", "Бір{a}{b}");
	assert_ssml("<speak><mark/>Бір<mark name='a&#10;b'/></speak>", "Бір");
}

static void
test_elements(void)
{
	assert_ssml("<speak><sub alias=\"екі\">2<mark name='a'/></sub> үш</speak>", "екі{a} үш");
	assert_ssml("<speak>a<say-as interpret-as=\"characters\">БҚ</say-as>b</speak>", "a|#БҚ|b");
	assert_ssml("<speak><p>a</p><s>b</s>c</speak>", "a/|b/|c");
	assert_ssml("<speak>a<break time='1s'/>b</speak>", "a~1000|b");
	assert_ssml("<speak><prosody rate='slow'>a<x y='z'>b</x></prosody></speak>", "ab");
	assert_ssml("<speak xml:lang='de'>a<voice xml:lang='ru'>b</voice>c</speak>",
		"@de a|@ru b|@de c");
	assert_ssml("<?xml version='1.0'?>\n<!-- x --> <speak>a<!-- b -->c<![CDATA[<d>]]></speak>",
		"\n ac<d>");
}

static void
test_entities(void)
{
	assert_ssml("<speak>a &lt; b &amp;&#x4D9; &b; & c</speak>", "a < b &ә &b; & c");
	assert_ssml("a &lt; b", "a < b");
}

/* Never silence: what is wrong is said. */
static void
test_damaged(void)
{
	assert_ssml("<speak>Бір <mark name=\"x", "Бір <mark name=\"x");
	assert_ssml("<speak>a < b > c", "a < b > c");
	assert_ssml("<speak>a<b", "a<b");
	assert_ssml("<speak>a</p></x></speak>b", "a/|b");
	assert_ssml("<speak>a<sub alias='b'>c", "ac");
	assert_ssml("<speak>a<!-- b", "a<!-- b");
	assert_ssml("<speak", "<speak");
}

static void
test_plain(void)
{
	assert_ssml("a <b> c <mark name='x'/>d", "a <b> c {x}d");
	assert_ssml("1 < 2 & 3 > 2", "1 < 2 & 3 > 2");
	assert_ssml("<!-- a -->", "<!-- a -->");
	assert_ssml("", "");
	assert_ssml("<speak></speak>", "");
}

static void
test_text(void)
{
	g_autoptr(OqSsml) ssml = oq_ssml_new_text("<p>", TRUE);
	oq_ssml_add(ssml, "a", FALSE);
	oq_ssml_add(ssml, "", TRUE);
	oq_ssml_add(ssml, "b", FALSE);
	g_autofree char *shown = show(ssml);
	g_assert_cmpstr(shown, ==, "#<p>|ab");
}

/* Deep or endless, it takes a time that grows with the message alone. */
static void
test_hostile(void)
{
	static const char *const pieces[] = {"<p>", "<sub alias='a'>", "<!--", "<a \"",
		"<mark name='", "</p>", "&#", "<![CDATA["};
	for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autoptr(GString) message = g_string_new("<speak>");
		for (guint n = 0; n < 20000; n++)
			g_string_append(message, pieces[i]);
		g_autoptr(OqSsml) ssml = oq_ssml_new(message->str);
		g_assert_cmpuint(ssml->text->len, <=, message->len + 20000);
	}
}

/* What is replaced may end long before its end is there. */
static void
test_hostile_ends(void)
{
	g_autoptr(GString) message = g_string_new("<speak>");
	for (guint n = 0; n < 200000; n++)
		g_string_append(message, "<b><sub alias='a'></b>");
	g_string_append(message, "</sub>");
	g_autoptr(OqSsml) ssml = oq_ssml_new(message->str);
	g_assert_cmpuint(ssml->text->len, ==, 200000);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ssml/marks", test_marks);
	g_test_add_func("/ssml/elements", test_elements);
	g_test_add_func("/ssml/entities", test_entities);
	g_test_add_func("/ssml/damaged", test_damaged);
	g_test_add_func("/ssml/plain", test_plain);
	g_test_add_func("/ssml/text", test_text);
	g_test_add_func("/ssml/hostile", test_hostile);
	g_test_add_func("/ssml/hostile-ends", test_hostile_ends);
	return g_test_run();
}
