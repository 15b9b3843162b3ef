#include "speech/voice.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define WHOLE                                                                                              \
	"[Voice]\nName=Сымбат\nAbout=сынақ даусы\nAbout[ru]=голос\nAbout[en]=a try\n" \
	"Espeak=kk+f2\nStock=true\nSpeed=150\nPauses=80\nGain=-1.5\nGainRu=-2\nGainEn=0.5\n"

typedef struct {
	char *folder;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_assert_nonnull(f->folder);
	g_autofree char *tables = g_build_filename(f->folder, "kk", NULL);
	g_assert_cmpint(symlink(OQ_TEST_VOICES "/kk", tables), ==, 0);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GDir) files = g_dir_open(f->folder, 0, NULL);
	for (const char *name; (name = g_dir_read_name(files));) {
		g_autofree char *path = g_build_filename(f->folder, name, NULL);
		g_assert_cmpint(g_remove(path), ==, 0);
	}
	g_assert_cmpint(g_rmdir(f->folder), ==, 0);
	g_free(f->folder);
}

static char *
write_file(const Fixture *f, const char *name, const char *contents)
{
	char *path = g_build_filename(f->folder, name, NULL);
	g_assert_true(g_file_set_contents(path, contents, -1, NULL));
	return path;
}

/* A voice with this name and id. */
static void
add_voice(const Fixture *f, const char *id, const char *name)
{
	g_autofree char *file = g_strconcat(id, ".voice", NULL);
	g_autofree char *contents =
		g_strdup_printf("[Voice]\nName=%s\nAbout=дауыс\nEspeak=kk\n", name);
	g_free(write_file(f, file, contents));
}

static void
test_whole(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = write_file(f, "symbat.voice", WHOLE);

	g_autoptr(OqVoice) voice = oq_voice_load(path, &error);

	g_assert_no_error(error);
	g_assert_cmpstr(voice->id, ==, "symbat");
	g_assert_cmpstr(voice->name, ==, "Сымбат");
	g_assert_cmpstr(voice->about, ==, "a try"); /* in the language of the messages */
	g_assert_cmpstr(voice->espeak, ==, "kk+f2");
	g_assert_true(voice->is_stock);
	g_assert_cmpuint(voice->speed_wpm, ==, 150);
	g_assert_cmpuint(voice->pauses_percent, ==, 80);
	g_assert_cmpfloat(voice->gains.db[OQ_LANG_KK], ==, -1.5);
	g_assert_cmpfloat(voice->gains.db[OQ_LANG_RU], ==, -2);
	g_assert_cmpfloat(voice->gains.db[OQ_LANG_EN], ==, 0.5);
}

/* What may be left out; a file of Windows, with spaces behind the numbers. */
static void
test_short(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = write_file(
		f, "a.voice", "[Voice]\r\nName=А\r\nAbout=а\r\nEspeak=kk\r\nGain=-3 \r\n");

	g_autoptr(OqVoice) voice = oq_voice_load(path, &error);

	g_assert_no_error(error);
	g_assert_false(voice->is_stock);
	g_assert_cmpuint(voice->speed_wpm, ==, OQ_SPEED_NORMAL_WPM);
	g_assert_cmpuint(voice->pauses_percent, ==, 100);
	g_assert_cmpfloat(voice->gains.db[OQ_LANG_KK], ==, -3);
	g_assert_cmpfloat(voice->gains.db[OQ_LANG_RU], ==, -3);
	g_assert_cmpfloat(voice->gains.db[OQ_LANG_EN], ==, -3);
}

/* Replaces the line of a key, or removes it, and expects a message with the file and the key. */
static void
expect_refusal(const Fixture *f, const char *key, const char *line)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) contents = g_string_new(NULL);
	g_auto(GStrv) lines = g_strsplit(WHOLE, "\n", -1);
	g_autofree char *prefix = g_strconcat(key, "=", NULL);
	for (guint i = 0; lines[i]; i++) {
		if (!g_str_has_prefix(lines[i], prefix))
			g_string_append_printf(contents, "%s\n", lines[i]);
	}
	g_string_append(contents, line);
	g_autofree char *path = write_file(f, "wrong.voice", contents->str);

	g_autoptr(OqVoice) voice = oq_voice_load(path, &error);

	g_test_message("%s", error != NULL ? error->message : "no error");
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_assert_null(voice);
	g_assert_nonnull(strstr(error->message, path));
	g_assert_nonnull(strstr(error->message, key));
	g_assert_null(strchr(error->message, '\n'));
}

static void
test_wrong(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const struct {
		const char *key;
		const char *line;
	} wrong[] = {
		{"Name", ""},
		{"Name", "Name=\n"},
		{"Name", "Name=\xd3\x98\xd0\n"},
		{"About", ""},
		{"About", "About=\xff\n"},
		{"Espeak", ""},
		{"Espeak", "Espeak=\n"},
		{"Stock", "Stock=maybe\n"},
		{"Speed", "Speed=59\n"},
		{"Speed", "Speed=601\n"},
		{"Speed", "Speed=\n"},
		{"Speed", "Speed=-130\n"},
		{"Speed", "Speed=130,5\n"},
		{"Speed", "Speed=\xff\n"},
		{"Pauses", "Pauses=9\n"},
		{"Pauses", "Pauses=301\n"},
		{"Pauses", "Pauses=short\n"},
		{"Gain", "Gain=12.1\n"},
		{"Gain", "Gain=-31\n"},
		{"Gain", "Gain=1,5\n"},
		{"Gain", "Gain=nan\n"},
		{"Gain", "Gain=\n"},
		{"GainRu", "GainRu=loud\n"},
		{"GainEn", "GainEn=99\n"},
		{"Spead", "Spead=130\n"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
		expect_refusal(f, wrong[i].key, wrong[i].line);
}

static void
test_no_file(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const contents[] = {"", "[Other]\nName=a\n", "no key file\n", "[Voice"};
	for (gsize i = 0; i < G_N_ELEMENTS(contents); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *path = write_file(f, "wrong.voice", contents[i]);
		g_assert_null(oq_voice_load(path, &error));
		g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
		g_assert_nonnull(strstr(error->message, path));
	}
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_voice_load("/nowhere/none.voice", &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_assert_nonnull(strstr(error->message, "/nowhere/none.voice"));
}

static void
test_list(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const expected[] = {
		OQ_VOICE_DEFAULT, "abai", "birzhan", "zhambyl", "aa", "symbat"};
	g_autoptr(GError) error = NULL;
	add_voice(f, "zhambyl", "Жамбыл");
	add_voice(f, "birzhan", "Біржан");
	add_voice(f, OQ_VOICE_DEFAULT, "Бастапқы");
	add_voice(f, "abai", "Абай");
	g_free(write_file(f, "symbat.voice", WHOLE));
	g_free(write_file(f, "aa.voice", WHOLE));
	g_free(write_file(f, "voice.tsv", "not a voice"));

	g_autoptr(GPtrArray) voices = oq_voice_list(f->folder, NULL, &error);

	g_assert_no_error(error);
	g_assert_cmpuint(voices->len, ==, G_N_ELEMENTS(expected));
	for (guint i = 0; i < voices->len; i++) {
		const OqVoice *voice = g_ptr_array_index(voices, i);
		g_assert_cmpstr(voice->id, ==, expected[i]);
	}
	g_assert_null(oq_voice_list("/nowhere", NULL, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
}

/* One that is damaged takes no other one away. */
static void
test_damaged_among_others(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) complaints = g_ptr_array_new_with_free_func(g_free);
	g_free(write_file(f, "bad.voice", "[Voice]\nName=Жаман\n"));
	g_assert_null(oq_voice_list(f->folder, NULL, &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_clear_error(&error);
	add_voice(f, "abai", "Абай");
	g_autoptr(GPtrArray) voices = oq_voice_list(f->folder, complaints, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(voices->len, ==, 1);
	g_assert_cmpuint(complaints->len, ==, 1);
	g_assert_nonnull(strstr(g_ptr_array_index(complaints, 0), "bad.voice"));
}

static void
assert_found(const char *folder, const char *name, const char *id)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqVoice) voice = oq_voice_find(folder, name, &error);
	g_test_message("%s", name);
	g_assert_no_error(error);
	g_assert_nonnull(voice);
	g_assert_cmpstr(voice->id, ==, id);
}

static void
test_find(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const char *const names[] = {"Әсем", "әсем", "ӘСЕМ", "asem", "ASEM", "Asem"};
	static const char *const others[] = {"", "ase", "asemm", "Асемм", "asem.voice", "\xff"};
	add_voice(f, "asem", "Әсем");
	add_voice(f, "qaisar", "Қайсар");
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(OqVoice) voice = oq_voice_find(f->folder, names[i], &error);
		g_assert_no_error(error);
		g_assert_nonnull(voice);
		g_assert_cmpstr(voice->id, ==, "asem");
	}
	for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(oq_voice_find(f->folder, others[i], &error));
		g_assert_no_error(error);
	}
	g_free(write_file(f, "broken.voice", "[Voice]\n"));
	assert_found(f->folder, "asem", "asem");
	assert_found(f->folder, "Әсем", "asem");
}

/* As a Russian or a Latin keyboard has the letters. */
static void
test_typed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const struct {
		const char *name;
		const char *id;
	} ours[] = {
		{"Айнур", "ainur"},
		{"айнур", "ainur"},
		{"АЙНУР", "ainur"},
		{"Даурен", "dauren"},
		{"Жарши", "zharshy"},
		{"Жаршы", "zharshy"},
		{"Жуйрик", "zhuirik"},
		{"Марат", "marat"},
		{"Карапайым", "stock"},
		{"Qarapaiym", "stock"},
		{"Ainur", "ainur"},
		{"DAUREN", "dauren"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(ours); i++)
		assert_found(OQ_TEST_VOICES, ours[i].name, ours[i].id);

	g_autoptr(GError) error = NULL;
	add_voice(f, "aizhan", "Айжан");
	add_voice(f, "qunan", "Құнан");
	add_voice(f, "kunan", "Күнан");
	assert_found(f->folder, "Құнан", "qunan");
	assert_found(f->folder, "күнан", "kunan");
	assert_found(f->folder, "Kunan", "kunan");
	g_assert_null(oq_voice_find(f->folder, "Кунан", &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_assert_nonnull(strstr(error->message, "Құнан (qunan)"));
	g_assert_nonnull(strstr(error->message, "Күнан (kunan)"));
}

/* The table is needed only where no voice has the name as it stands. */
static void
test_no_table(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *tables = g_build_filename(f->folder, "kk", NULL);
	add_voice(f, "asem", "Әсем");
	g_assert_cmpint(g_remove(tables), ==, 0);
	assert_found(f->folder, "Әсем", "asem");
	g_assert_null(oq_voice_find(f->folder, "Асем", &error));
	g_assert_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE);
	g_assert_nonnull(strstr(error->message, "typing.tsv"));
	g_assert_null(oq_voice_suggest(f->folder, "Әсемм"));
}

static void
test_suggest(Fixture *f G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	static const struct {
		const char *name;
		const char *meant;
	} cases[] = {
		{"Айнр", "Айнұр"},
		{"aynurr", "Айнұр"},
		{"Дауренн", "Дәурен"},
		{"zharsh", "Жаршы"},
		{"stok", "stock"},
		{"kk+f3", NULL},
		{"ru", NULL},
		{"", NULL},
		{"\xff", NULL},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *meant = oq_voice_suggest(OQ_TEST_VOICES, cases[i].name);
		g_assert_cmpstr(meant, ==, cases[i].meant);
	}
	g_assert_null(oq_voice_suggest("/nowhere", "Айнр"));
}

static void
test_gain(Fixture *f G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	const OqVoiceGains gains = {{0, 20, -20}};
	g_assert_cmpfloat_with_epsilon(oq_voice_gain(&gains, OQ_LANG_KK), 1, 1e-9);
	g_assert_cmpfloat_with_epsilon(oq_voice_gain(&gains, OQ_LANG_RU), 10, 1e-9);
	g_assert_cmpfloat_with_epsilon(oq_voice_gain(&gains, OQ_LANG_EN), 0.1, 1e-9);
}

/* eSpeak's noises for these come from rand(), which other libraries call, too: the same text would
 * not always be the same samples. */
static void
check_variant(const char *id)
{
	static const char *const noises[] = {"\nbreath", "\nklatt"};
	g_autofree char *path = g_build_filename(OQ_TEST_VOICES, "espeak/variants", id, NULL);
	g_autofree char *name = g_strdup_printf("\nname %s\n", id);
	g_autofree char *contents = NULL;
	g_assert_true(g_file_get_contents(path, &contents, NULL, NULL));
	for (gsize i = 0; i < G_N_ELEMENTS(noises); i++)
		g_assert_null(strstr(contents, noises[i]));
	g_assert_nonnull(strstr(contents, name));
	g_assert_nonnull(strstr(contents, "\nfast_test2 350\n"));
}

/* The voices that are installed: ids that any keyboard can type, names that differ, a sentence
 * about each, and a variant for each that is ours. */
static void
test_ours(Fixture *f G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) voices = oq_voice_list(OQ_TEST_VOICES, NULL, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(voices->len, >=, 6);
	for (guint i = 0; i < voices->len; i++) {
		const OqVoice *voice = g_ptr_array_index(voices, i);
		g_autofree char *espeak = g_strconcat("kk+", voice->id, NULL);
		g_autofree char *small = g_ascii_strdown(voice->id, -1);
		g_test_message("%s.voice", voice->id);
		g_assert_true(g_str_is_ascii(voice->id));
		g_assert_cmpstr(voice->id, ==, small);
		g_assert_true(g_hash_table_add(names, voice->name));
		g_assert_cmpstr(voice->espeak, ==, voice->is_stock ? "kk" : espeak);
		if (!voice->is_stock)
			check_variant(voice->id);
	}
	const OqVoice *first = g_ptr_array_index(voices, 0);
	g_assert_cmpstr(first->id, ==, OQ_VOICE_DEFAULT);
}

#define ADD(name, function) g_test_add("/voice/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("whole", test_whole);
	ADD("short", test_short);
	ADD("wrong", test_wrong);
	ADD("no-file", test_no_file);
	ADD("list", test_list);
	ADD("damaged-among-others", test_damaged_among_others);
	ADD("find", test_find);
	ADD("typed", test_typed);
	ADD("no-table", test_no_table);
	ADD("suggest", test_suggest);
	ADD("gain", test_gain);
	ADD("ours", test_ours);
	return g_test_run();
}
