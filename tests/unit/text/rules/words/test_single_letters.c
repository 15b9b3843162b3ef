#include "text/rules/words/single_letters.h"

#include "text_case.h"

#include <locale.h>

static void
test_say(void)
{
	static const TextCase cases[] = {
		{"|м| деген әріп", "эм"},
		{"«|Қ|» әрпі", "қы"},
		{"|К-ні| айтты", "каны"},
		{"|Б-дан| бастап", "беден"},
		{"11|в| сынып", "ве"},
		{"|X| желісінде", "икс"},
		{"|V| пішінді", "ви"},
		{"|A| тобы", "эй"},
		{"5|G| желісі", "джи"},
		{"|C|++ тілі", "си"},
		{"USB-|C|", "си"},
		{"BMW |X|5", "икс"},
		/* a vowel is its own name */
		{"|А| тобы", NULL},
		{"|ә", NULL},
		/* English */
		{"Plan |B", NULL},
		{"|I| am", NULL},
		{"|e-mail", NULL},
		{"Bluetooth-|A", NULL},
		/* a part of a word */
		{"|д’Арк", NULL},
		{"don'|t", NULL},
		{"|бв", NULL},
		{"|中", NULL},
	};
	text_case_check_all(oq_single_letters_say, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/single-letters/say", test_say);
	return g_test_run();
}
