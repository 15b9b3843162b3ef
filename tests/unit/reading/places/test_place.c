#include "reading/places/kept.h"
#include "reading/places/place.h"
#include "speech/voice.h"

#include <string.h>

#define HEAD "[oqyrman]\nversion=1\n[place]\n"

static const char *const paths[] = {"/home/a/Абай \377;жолы.txt", "/b\n", NULL};

static OqPlace *
full(void)
{
	OqPlace *place = oq_place_new(paths);
	OqStyle style = {"ainur", 180, 40, 0, 50, 100, 0, ""};
	oq_place_set_title(place, " Абай\nжолы; 1 ");
	oq_trace_set(&place->trace, "Әңгіме.", "Үш күннен бері…\\");
	place->place = G_MAXUINT64;
	place->in_notes = 3;
	place->n_bytes = 5;
	place->percent = 34;
	place->read_at_s = 1764430000;
	place->sleep_place = 0;
	place->has_ended = TRUE;
	oq_place_set_style(
		place, OQ_PLACE_VOICE | OQ_PLACE_SPEED | OQ_PLACE_PITCH | OQ_PLACE_VOLUME, &style);
	return place;
}

static OqPlace *
again(const OqPlace *place)
{
	g_autoptr(GError) error = NULL;
	gsize n_bytes;
	g_autofree char *text = oq_place_print(place, &n_bytes);
	OqPlace *other = oq_place_parse(text, n_bytes, &error);
	g_assert_no_error(error);
	return other;
}

static void
test_printed_is_parsed(void)
{
	g_autoptr(OqPlace) place = full();
	g_autoptr(OqPlace) other = again(place);
	g_assert_true(g_strv_equal(paths, (const char *const *)other->paths));
	g_assert_cmpstr(other->title, ==, "Абай жолы; 1");
	g_assert_cmpstr(other->trace.before, ==, "Әңгіме.");
	g_assert_cmpstr(other->trace.words, ==, "Үш күннен бері…\\");
	g_assert_cmpuint(other->place, ==, G_MAXUINT64);
	g_assert_cmpuint(other->in_notes, ==, 3);
	g_assert_cmpuint(other->n_bytes, ==, 5);
	g_assert_cmpint(other->percent, ==, 34);
	g_assert_cmpint(other->read_at_s, ==, 1764430000);
	g_assert_cmpuint(other->sleep_place, ==, 0);
	g_assert_true(other->has_ended);
	g_assert_true(oq_style_equal(&other->style, &place->style));
	g_assert_cmpuint(other->style_set, ==, place->style_set);
}

static void
test_new(void)
{
	g_autoptr(OqPlace) place = oq_place_new(NULL);
	g_autoptr(OqPlace) other = again(place);
	g_assert_null(other->paths[0]);
	g_assert_null(other->title);
	g_assert_null(other->trace.words);
	g_assert_cmpuint(other->place, ==, 0);
	g_assert_cmpint(other->percent, ==, -1);
	g_assert_cmpuint(other->sleep_place, ==, OQ_PLACE_NONE);
	g_assert_false(other->has_ended);
	g_assert_cmpuint(other->style_set, ==, 0);
	g_assert_cmpuint(other->bookmarks->len, ==, 0);
	oq_place_free(NULL);
}

/* What was not chosen for the text stays as it is everywhere. */
static void
test_style(void)
{
	g_autoptr(OqPlace) place = oq_place_new(paths);
	OqStyle fast = {"marat", 300, 70, 60, 50, 100, 0, ""}, style = OQ_STYLE_DEFAULT;
	oq_place_apply_style(place, &style);
	g_assert_true(oq_style_equal(&style, &OQ_STYLE_DEFAULT));
	oq_place_set_style(place, OQ_PLACE_SPEED, &fast);
	fast.volume_percent = 0;
	oq_place_set_style(place, OQ_PLACE_VOLUME, &fast);
	g_autoptr(OqPlace) other = again(place);
	oq_place_apply_style(other, &style);
	g_assert_cmpstr(style.voice, ==, "");
	g_assert_cmpuint(style.speed_wpm, ==, 300);
	g_assert_cmpuint(style.pitch_percent, ==, 50);
	g_assert_cmpuint(style.volume_percent, ==, 0);
}

static void
assert_name(const char *path, const char *title, const char *expected)
{
	const char *const one[] = {path, NULL};
	g_autoptr(OqPlace) place = oq_place_new(one);
	oq_place_set_title(place, title);
	g_autofree char *name = oq_place_name(place);
	g_assert_cmpstr(name, ==, expected);
}

static void
test_name(void)
{
	assert_name("/a/b.txt", "Title", "Title");
	assert_name("/a/b.txt", NULL, "b.txt");
	assert_name("/a/b.txt", " \n", "b.txt");
	assert_name("/a/b\033.txt", NULL, "b.txt");
	assert_name("/a/\033", NULL, "a text without a name");
	assert_name(NULL, NULL, "a text without a name");
}

static void
assert_percent(guint64 at, guint64 n_bytes, gint percent, gboolean has_ended, gint expected)
{
	g_autoptr(OqPlace) place = oq_place_new(paths);
	place->place = at;
	place->n_bytes = n_bytes;
	place->percent = percent;
	place->has_ended = has_ended;
	g_assert_cmpint(oq_place_percent(place), ==, expected);
}

static void
test_percent(void)
{
	assert_percent(50, 0, -1, FALSE, -1);
	assert_percent(0, 200, -1, FALSE, 0);
	assert_percent(199, 200, -1, FALSE, 99);
	assert_percent(402, 200, -1, FALSE, 100);
	assert_percent(G_MAXUINT64 / 2, G_MAXUINT64, -1, FALSE, 50);
	assert_percent(50, 200, 7, FALSE, 7);
	assert_percent(50, 0, -1, TRUE, 100);
}

/* So many files that they are not named: the rest is. */
static void
test_many_files(void)
{
	g_autoptr(GPtrArray) many = g_ptr_array_new_with_free_func(g_free);
	gsize n_bytes;
	for (guint i = 0; i < 10000; i++)
		g_ptr_array_add(many, g_strdup_printf("/somewhere/in/a/large/folder/%05u.txt", i));
	g_ptr_array_add(many, NULL);
	g_autoptr(OqPlace) named = oq_place_new((const char *const *)many->pdata);
	g_autoptr(OqPlace) other = again(named);
	g_assert_true(
		g_strv_equal((const char *const *)named->paths, (const char *const *)other->paths));
	for (guint i = 0; i < 10000; i++) {
		char *longer = g_strconcat(named->paths[i], named->paths[i], NULL);
		g_free(named->paths[i]);
		named->paths[i] = longer;
	}
	named->place = 5;
	g_autofree char *text = oq_place_print(named, &n_bytes);
	g_assert_cmpuint(n_bytes, <=, OQ_PLACE_MAX_BYTES);
	g_autoptr(OqPlace) nameless = oq_place_parse(text, n_bytes, NULL);
	g_assert_null(nameless->paths[0]);
	g_assert_cmpuint(nameless->place, ==, 5);
}

static void
test_damaged(void)
{
	static const char *const texts[] = {"", "place=1", "[oqyrman]\nversion=1\n", HEAD,
		HEAD "place=-1\n", HEAD "place=1\nbytes=x\n", HEAD "place=1\npercent=101\n",
		HEAD "place=1\nread=9223372036854775808\n", HEAD "place=1\nended=2\n",
		HEAD "place=1\nsleep=\n", HEAD "place=1\nspeed=59\n", HEAD "place=1\nspeed=601\n",
		HEAD "place=1\npitch=101\n", HEAD "place=1\nvolume=101\n",
		HEAD "place=1\nfiles=relative;\n", HEAD "place=1\nfiles=http://a/b;\n",
		HEAD "place=1\ntitle=\377\n", HEAD "place=1\nwords=\\q\n",
		HEAD "place=1\nvoice=012345678901234567890123456789012345678901234567890123456789"
		     "01234567890\n"};
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(oq_place_parse(texts[i], strlen(texts[i]), &error));
		g_assert_error(error, OQ_KEPT_ERROR, OQ_KEPT_ERROR_DAMAGED);
	}
}

/* Whoever wrote into the file cannot steer the terminal. */
static void
test_harmless(void)
{
	static const char text[] = HEAD "place=1\ntitle=a\033[2J\\nb\nwords=c\u202E\n";
	g_autoptr(OqPlace) place = oq_place_parse(text, strlen(text), NULL);
	g_assert_cmpstr(place->title, ==, "a[2J b");
	g_assert_cmpstr(place->trace.words, ==, "c");
}

/* A voice may have been taken away since. */
static void
test_voice_that_is_gone(void)
{
	const OqStyle style = {"ainur", 180, 40, 0, 50, 100, 0, ""};
	g_autoptr(OqPlace) place = oq_place_new(paths);
	g_autoptr(GPtrArray) voices = g_ptr_array_new();
	char ids[][8] = {"dauren", "ainur"}, name[] = "";
	OqVoice other = {.id = ids[0], .name = name}, ainur = {.id = ids[1], .name = name};
	g_assert_true(oq_place_keep_voice(place, voices));
	oq_place_set_style(place, OQ_PLACE_VOICE | OQ_PLACE_SPEED, &style);
	g_ptr_array_add(voices, &other);
	g_ptr_array_add(voices, &ainur);
	g_assert_true(oq_place_keep_voice(place, voices));
	g_assert_cmpuint(place->style_set, ==, OQ_PLACE_VOICE | OQ_PLACE_SPEED);
	g_ptr_array_set_size(voices, 1);
	g_assert_false(oq_place_keep_voice(place, voices));
	g_assert_cmpuint(place->style_set, ==, OQ_PLACE_SPEED);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/place/printed-is-parsed", test_printed_is_parsed);
	g_test_add_func("/place/new", test_new);
	g_test_add_func("/place/style", test_style);
	g_test_add_func("/place/name", test_name);
	g_test_add_func("/place/percent", test_percent);
	g_test_add_func("/place/many-files", test_many_files);
	g_test_add_func("/place/damaged", test_damaged);
	g_test_add_func("/place/harmless", test_harmless);
	g_test_add_func("/place/voice-that-is-gone", test_voice_that_is_gone);
	return g_test_run();
}
