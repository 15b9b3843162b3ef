#include "text/rules/rules.h"

#include "text_case.h"

/* Which rule takes the text between the bars, where several could. */
static const struct {
	const char *sentence;
	const char *rule; /* NULL: it is said as it is written */
} cases[] = {
	{"|12.03.2015-те|", "date"},
	{"|12.03|", "decimal"},
	{"|12.03-те|", "day"},
	{"|18.03.25|", "date"},
	{"|3.11.24|", "version"},
	{"|15|–20.03.2024", "date-range"},
	{"|1-ден| 5 мамырға", "day"},
	{"|«1»| мамыр", "day"},
	{"2 мамыр |2025|", "year-of-date"},
	{"|2024|/25", "year"},
	{"|2010|: иә", "year-label"},
	{"|2:15:30|", "timing"},
	{"|сағ| 9-да", "clock"},
	{"5 |там.| болды", "month"},
	{"|дс|–жм", "weekday"},
	{"1 |-->| 2", "clock"},
	{"|2015-ші| жылы", "suffix"},
	{"|5-і| қазан", "suffix"},
	{"|10-|қазан", "day"},
	{"|5-|сынып", "hyphen"},
	{"|1|-ақ", "hyphen"},
	{"|1-|, 2-сынып", "hanging"},
	{"|4400 1234 5678 9012|", "card"},
	{"|8 701 555 01 02|", "telephone"},
	{"|+7 701 555 01 02|", "telephone"},
	{"телефоны |87015550102|", "telephone"},
	{"ЖСН |850101300123|", "identifier"},
	{"|3.11.2|", "version"},
	{"|15:30|", "clock"},
	{"сағат |14.30|", "clock"},
	{"|18.30-да|", "clock"},
	{"|3:2|", "score"},
	{"|1/2|", "fraction"},
	{"кірістің |1/3-ін|", "fraction"},
	{"|1)| алма", "item"},
	{"наурыздың |22-нен|", "day-of-month"},
	{"(|1952|)", "bracketed-year"},
	{"|7| ғасырда", "century"},
	{"|160| км/сағ", "rate"},
	{"|1,5| м/с", "rate"},
	{"№|5| мектеп", "numbered"},
	{"№|5| қазан", "day"},
	{"|2015| жылғы", "year"},
	{"|91,2| жыл", "decimal"},
	{"|12 990| жыл", "grouped"},
	{"|007| жыл", "digits"},
	{"|7| жыл", "cardinal"},
	{"|Н.|Ә.Назарбаев", "initial"},
	{"|млн.| теңге", "abbreviation"},
	{"|т.б.| жеміс", "abbreviation"},
	{"5 |т.б.| жеміс", "abbreviation"},
	{"5 |т.| алма", "unit"},
	{"5 |кг|", "unit"},
	{"5 |тг|", "currency"},
	{"1917 |ж.|, көктем", "year-abbreviation"},
	{"ХІХ |ғ.| соңы", "year-abbreviation"},
	{"|info@example.kz|", "address"},
	{"|KZ86 125K ZT50 0410 0100|", "account"},
	{"|USD 500|", "money"},
	{"$300–|450|", "money"},
	{"|19,99 $|", "coins"},
	{"|25,50 тг/кг|", "coins"},
	{"|-|5 м/с", "rate"},
	{"|-|5 м", "minus"},
	{"72 |соққы/мин|", "rate"},
	{"5 |%/ай|", "rate"},
	{"5 |%|", "sign"},
	{"5 |ºС|", "degree"},
	{"43°14|′|", "degree"},
	{"5 |л.с.| үй", "unit"},
	{"Салмағы (|т|)", "unit"},
	{"5 |+/-| 2", "sign"},
	{"500 |USD|", "currency"},
	{"|USD| бағамы", "currency"},
	{"|XXI| ғасыр", "roman"},
	{"|ІІМ| хабарлады", "acronym"},
	{"|ТМД-ға|", "acronym"},
	{"|С.|Мұқанов", "initial"},
	{"|Х.| Досмұхамедов", "initial"},
	{"|$500|", "money"},
	{"500|$|", "currency"},
	{"5|°C|", "degree"},
	{"1|½|", "fraction"},
	{"|№|5 мектеп", "numero"},
	{"|№| 17-үйде", "numero"},
	{"|№| 70", "sign"},
	{"|-|5", "minus"},
	{"|−|5", "minus"},
	{"2 |−| 5", "sign"},
	{"|%|", "sign"},
	{"|*|", "silent"},
	{"|-| сөз", NULL},
	{"|«|сөз»", NULL},
	{"|сөз|.", NULL},
	{"|Т|.", "letter"},
	{"|А|.", NULL},
	{"|ӘҚБтК|", "acronym"},
	{"|тмд|", "acronym"},
};

static const char *
apply(const OqLexicon *lexicon, const char *marked, GString *words)
{
	g_auto(GStrv) parts = g_strsplit(marked, "|", 3);
	g_autofree char *sentence = g_strjoinv("", parts);
	g_auto(OqSentence) read;
	oq_sentence_init(&read, lexicon);
	oq_sentence_read(&read, oq_slice(sentence));
	const OqToken *all = read.tokens;
	OqRuleContext context = {.sentence = &read, .words = words};
	guint at = 0, n_taken = 0;
	while (all[at].start < strlen(parts[0]))
		at++;
	const OqRule *rule = oq_rules_apply(&context, at, &n_taken);
	g_assert_cmpuint(n_taken, >=, 1);
	g_assert_cmpuint(all[at + n_taken - 1].end, ==, strlen(parts[0]) + strlen(parts[1]));
	if (rule == NULL)
		return NULL;
	g_assert_nonnull(strstr("1 2 3 4 5 6 7", rule->paragraph));
	return rule->name;
}

static void
test_order(void)
{
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		/* what an earlier rule said is forgotten */
		g_autoptr(GString) words = g_string_new("бұрынғы");
		const char *rule = apply(lexicon, cases[i].sentence, words);
		g_test_message("%s", cases[i].sentence);
		g_assert_cmpstr(rule, ==, cases[i].rule);
		if (rule != NULL)
			g_assert_null(strstr(words->str, "бұрынғы"));
	}
}

/* No number is without a rule, whatever stands around it. */
static void
test_every_number(void)
{
	static const char *const around[] = {"", " ", "-", ",", ".", "/", "%", "ж", "5", "5 ", "-5",
		"-сынып", ".03.", " жылы", "-ші", "000", " 000", " ақпан", "\uFFFD"};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(GString) words = g_string_new(NULL);
	g_auto(OqSentence) read;
	oq_sentence_init(&read, lexicon);
	for (guint i = 0; i < G_N_ELEMENTS(around) * G_N_ELEMENTS(around); i++) {
		g_autofree char *sentence = g_strconcat(around[i % G_N_ELEMENTS(around)], "12",
			around[i / G_N_ELEMENTS(around)], NULL);
		oq_sentence_read(&read, oq_slice(sentence));
		OqRuleContext context = {.sentence = &read, .words = words};
		for (guint at = 0, n_taken; at < read.n_tokens; at += n_taken) {
			gboolean number = read.tokens[at].kind == OQ_TOKEN_NUMBER;
			const OqRule *rule = oq_rules_apply(&context, at, &n_taken);
			g_assert_true(!number || (rule != NULL && words->len > 0));
			g_assert_cmpuint(n_taken, >=, 1);
			g_assert_cmpuint(at + n_taken, <=, read.n_tokens);
		}
	}
}

/* What a name says of the words of all rules that bear it. */
static void
test_traits(void)
{
	g_assert_true(oq_rules_are_certain("unit"));
	g_assert_true(oq_rules_are_measures("unit"));
	g_assert_true(oq_rules_are_certain("rate"));
	g_assert_false(oq_rules_are_measures("rate"));
	g_assert_true(oq_rules_are_measures("degree"));
	g_assert_false(oq_rules_are_certain("degree"));
	g_assert_false(oq_rules_are_certain("letter"));
	g_assert_false(oq_rules_are_certain("dictionary"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rules/order", test_order);
	g_test_add_func("/rules/every-number", test_every_number);
	g_test_add_func("/rules/traits", test_traits);
	return g_test_run();
}
