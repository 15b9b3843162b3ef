#include "text/lexicon/lexicon.h"

static gint
points(const OqEvidence *evidence, const char *word)
{
	gint found = oq_evidence_points(evidence, oq_slice(word));
	gboolean may_be = oq_evidence_may_be_russian(
		evidence, oq_slice(word), (guint)g_utf8_strlen(word, -1));
	g_assert_true(may_be || found <= 0);
	return found;
}

static void
test_kinds(void)
{
	g_autoptr(OqEvidence) evidence = oq_evidence_new();
	g_assert_true(oq_evidence_add(evidence, OQ_EVIDENCE_KK_LETTER, "қ"));
	g_assert_true(oq_evidence_add(evidence, OQ_EVIDENCE_KK_WORD, "бала"));
	g_assert_true(oq_evidence_add(evidence, OQ_EVIDENCE_KK_ENDING, "дар"));
	g_assert_true(oq_evidence_add(evidence, OQ_EVIDENCE_RU_WORD, "что"));
	g_assert_true(oq_evidence_add(evidence, OQ_EVIDENCE_RU_WORD, "в"));
	g_assert_true(oq_evidence_add(evidence, OQ_EVIDENCE_RU_WEAK, "на"));
	g_assert_true(oq_evidence_add(evidence, OQ_EVIDENCE_RU_ENDING, "ого"));
	g_assert_true(oq_evidence_add(evidence, OQ_EVIDENCE_RU_ENDING, "ые"));
	g_assert_true(oq_evidence_add(evidence, OQ_EVIDENCE_RU_SURE_ENDING, "ться"));
	g_assert_true(oq_evidence_add(evidence, OQ_EVIDENCE_BOTH, "много"));
	g_assert_cmpint(points(evidence, "қағаз"), ==, OQ_EVIDENCE_KAZAKH);
	g_assert_cmpint(points(evidence, "бала"), ==, OQ_EVIDENCE_KAZAKH);
	g_assert_cmpint(points(evidence, "адамдар"), ==, -1);
	g_assert_cmpint(points(evidence, "что"), ==, 2);
	g_assert_cmpint(points(evidence, "в"), ==, 2);
	g_assert_cmpint(points(evidence, "на"), ==, 1);
	g_assert_cmpint(points(evidence, "нового"), ==, 1);
	g_assert_cmpint(points(evidence, "новые"), ==, 1);
	g_assert_cmpint(points(evidence, "учиться"), ==, 2);
	g_assert_cmpint(points(evidence, "много"), ==, 0);
	g_assert_cmpint(points(evidence, "того"), ==, 0); /* there must be a stem */
	g_assert_cmpint(points(evidence, "мир"), ==, 0);
	g_assert_cmpint(points(evidence, "word"), ==, 0);
	g_assert_cmpint(points(evidence, "1"), ==, 0);
}

static void
test_quick_look(void)
{
	g_autoptr(OqEvidence) evidence = oq_evidence_new();
	g_assert_true(oq_evidence_add(evidence, OQ_EVIDENCE_RU_WORD, "что"));
	g_assert_true(oq_evidence_add(evidence, OQ_EVIDENCE_RU_ENDING, "ого"));
	g_assert_true(oq_evidence_may_be_russian(evidence, oq_slice("ЧТО"), 3));
	g_assert_true(oq_evidence_may_be_russian(evidence, oq_slice("НОВОГО"), 6));
	g_assert_false(oq_evidence_may_be_russian(evidence, oq_slice("место"), 5));
	g_assert_false(oq_evidence_may_be_russian(evidence, oq_slice("ито"), 3));
	g_assert_false(oq_evidence_may_be_russian(evidence, oq_slice("бала"), 4));
	g_assert_false(oq_evidence_may_be_russian(evidence, oq_slice("a"), 1));
}

static void
test_refused(void)
{
	static const struct {
		OqEvidenceKind kind;
		const char *value;
	} cases[] = {{OQ_EVIDENCE_RU_WORD, "Что"}, {OQ_EVIDENCE_RU_WORD, ""},
		{OQ_EVIDENCE_RU_WORD, "что то"}, {OQ_EVIDENCE_RU_WORD, "word"},
		{OQ_EVIDENCE_KK_LETTER, "қғ"}, {OQ_EVIDENCE_KK_LETTER, "k"},
		{OQ_EVIDENCE_RU_ENDING, "а"}};
	g_autoptr(OqEvidence) evidence = oq_evidence_new();
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_false(oq_evidence_add(evidence, cases[i].kind, cases[i].value));
}

/* The table: small words of Russian tell, those that are Kazakh as well do not. */
static void
test_table(void)
{
	static const char *const russian[] = {"и", "что", "это", "как", "книги", "большого"};
	static const char *const neither[] = {
		"не", "он", "той", "от", "да", "компания", "президент"};
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	for (gsize i = 0; i < G_N_ELEMENTS(russian); i++)
		g_assert_cmpint(points(oq_lexicon_evidence(lexicon), russian[i]), >, 0);
	for (gsize i = 0; i < G_N_ELEMENTS(neither); i++)
		g_assert_cmpint(points(oq_lexicon_evidence(lexicon), neither[i]), <=, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/evidence/kinds", test_kinds);
	g_test_add_func("/evidence/quick-look", test_quick_look);
	g_test_add_func("/evidence/refused", test_refused);
	g_test_add_func("/evidence/table", test_table);
	return g_test_run();
}
