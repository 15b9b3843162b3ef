#include "text/words/loose.h"

#include "text_case.h"

#include <locale.h>

/* The ending alone, as the first token behind | and on. */
static guint
attach(OqRuleContext *context, guint at)
{
	OqSuffixes suffixes;
	guint n_tokens = oq_loose_find_suffix(context->sentence, at, &suffixes);
	if (n_tokens > 0) {
		g_string_assign(context->words, "бес");
		oq_suffixes_attach(context->sentence->lexicon, &suffixes, context->words);
	}
	return n_tokens;
}

static void
test_found(void)
{
	static const TextCase cases[] = {
		/* clean */
		{"5|-те|", "бесте"},
		{"АҚШ|-та|", "бесте"},
		/* stuck */
		{"5|те|", "бесте"},
		{"5|ші| мектеп", "бесінші"},
		{"5|еуі|", "бесеуі"},
		{"5|нан| асты", "бестен"},
		{"5|і|", "бесі"},
		{"5%|ға|", "беске"},
		{"10|даған|", "бестеген"},
		{"5|ТЕ|", "бесте"},
		/* behind a gap */
		{"5| ке| дейін", "беске"},
		{"5| ші| сынып", "бесінші"},
		{"5| іншісі|", "бесіншісі"},
		{"5| наң| кейін", "бестен"},
		{"5 %| ға|", "беске"},
		{"5| те| келдім", "бесте"},
		{"5| да| үйге барамыз", "бесте"},
		{"сағат 5| те|", "бесте"},
		{"сағат кешкі 5| те|", "бесте"},
		{"3| еуіміз|", "бесеуіміз"},
		{"7| еудің|", "бесеудің"},
		{"5|сің| бе", "бессің"},
		{"25|темін|", "бестемін"},
		{"5|пін|", "беспін"},
		{"5|ншіден|", "бесіншіден"},
		{"2|шіден|", "бесіншіден"},
		{"100| дей|", "бестей"},
		{"10:30| да| болды", "бесте"},
		{"5|-ши|", "бесінші"},
		{"5|-инши|", "бесінші"},
		{"5|ыншы|", "бесінші"},
		{"5|-га|", "беске"},
		{"5 тг| ге|", "беске"},
		{"1 млн| ға|", "беске"},
		/* behind a loose hyphen */
		{"95%| -ке|", "беске"},
		{"5| -ке|", "беске"},
		{"5|- ке|", "беске"},
		{"5| -те|", "бесте"},
		{"5| - ші|", "бесінші"},
	};
	TextCase moved[G_N_ELEMENTS(cases)];
	g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		/* the gap before the ending belongs to no token */
		g_auto(GStrv) parts = g_strsplit(cases[i].sentence, "|", 3);
		const char *gap = parts[1][0] == ' ' ? " " : "";
		char *sentence = g_strconcat(
			parts[0], gap, "|", parts[1] + strlen(gap), "|", parts[2], NULL);
		g_ptr_array_add(sentences, sentence);
		moved[i].sentence = sentence;
		moved[i].words = cases[i].words;
	}
	text_case_check_all(attach, moved);
}

static void
test_left_alone(void)
{
	static const TextCase cases[] = {
		{"5|кг", NULL},
		{"5|г", NULL},
		{"5|а сынып", NULL},
		{"5|Ы", NULL},
		{"5|деп жазды", NULL},
		{"5|деген сан", NULL},
		{"5|дана", NULL},
		{"5 |шыны", NULL},
		{"5|шыны", NULL},
		{"5 |аудандық", NULL},
		{"5|аудан", NULL},
		{"5 |нан", NULL},
		{"5 |сіз", NULL},
		{"5 |мен 6", NULL},
		{"5 |тең", NULL},
		{"5 |те жоқ", NULL},
		{"5 |те келмеді", NULL},
		{"5 те, 6 |да келді", NULL},
		{"5 |те", NULL},
		{"5 |адам", NULL},
		{"бес |ке", NULL},
		{"5 |– ке", NULL},
		{"5 |— ші", NULL},
		{"5 |-адам", NULL},
		{"(5)|те", NULL},
		{"|те", NULL},
	};
	text_case_check_all(attach, cases);
}

static void
test_found_by_company(void)
{
	static const TextCase cases[] = {
		{"Минутты гб| қа| ауыстырдым", "беске"},
		{"ҰБТ| ға| дайындалдым", "беске"},
		{"смс| ті| күттім", "бесті"},
		{"1000| нан| астам", "бестен"},
		{"Жасым 11| де|.", "бесте"},
		{"Алма 5 те, алмұрт 3| те|.", NULL},
		{"5| нан| жедім", NULL},
		{"бал| ға| барды", NULL},
	};
	text_case_check_all(attach, cases);
}

static void
test_hyphen(void)
{
	static const TextCase cases[] = {
		{"87% |-і|", "бесі"},
		{"25 км |-ге|", "беске"},
		{"25 тг |-ден|", "бестен"},
		{"ҰБТ |- ға| дейін", "беске"},
		{"ҰБТ |-ға| дейін", "беске"},
		{"ҰБТ |- да", NULL},
		{"ҰБТ |– ға", NULL},
		{"сөз |- ға", NULL},
		{"сөз |-ге", NULL},
		{"5 |–і", NULL},
		{"5 |-сөз", NULL},
		{"5 |- і", NULL},
	};
	text_case_check_all(attach, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/loose/found", test_found);
	g_test_add_func("/loose/found-by-company", test_found_by_company);
	g_test_add_func("/loose/left-alone", test_left_alone);
	g_test_add_func("/loose/hyphen", test_hyphen);
	return g_test_run();
}
