#include "text/rules/words/markup.h"

#include "text_case.h"

#include <locale.h>

static void
test_tag(void)
{
	static const TextCase cases[] = {
		{"|<b>|сөз</b>", ""},
		{"сөз|</b>|", ""},
		{"|<br/>| сөз", ""},
		{"|<a href=\"https://example.kz/?a=1\">|сөз", ""},
		{"|<!-- сөз -->| екі", ""},
		{"a |< b", NULL},
		{"3 |< 5 > 2", NULL},
		{"|<сөз>", NULL},
		{"|<b", NULL},
		{"|<b <i>", NULL},
	};
	text_case_check_all(oq_markup_tag, cases);
}

static void
test_placeholder(void)
{
	static const TextCase cases[] = {
		{"|%s| файлы", ""},
		{"|%1$s| файлы", ""},
		{"|%.2f| теңге", ""},
		{"|%-5ld| файл", ""},
		{"|{0}| файл", ""},
		{"|{user.name}| келді", ""},
		{"|${name}| келді", ""},
		{"|%(name)s| келді", ""},
		{"|%(user_name)s| келді", ""},
		{"|%@| келді", ""},
		{"|%name%| келді", ""},
		{"|{{name}}| келді", ""},
		{"|{{ count }}| файл", ""},
		{"|$count файл", NULL},
		{"|{% trans| 'сөз'", ""},
		{"|{%| сөз %}", ""},
		{"{% сөз |%}|", ""},
		{"|%(сөз) бар", NULL},
		{"|%(name) бар", NULL},
		{"|%name бар", NULL},
		{"|{{name} бар", NULL},
		{"|{ name } бар", NULL},
		{"|$ count", NULL},
		{"|$USD", NULL},
		{"100|%%|", "пайыз"},
		{"100|%s", NULL},
		{"50 |% арзан", NULL},
		{"|%S", NULL},
		{"|% s", NULL},
		{"|{1, 2}", NULL},
		{"|$500", NULL},
		{"|{сөз}", NULL},
	};
	text_case_check_all(oq_markup_placeholder, cases);
}

static void
test_note(void)
{
	static const TextCase cases[] = {
		{"сөз|[3]| келді", ""},
		{"сөз |[1, 2]|.", ""},
		{"сөз |[5, 12-б.]|.", ""},
		{"ол |[0; 1] кесіндісінде", NULL},
		{"ол |[1; 5] аралығында", NULL},
		{"ол |[0] деді", NULL},
		{"|[3] сөз", NULL},
		{"сөз |[сөз]", NULL},
		{"сөз |(3)", NULL},
	};
	text_case_check_all(oq_markup_note, cases);
}

static void
test_face(void)
{
	static const TextCase cases[] = {
		{"Рахмет |:)|", ""},
		{"Рахмет |=)))| бәріне", ""},
		{"Рахмет |;-)|", ""},
		{"Жоқ |:(|.", ""},
		{"Рахмет |:D|", ""},
		{"сөз|:)|", ""},
		{"5|:)", NULL},
		{"үй|:(екі)", NULL},
		{"a |= (b)", NULL},
		{"ол |:Da", NULL},
		{"ол|: иә", NULL},
	};
	text_case_check_all(oq_markup_face, cases);
}

static void
test_hashtag(void)
{
	static const TextCase cases[] = {
		{"|#АлматыМарафоны| басталды", "Алматы Марафоны"},
		{"|#БізБіргеміз|", "Біз Біргеміз"},
		{"|#Қазақстан", NULL},
		{"|#ҚАЗАҚСТАН", NULL},
		{"|# АлматыМарафоны", NULL},
		{"|#AlmatyMarathon", NULL},
		{"|#2025", NULL},
	};
	text_case_check_all(oq_markup_hashtag, cases);
}

/* Where signs are wanted these are signs. */
static void
test_named_signs(void)
{
	static const OqRuleApply rules[] = {oq_markup_tag, oq_markup_placeholder, oq_markup_note,
		oq_markup_face, oq_markup_hashtag};
	static const char *const texts[] = {"<b>", "%s", "[3]", ":)", "#АлматыМарафоны"};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(rules); i++) {
		g_auto(OqSentence) read;
		oq_sentence_init(&read, lexicon);
		oq_sentence_read(&read, oq_slice(texts[i]));
		g_autoptr(GString) words = g_string_new(NULL);
		OqRuleContext context = {
			.sentence = &read, .punctuation = OQ_PUNCTUATION_SOME, .words = words};
		g_assert_cmpuint(rules[i](&context, 0), ==, 0);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/markup/tag", test_tag);
	g_test_add_func("/markup/placeholder", test_placeholder);
	g_test_add_func("/markup/note", test_note);
	g_test_add_func("/markup/face", test_face);
	g_test_add_func("/markup/hashtag", test_hashtag);
	g_test_add_func("/markup/named-signs", test_named_signs);
	return g_test_run();
}
