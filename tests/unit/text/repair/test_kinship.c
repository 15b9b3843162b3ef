#include "text/repair/kinship.h"

#include "text_case.h"

#include <locale.h>

/* The verdict of all words of a text. */
static OqKinship
judge(const OqLexicon *lexicon, const char *text, gboolean *arabic)
{
	g_autoptr(GArray) glyphs = g_array_new(FALSE, FALSE, sizeof(OqGlyph));
	OqGlyphRun run, word;
	oq_glyphs_read(lexicon, oq_slice(text), glyphs);
	g_assert_true(oq_kinship_next_word(lexicon, glyphs, 0, &run));
	while (oq_kinship_next_word(lexicon, glyphs, run.end, &word))
		run.end = word.end;
	*arabic = oq_kinship_is_arabic(lexicon, glyphs, run);
	return oq_kinship_of_latin(lexicon, glyphs, run);
}

static void
test_latin(void)
{
	static const struct {
		const char *text;
		OqKinship kinship;
	} cases[] = {
		{"Barlyq adamdar tumysynan azat jäne teñ", OQ_KINSHIP_LOOSE},
		{"Qazaq tılı – memlekettık tıl", OQ_KINSHIP_NEW},
		{"Eşkım de öz mülkınen erıksız airylmauğa tiıs", OQ_KINSHIP_NEW},
		{"Qazaqstan Respublikasy", OQ_KINSHIP_LOOSE},
		{"Erteñ jel soğady", OQ_KINSHIP_LOOSE},
		{"Ministrlik ösım turaly aitty", OQ_KINSHIP_NEW},
		{"Qazaqstan Respýblıkasynyń Prezıdenti", OQ_KINSHIP_OLD},
		{"Óńirlerde áleýmettik jaǵdaı jaqsaryp keledi", OQ_KINSHIP_OLD},
		/* names of others among them */
		{"Qazaqstan Microsoft jäne Twitter kompaniialaryn şaqyrdy", OQ_KINSHIP_LOOSE},
		/* English, German, Spanish, Finnish */
		{"All human beings are born free and equal", OQ_KINSHIP_NONE},
		{"Qatar Airways flies to Iraq", OQ_KINSHIP_NONE},
		{"The quality of system symbols", OQ_KINSHIP_NONE},
		{"Jeder Mensch hat das Recht auf Überzeugung für später", OQ_KINSHIP_NONE},
		{"El niño", OQ_KINSHIP_NONE},
		{"El niño de España quería mañana", OQ_KINSHIP_NONE},
		{"edistää ystävällisten suhteiden kehittymistä", OQ_KINSHIP_NONE},
		/* Turkish, Azerbaijani, Uzbek, Turkmen, Crimean Tatar, Uyghur, Quechua */
		{"Bütün insanlar hür doğarlar ve eşit bakımından", OQ_KINSHIP_NONE},
		{"Sıkı kışın ışığı söndü", OQ_KINSHIP_NONE},
		{"Bütün insanlar ləyaqət və hüquqlarına görə azad", OQ_KINSHIP_NONE},
		{"Barcha odamlar erkin, qadr-qimmat va huquqlarda teng", OQ_KINSHIP_NONE},
		{"qonun bo‘lib, o'zbek qizlari", OQ_KINSHIP_NONE},
		{"Ähli adamlar öz mertebesi we hukuklary boýunça deň", OQ_KINSHIP_NONE},
		{"Bütün insanlar ürriyet, menlik ve uquqlarında musaviy dünyağa keleler",
			OQ_KINSHIP_NONE},
		{"İNSAN AQLARINIÑ UMUMİY BEYANNAMESİ", OQ_KINSHIP_NONE},
		{"döletler ara dosttluq munasiwetning algha sürüsh", OQ_KINSHIP_NONE},
		{"Ñiqen ñanqhachat qellqasit", OQ_KINSHIP_NONE},
		/* too little to tell */
		{"qala", OQ_KINSHIP_NONE},
		{"Men mektepke baramyn", OQ_KINSHIP_NONE},
		{"Qazaqstan", OQ_KINSHIP_LOOSE},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		gboolean arabic;
		OqKinship got = judge(lexicon, cases[i].text, &arabic);
		g_test_message("%s: %d", cases[i].text, got);
		g_assert_cmpint(got, ==, cases[i].kinship);
		g_assert_false(arabic);
	}
}

static void
test_arabic(void)
{
	static const struct {
		const char *text;
		gboolean kazakh;
	} cases[] = {
		{"بارلىق ادامدار تۋمىسىنان ازات", TRUE},
		{"ٴبىز قىتايدا تۇرامىز", TRUE},
		{"مەن", TRUE},
		/* Arabic, Persian, Uyghur, Kurdish, Urdu */
		{"يولد جميع الناس أحرارا متساوين في الكرامة والحقوق", FALSE},
		{"تمام افراد بشر آزاد به دنیا می‌آیند", FALSE},
		{"ھەممە ئادەم زاتىدىنلا ئەركىن", FALSE},
		{"ھەموو مرۆڤەکان بە ئازادی لە دایک دەبن", FALSE},
		{"تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر", FALSE},
		{"باب", FALSE},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		gboolean arabic;
		g_assert_cmpint(judge(lexicon, cases[i].text, &arabic), ==, OQ_KINSHIP_NONE);
		g_test_message("%s", cases[i].text);
		g_assert_cmpint(arabic, ==, cases[i].kazakh);
	}
}

static void
test_other(void)
{
	static const struct {
		const char *text; /* the second word is asked for */
		gboolean other;
	} cases[] = {
		{"bul qazaq", FALSE},
		{"bul Windows", TRUE},
		{"bul iPhone", TRUE},
		{"bul Google", TRUE},
		{"bul XXI", TRUE},
		{"bul IV", TRUE},
		{"bul day", TRUE},
		{"bul chempion", FALSE},
		{"bul quat", FALSE},
		{"bul quest", TRUE},
		{"info@mail", TRUE},
		{"egov.kz", TRUE},
		{"t.b.", FALSE},
		{"bul. Ol", FALSE},
	};
	g_autoptr(OqLexicon) lexicon = text_case_lexicon();
	g_autoptr(GArray) glyphs = g_array_new(FALSE, FALSE, sizeof(OqGlyph));
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		OqGlyphRun first, word;
		oq_glyphs_read(lexicon, oq_slice(cases[i].text), glyphs);
		g_assert_true(oq_kinship_next_word(lexicon, glyphs, 0, &first));
		g_assert_true(oq_kinship_next_word(lexicon, glyphs, first.end, &word));
		g_test_message("%s", cases[i].text);
		g_assert_cmpint(oq_kinship_is_other(lexicon, glyphs, word), ==, cases[i].other);
		g_assert_false(oq_kinship_next_word(lexicon, glyphs, word.end, &word));
	}
	g_assert_true(oq_kinship_is_arabic_letter(0x0627));
	g_assert_false(oq_kinship_is_arabic_letter('a'));
	g_assert_false(oq_kinship_is_arabic_letter(0x061F));
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/kinship/latin", test_latin);
	g_test_add_func("/kinship/arabic", test_arabic);
	g_test_add_func("/kinship/other", test_other);
	return g_test_run();
}
