#include "module_case.h"

#include <string.h>

static ModuleCase m;

/* What is said, with a bar behind each utterance; the voice before a colon where it is not the
 * usual one. */
static void
assert_recital(const char *settings, OqSsml *ssml, const char *expected)
{
	g_autoptr(OqRecital) recital = module_case_recital(&m, settings, ssml);
	g_autoptr(GString) shown = g_string_new(NULL);
	g_auto(OqUtterance) utterance;
	OqStyle style;
	oq_utterance_init(&utterance);
	while (oq_recital_next(recital, &utterance, &style)) {
		if (*style.voice != '\0')
			g_string_append_printf(shown, "%s: ", style.voice);
		g_string_append_printf(shown, "%s|", utterance.spoken->str);
	}
	g_assert_true(oq_recital_is_done(recital));
	g_assert_cmpstr(shown->str, ==, expected);
}

static void
test_kazakh(void)
{
	assert_recital("", oq_ssml_new("<speak>Бір. Екі 25</speak>"), "Бір.|Екі жиырма бес|");
	assert_recital(
		"language=kk punctuation_mode=all", oq_ssml_new("Бір!"), "Бір леп белгісі!|");
	assert_recital("voice=female1", oq_ssml_new("Бір"), "ainur: Бір|");
	assert_recital("", oq_ssml_new(""), "");
}

static void
test_abroad(void)
{
	assert_recital("language=ru", oq_ssml_new("Файл 25"), "dauren@zle/ru: Файл 25|");
	assert_recital("language=ru", oq_ssml_new("Қағаз 25"), "Қағаз жиырма бес|");
	assert_recital("language=de", oq_ssml_new("Ja, 1.5. Nein"),
		"dauren@gmw/de: Ja, 1.5.|dauren@gmw/de: Nein|");
	assert_recital("language=kk",
		oq_ssml_new("<speak>Бір <lang xml:lang='de'>zwei</lang> үш</speak>"),
		"Бір|dauren@gmw/de: zwei|үш|");
}

/* A voice that has no words for it. */
static void
test_home(void)
{
	g_autoptr(OqRecital) recital = module_case_recital(&m, "language=he", oq_ssml_new("1 2"));
	g_auto(OqUtterance) utterance;
	OqStyle style;
	oq_utterance_init(&utterance);
	g_assert_true(oq_recital_next(recital, &utterance, &style));
	g_assert_cmpstr(style.voice, ==, "dauren@sem/he");
	g_assert_false(oq_recital_next(recital, &utterance, &style));
	g_assert_true(oq_recital_come_home(recital));
	g_assert_true(oq_recital_next(recital, &utterance, &style));
	g_assert_cmpstr(style.voice, ==, "");
	g_assert_cmpstr(utterance.spoken->str, ==, "бір екі");
	g_assert_false(oq_recital_next(recital, &utterance, &style));
	g_assert_false(oq_recital_come_home(recital));
	g_autoptr(OqRecital) signs = module_case_recital(&m, "language=he", oq_ssml_new("..."));
	g_assert_true(oq_recital_next(signs, &utterance, &style));
	g_assert_false(oq_recital_come_home(signs));
}

static void
test_spelling(void)
{
	assert_recital("", oq_ssml_new_text("Ә", TRUE), "ә|");
	assert_recital("cap_let_recogn=spell", oq_ssml_new_text("Ә", TRUE), "бас әріп ә|");
	assert_recital("spelling_mode=on", oq_ssml_new("әо"), "ә, о|");
	assert_recital("language=de", oq_ssml_new_text("a,", TRUE), "dauren@gmw/de: a, ,|");
}

static void
test_capitals(void)
{
	assert_recital("cap_let_recogn=spell", oq_ssml_new("Абай, бір"), "бас әріп Абай, бір|");
	assert_recital("cap_let_recogn=icon", oq_ssml_new("Абай"), "Абай|");
	g_autoptr(OqRecital) icon =
		module_case_recital(&m, "cap_let_recogn=icon", oq_ssml_new("Абай"));
	g_assert_true(oq_recital_rings(icon, 0));
	g_autoptr(OqRecital) none = module_case_recital(&m, "", oq_ssml_new("Абай"));
	g_assert_false(oq_recital_rings(none, 0));
}

/* Places are those of the whole message, and a run within a sentence does not end it. */
static void
test_places(void)
{
	g_autoptr(OqRecital) recital = module_case_recital(&m, "",
		oq_ssml_new("<speak>Бір <say-as interpret-as='characters'>ә</say-as>"
			    "<break time='2s'/> үш</speak>"));
	g_auto(OqUtterance) utterance;
	OqStyle style;
	oq_utterance_init(&utterance);
	g_assert_true(oq_recital_next(recital, &utterance, &style));
	g_assert_cmpint(utterance.follows, ==, OQ_BREAK_NONE);
	g_assert_true(oq_recital_next(recital, &utterance, &style));
	g_assert_cmpuint(oq_utterance_word(&utterance, 0)->start, ==, 7);
	g_assert_cmpuint(oq_utterance_word(&utterance, 0)->end, ==, 9);
	g_assert_cmpuint(utterance.rest_ms, ==, 2000);
	g_assert_false(oq_recital_is_done(recital));
	g_assert_true(oq_recital_next(recital, &utterance, &style));
	g_assert_cmpuint(oq_utterance_word(&utterance, 0)->start, ==, 10);
	g_assert_cmpint(utterance.follows, ==, OQ_BREAK_PARAGRAPH);
	g_assert_cmpstr(oq_recital_text(recital), ==, "Бір ә үш");
}

static void
test_style(void)
{
	g_autoptr(OqRecital) recital =
		module_case_recital(&m, "rate=100 volume=0 pitch=-100", oq_ssml_new("Бір"));
	g_auto(OqUtterance) utterance;
	OqStyle style;
	oq_utterance_init(&utterance);
	g_assert_true(oq_recital_next(recital, &utterance, &style));
	g_assert_cmpuint(style.speed_wpm, ==, 264);
	g_assert_cmpuint(style.volume_percent, ==, 50);
	g_assert_cmpuint(style.pitch_percent, ==, 0);
	g_assert_cmpuint(oq_recital_volume_percent(recital), ==, 50);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	module_case_init(&m, made_voice_run);
	g_test_add_func("/recital/kazakh", test_kazakh);
	g_test_add_func("/recital/abroad", test_abroad);
	g_test_add_func("/recital/home", test_home);
	g_test_add_func("/recital/spelling", test_spelling);
	g_test_add_func("/recital/capitals", test_capitals);
	g_test_add_func("/recital/places", test_places);
	g_test_add_func("/recital/style", test_style);
	int status = g_test_run();
	module_case_clear(&m);
	return status;
}
