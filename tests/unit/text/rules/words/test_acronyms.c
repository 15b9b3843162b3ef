#include "text/rules/words/acronyms.h"

#include "text_case.h"

#include <locale.h>

static void
test_say(void)
{
	static const TextCase cases[] = {
		/* as the table says */
		{"|ТМД| елдері", "те эм де"},
		{"|ТМД-ға| мүше", "те эм деге"},
		{"|ҚР| Үкіметі", "Қазақстан Республикасы"},
		{"|ЖОО-лар|", "же о олар"},
		{"|ДДҰ-ның| бас хатшысы", "де де ұның"},
		{"|IT| саласы", "ай ти"},
		/* no vowel: by the names of the letters */
		{"|ДСК| салынды", "де эс ка"},
		{"|ДСК-ны|", "де эс каны"},
		{"|МХК|", "эм ха ка"},
		{"|ПТР-дан|", "пе те эрден"},
		/* words: БАҚ, НАТО stay as they are written, and their endings with them */
		{"|БАҚ-тың", NULL},
		{"|АҚШ-та", NULL},
		{"|НАТО-ға", NULL},
		{"|БАЛА", NULL},
		{"|СУ", NULL},
		/* Latin ones are the engine's */
		{"|BBC", NULL},
		{"|NFC-ні", NULL},
		{"|Т", NULL},
		{"|ТМд", NULL},
		{"|тмд", NULL},
		{"|БВГДЖЗК", NULL},
		{"|ПФΨ", NULL},
	};
	text_case_check_all(oq_acronyms_say, cases);
}

/* A third-person possessive takes its own endings. */
static void
test_possessive(void)
{
	static const TextCase cases[] = {
		{"|ҚР-ның| заңы", "Қазақстан Республикасының"},
		{"|ҚР-ға| келді", "Қазақстан Республикасына"},
		{"|ҚР-да| тұрады", "Қазақстан Республикасында"},
		{"|ҚР-дан|", "Қазақстан Республикасынан"},
		{"|РФ-пен|", "Ресей Федерациясымен"},
		{"|ӘЧ-де|", "Әлем чемпионатында"},
	};
	text_case_check_all(oq_acronyms_say, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/acronyms/say", test_say);
	g_test_add_func("/acronyms/possessive", test_possessive);
	return g_test_run();
}
