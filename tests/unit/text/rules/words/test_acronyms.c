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
		{"|СПОРТ", NULL},
		/* a vowel that does not help */
		{"|ХҚКО-ға| барды", "ха қы ка оға"},
		{"|НҰСЖП|", "эн ұ эс же пе"},
		{"|АИЖҚ-дан|", "а и же қыдан"},
		/* Latin ones with a vowel are the engine's */
		{"|BBC| арнасы", "би би си"},
		{"|NFC-ні|", "эн эф сиді"},
		{"|ХМММ", NULL},
		{"|ООО!", NULL},
		{"|ТМККК|", "те эм ка ка ка"},
		{"|NASA", NULL},
		{"|AIX-ке", NULL},
		{"|Т", NULL},
		{"|ТМд", NULL},
		{"|тмд", NULL},
		{"|БВГДЖЗК", NULL},
		{"|ПФΨ", NULL},
		{"|ҚР код|", "кью ар код"},
		{"|ҚР-кодты|", "кью ар кодты"},
		{"|ҚР| кодексі", "Қазақстан Республикасы"},
		{"|OECD| елдері", "оу и си ди"},
		{"КОКП |ОК|", "о ка"},
		{"|ОК болды", NULL},
	};
	text_case_check_all(oq_acronyms_say, cases);
}

static void
test_joined(void)
{
	static const TextCase cases[] = {
		{"|ӘҚБтК| бабы", "ә қы бе те ка"},
		{"|ТжКҒ-ны|", "те же ка ғыны"},
		{"|ҚазНТУ-де|", "Қаз эн те уда"},
		{"|МемСТ-қа|", "Мем эс теге"},
		/* an ending without a hyphen */
		{"|ЖШСтің| жарғысы", "же ше эстің"},
		{"|ҚРда| тұрады", "Қазақстан Республикасында"},
		{"|ХҚКОға|", "ха қы ка оға"},
		{"|БҰҰның|", "бе ұ ұның"},
		/* words */
		{"|АҚШтың", NULL},
		{"|ҚазМұнайГаз", NULL},
		{"|АллаҺ", NULL},
		{"|МашаАллаҺ", NULL},
		{"|ҚазҰУ-де", NULL},
		{"|БелАЗ", NULL},
		{"|iPhone", NULL},
		{"|ТМД", NULL},
		{"|Абай", NULL},
		{"|ҚбҚбҚбҚбҚбҚбҚ", NULL},
	};
	text_case_check_all(oq_acronyms_joined, cases);
}

static void
test_small(void)
{
	static const TextCase cases[] = {
		{"|тмд| елдері", "те эм де"},
		{"|жшс-нің|", "же ше эстің"},
		{"|қр-да|", "Қазақстан Республикасында"},
		{"|ақш", NULL},
		{"|хмм", NULL},
		{"|ТМД", NULL},
		{"|т", NULL},
		{"|бвгджзклм", NULL},
	};
	text_case_check_all(oq_acronyms_small, cases);
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
	g_test_add_func("/acronyms/joined", test_joined);
	g_test_add_func("/acronyms/small", test_small);
	g_test_add_func("/acronyms/possessive", test_possessive);
	return g_test_run();
}
