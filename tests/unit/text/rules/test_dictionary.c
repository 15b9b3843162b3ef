#include "text/rules/dictionary.h"

#include "base/table.h"
#include "steps.h"
#include "text/normalizer.h"
#include <glib/gstdio.h>
#include <string.h>

static void
add(OqDictionary *dictionary, const char *rows, GPtrArray *complaints)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = NULL;
	int fd = g_file_open_tmp("dictionary-XXXXXX.tsv", &path, &error);
	g_assert_no_error(error);
	g_close(fd, NULL);
	g_assert_true(g_file_set_contents(path, rows, -1, &error));
	g_assert_true(oq_dictionary_add_file(dictionary, path, complaints, &error));
	g_assert_no_error(error);
	g_remove(path);
}

static OqDictionary *
dictionary_of(const OqLexicon *lexicon, const char *rows)
{
	OqDictionary *dictionary = oq_dictionary_new(lexicon);
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	add(dictionary, rows, complaints);
	if (complaints->len > 0)
		g_test_message("%s", (char *)g_ptr_array_index(complaints, 0));
	g_assert_cmpuint(complaints->len, ==, 0);
	return dictionary;
}

static void
assert_said(const OqLexicon *lexicon, const OqDictionary *dictionary, const char *written,
	const char *spoken)
{
	g_autoptr(OqNormalizer) normalizer =
		oq_normalizer_new(lexicon, dictionary, &OQ_TASTE_DEFAULT);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	oq_normalizer_feed(normalizer, written, strlen(written));
	oq_normalizer_end(normalizer);
	g_assert_true(oq_normalizer_next(normalizer, &utterance));
	g_assert_cmpstr(utterance.spoken->str, ==, spoken);
}

static void
test_words(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	g_autoptr(OqDictionary) dictionary = dictionary_of(lexicon, "Баланс\tтеңгерім\nмлн\tлек\n");
	assert_said(lexicon, dictionary, "Баланс пен БАЛАНС", "теңгерім пен теңгерім");
	assert_said(lexicon, dictionary, "балансқа балансы", "балансқа балансы");
	assert_said(lexicon, dictionary, "Баланс-қа", "теңгерімге");
	assert_said(lexicon, dictionary, "5 млн", "бес лек");
}

/* Its point is the abbreviation's, but for a word that only begins sentences. */
static void
test_cuts(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	g_autoptr(OqDictionary) dictionary = dictionary_of(lexicon, "құр.\tқұрылтайшы\n");
	assert_said(lexicon, dictionary, "Ол құр. Асанов екен", "Ол құрылтайшы Асанов екен");
	assert_said(lexicon, dictionary, "Ол қар. Асанов екен", "Ол қар.");
	g_assert_true(oq_dictionary_is_cut(dictionary, oq_slice("құр")));
	g_assert_false(oq_dictionary_is_cut(dictionary, oq_slice("құ")));
}

/* What a rule would take along is the user's all the same; what is left is read without it. */
static void
test_before_rules(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	g_autoptr(OqDictionary) dictionary = dictionary_of(
		lexicon, "км/сағ\tшақырым\nтг\tақша\nқазан\tқара\nmail\tхат\nдан\tДэн\n");
	assert_said(lexicon, dictionary, "60 км/сағ", "алпыс шақырым");
	assert_said(lexicon, dictionary, "60–70 км/сағ-қа", "алпыс–жетпіс шақырымға");
	assert_said(lexicon, dictionary, "5тг", "бес ақша");
	assert_said(lexicon, dictionary, "12 км/тг", "он екі километр ақша");
	assert_said(lexicon, dictionary, "5 қазан күні", "бесінші қара күні");
	assert_said(lexicon, dictionary, "5-дан", "бестен");
}

/* … and not what stands within an address, a number or a compound. */
static void
test_within_others(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	g_autoptr(OqDictionary) none = oq_dictionary_new(lexicon);
	g_autoptr(OqDictionary) dictionary =
		dictionary_of(lexicon, "mail\tхат\nкз\tказ\n000\tнөлдер\n2026\tбиыл\n");
	static const char *const texts[] = {"www.mail.kz", "info@mail.kz", "911 000", "15.03.2026"};
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(OqNormalizer) plain = oq_normalizer_new(lexicon, none, &OQ_TASTE_DEFAULT);
		g_auto(OqUtterance) utterance;
		oq_utterance_init(&utterance);
		oq_normalizer_feed(plain, texts[i], strlen(texts[i]));
		oq_normalizer_end(plain);
		g_assert_true(oq_normalizer_next(plain, &utterance));
		assert_said(lexicon, dictionary, texts[i], utterance.spoken->str);
	}
}

/* A heading in capitals with a number becomes small letters, but not for the user's words. */
static void
test_headings(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	g_autoptr(OqDictionary) dictionary = dictionary_of(
		lexicon, "АЛАҢ\tа эл\texact\nБАЛА ЖЫЛЫ 24\tбала жиырма төрт\texact\n");
	assert_said(
		lexicon, dictionary, "БІРІНШІ АЛАҢ ЖОБАСЫ 5 ЖЫЛ", "бірінші а эл жобасы бес жыл");
	assert_said(lexicon, dictionary, "алаң", "алаң");
	assert_said(lexicon, dictionary, "БАЛА ЖЫЛЫ 24 БАСТАЛДЫ", "бала жиырма төрт басталды");
}

/* The last word about a word is what is said. */
static void
test_put(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	g_autoptr(GError) error = NULL;
	g_autoptr(OqDictionary) dictionary = dictionary_of(lexicon, "Баланс\tтеңгерім\n");
	g_assert_true(oq_dictionary_put(dictionary, "Гёте-", "гөте", &error));
	assert_said(lexicon, dictionary, "Гётеге баланс", "гөтеге теңгерім");
	g_assert_true(oq_dictionary_put(dictionary, "баланс", "бәленс", &error));
	assert_said(lexicon, dictionary, "Баланс пен Гёте", "бәленс пен гөте");
	g_assert_false(oq_dictionary_put(dictionary, "баланс", "2", &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	assert_said(lexicon, dictionary, "баланс", "бәленс");
}

static void
test_remove(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	g_autoptr(OqDictionary) dictionary =
		dictionary_of(lexicon, "баланс\tтеңгерім\nкөл\tтеңіз\n");
	oq_dictionary_remove(dictionary, "Баланс");
	oq_dictionary_remove(dictionary, "жоқ");
	oq_dictionary_remove(dictionary, "");
	assert_said(lexicon, dictionary, "баланс көл", "баланс теңіз");
}

static guint64
steps_to_add(const OqLexicon *lexicon, guint n_phrases)
{
	g_autoptr(GString) rows = g_string_new(NULL);
	for (guint i = 0; i < n_phrases; i++)
		g_string_append_printf(rows, "нысан %u\tауыс\n", i);
	guint64 before = steps_taken();
	g_autoptr(OqDictionary) dictionary = dictionary_of(lexicon, rows->str);
	return steps_taken() - before;
}

static void
test_many_of_one_word(gconstpointer data)
{
	steps_assert_linear("phrases", steps_to_add(data, 2000), steps_to_add(data, 4000));
}

static guint64
steps_to_say(const OqLexicon *lexicon, const char *rows, const char *text)
{
	g_autoptr(OqDictionary) dictionary = dictionary_of(lexicon, rows);
	g_autoptr(OqNormalizer) normalizer =
		oq_normalizer_new(lexicon, dictionary, &OQ_TASTE_DEFAULT);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	guint64 before = steps_taken();
	oq_normalizer_feed(normalizer, text, strlen(text));
	oq_normalizer_end(normalizer);
	while (oq_normalizer_next(normalizer, &utterance))
		;
	return steps_taken() - before;
}

static guint64
steps_beside(const OqLexicon *lexicon, guint n_phrases)
{
	g_autoptr(GString) rows = g_string_new(NULL);
	for (guint i = 0; i < n_phrases; i++)
		g_string_append_printf(rows, "нысан %u\tауыс\nнысан кө%u-\tауыс\n", i, i);
	return steps_to_say(lexicon, rows->str, "Нысан бар, нысан жоқ. Нысан көп.");
}

/* However many entries begin with a word, it costs the same. */
static void
test_beside_many(gconstpointer data)
{
	guint64 few = steps_beside(data, 200), many = steps_beside(data, 2000);
	g_assert_cmpuint(many, <=, few + few / 10);
}

/* A first line may name the columns; one that names others is a complaint, and no more. */
static void
test_header(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	g_autoptr(OqDictionary) named = dictionary_of(
		lexicon, "#: exact\tspoken\twritten\nexact\tнаса\tNASA\n\tлек\tмлн\n");
	assert_said(lexicon, named, "NASA 5 млн", "наса бес лек");

	g_autoptr(OqDictionary) unnamed = oq_dictionary_new(lexicon);
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	add(unnamed, "#: own words\nмлн\tлек\n", complaints);
	g_assert_cmpuint(complaints->len, ==, 1);
	g_assert_nonnull(strstr(g_ptr_array_index(complaints, 0), ".tsv:1: "));
	assert_said(lexicon, unnamed, "5 млн", "бес лек");
}

static void
test_stems(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	g_autoptr(OqDictionary) dictionary =
		dictionary_of(lexicon, "Тенгри-\tТәңір\nQR-\tкью-ар код\nкод-\tкілт\nкодекс-\tзаң\n"
				       "ҚР-\tЕл ордасы\nЕА-\tЕскі Алматы\nУмай-\tҰмай-\n");
	assert_said(lexicon, dictionary, "Умай умайға", "Ұмай Ұмайға");
	assert_said(lexicon, dictionary, "Тенгри тенгриге ТЕНГРИДЕН", "Тәңір Тәңірге Тәңірден");
	assert_said(lexicon, dictionary, "Тенгрилердің", "Тәңірлердің");
	assert_said(lexicon, dictionary, "тенгрилік тенгр", "тенгрилік тенгр");
	assert_said(lexicon, dictionary, "QR-ды", "кью-ар кодты");
	assert_said(lexicon, dictionary, "кодқа кодекске", "кілтке заңға");
	assert_said(lexicon, dictionary, "ҚР-ға", "Ел ордасына");
	assert_said(lexicon, dictionary, "ЕА-ға", "Ескі Алматыға");
}

static void
test_phrases(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	g_autoptr(OqDictionary) dictionary = dictionary_of(lexicon,
		"COVID-19\tтәжтажал\nкөк тас\tжасыл\nкөк тас үй-\tсарай\nкөк-\tаспан\n:)\tкүлкі\n");
	assert_said(lexicon, dictionary, "COVID-19 covid–19-дан", "тәжтажал тәжтажалдан");
	assert_said(lexicon, dictionary, "COVID-190 COVID 19", "COVID-жүз тоқсан COVID он тоғыз");
	assert_said(
		lexicon, dictionary, "көк тас, көк\nтас үйге, көкте", "жасыл, сарайға, аспанда");
	assert_said(lexicon, dictionary, "көктас көк", "көктас аспан");
	assert_said(lexicon, dictionary, "covid - 19", "covid - он тоғыз");
	assert_said(lexicon, dictionary, "Иә :)", "Иә күлкі");
	g_autoptr(OqDictionary) hidden =
		dictionary_of(lexicon, "көл\tтеңіз\nкөл Алқаның\tкеңес\n"
				       "қала Алқа-\tжиын\nкөл Алқа\tжиын\texact\n");
	assert_said(lexicon, hidden, "Көл Алқаның", "кеңес");
}

static void
test_numbers(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	g_autoptr(OqDictionary) dictionary = dictionary_of(lexicon, "911\tтоғыз бір бір\n");
	assert_said(lexicon, dictionary, "911 және 911-ге", "тоғыз бір бір және тоғыз бір бірге");
	assert_said(lexicon, dictionary, "911 000 адам", "тоғыз жүз он бір мың адам");
	assert_said(lexicon, dictionary, "911,2", "тоғыз жүз он бір бүтін оннан екі");
}

static void
test_capitals(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	g_autoptr(OqDictionary) dictionary =
		dictionary_of(lexicon, "Ай-\tлуна\texact\nАЙ\tай-ай\texact\n");
	assert_said(lexicon, dictionary, "Айда ай АЙ Айлы", "лунада ай ай-ай Айлы");
}

static void
test_sounds(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	g_autoptr(OqDictionary) dictionary =
		dictionary_of(lexicon, "Гёте-\t[[g'8te]]\nсаунд\t[[ s'a  UnD ]] үні\n");
	assert_said(
		lexicon, dictionary, "Гёте Гётеге Гёте-нің", "[[g'8te]] [[g'8te]]ге [[g'8te]]нің");
	assert_said(lexicon, dictionary, "саунд", "[[s'a]] [[UnD]] үні");
	assert_said(lexicon, dictionary, "[[саунд", "[[s'a]] [[UnD]] үні");
}

static void
test_dirty_rows_are_repaired(gconstpointer data)
{
	const OqLexicon *lexicon = data;
	/* Latin o; i */
	g_autoptr(OqDictionary) dictionary = dictionary_of(lexicon, "кoт\tмысық\nит\tкүшiк\n");
	assert_said(lexicon, dictionary, "кот пен ит", "мысық пен күшік");
}

static void
test_wrong_rows_are_told_and_left_out(gconstpointer data)
{
	g_autoptr(OqDictionary) dictionary = oq_dictionary_new(data);
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	const char *rows =
		"жалғыз\nбос\t\t\n\tбос\nсан\tбес 5\nашық\t[[a\nжабық\ta]]\nбөтен\t[[я]]\n"
		"жақша\t[[a[b]]\nүлкен\tкіші\tcase\nдұрыс\tоң\nДұрыс\tсол\nсызық\t-\n";
	add(dictionary, rows, complaints);
	const char *lines[] = {
		":1:", ":2:", ":3:", ":4:", ":5:", ":6:", ":7:", ":8:", ":9:", ":11:", ":12:"};
	g_assert_cmpuint(complaints->len, ==, G_N_ELEMENTS(lines));
	for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
		g_assert_nonnull(strstr(g_ptr_array_index(complaints, i), lines[i]));
	assert_said(data, dictionary, "дұрыс", "оң");
}

static void
test_long_sounds_are_refused(gconstpointer data)
{
	g_autoptr(OqDictionary) dictionary = oq_dictionary_new(data);
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *sounds = g_strnfill(101, 'a');
	g_autofree char *row = g_strdup_printf("а\t[[%s]]\nә\t[[%s]]\n", sounds + 1, sounds);
	add(dictionary, row, complaints);
	g_assert_cmpuint(complaints->len, ==, 1);
	g_assert_nonnull(strstr(g_ptr_array_index(complaints, 0), ":2:"));
}

static void
test_first_file_goes_before(gconstpointer data)
{
	g_autoptr(OqDictionary) dictionary = oq_dictionary_new(data);
	g_assert_true(oq_dictionary_is_empty(dictionary));
	assert_said(data, dictionary, "көк", "көк");
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	add(dictionary, "көк\tбірінші\n", complaints);
	add(dictionary, "көк\tекінші\nтас\tүшінші\n", complaints);
	g_assert_cmpuint(complaints->len, ==, 0);
	g_assert_false(oq_dictionary_is_empty(dictionary));
	assert_said(data, dictionary, "көк тас", "бірінші үшінші");
}

static void
test_missing_file(gconstpointer data)
{
	g_autoptr(OqDictionary) dictionary = oq_dictionary_new(data);
	g_autoptr(GPtrArray) complaints = g_ptr_array_new();
	g_autoptr(GError) error = NULL;
	g_assert_false(oq_dictionary_add_file(dictionary, "/nonexistent.tsv", complaints, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	g_test_add_data_func("/dictionary/words", lexicon, test_words);
	g_test_add_data_func("/dictionary/cuts", lexicon, test_cuts);
	g_test_add_data_func("/dictionary/before-rules", lexicon, test_before_rules);
	g_test_add_data_func("/dictionary/within-others", lexicon, test_within_others);
	g_test_add_data_func("/dictionary/headings", lexicon, test_headings);
	g_test_add_data_func("/dictionary/put", lexicon, test_put);
	g_test_add_data_func("/dictionary/remove", lexicon, test_remove);
	g_test_add_data_func("/dictionary/many-of-one-word", lexicon, test_many_of_one_word);
	g_test_add_data_func("/dictionary/beside-many", lexicon, test_beside_many);
	g_test_add_data_func("/dictionary/header", lexicon, test_header);
	g_test_add_data_func("/dictionary/stems", lexicon, test_stems);
	g_test_add_data_func("/dictionary/phrases", lexicon, test_phrases);
	g_test_add_data_func("/dictionary/numbers", lexicon, test_numbers);
	g_test_add_data_func("/dictionary/capitals", lexicon, test_capitals);
	g_test_add_data_func("/dictionary/sounds", lexicon, test_sounds);
	g_test_add_data_func(
		"/dictionary/dirty-rows-are-repaired", lexicon, test_dirty_rows_are_repaired);
	g_test_add_data_func("/dictionary/wrong-rows-are-told-and-left-out", lexicon,
		test_wrong_rows_are_told_and_left_out);
	g_test_add_data_func(
		"/dictionary/long-sounds-are-refused", lexicon, test_long_sounds_are_refused);
	g_test_add_data_func(
		"/dictionary/first-file-goes-before", lexicon, test_first_file_goes_before);
	g_test_add_data_func("/dictionary/missing-file", lexicon, test_missing_file);
	return g_test_run();
}
