#include "radio/production.h"

#include "audio/files/sink_file.h"
#include "base/files/beside.h"
#include "made_voice.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
	OqLexicon *lexicon;
	OqNursery *nursery;
	OqPool *pool;
	OqStyle style;
	char *folder;
	char *output;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	f->style = OQ_STYLE_DEFAULT;
	f->nursery = oq_nursery_new(NULL, made_voice_run, NULL, &error);
	g_assert_no_error(error);
	f->lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	f->pool = oq_pool_new(f->nursery, 2);
	f->folder = g_dir_make_tmp("oq-production-XXXXXX", &error);
	g_assert_no_error(error);
	f->output = g_build_filename(f->folder, "a.wav", NULL);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_pool_free(f->pool);
	oq_nursery_free(f->nursery);
	oq_lexicon_free(f->lexicon);
	g_remove(f->output);
	g_assert_cmpint(g_rmdir(f->folder), ==, 0); /* nothing else is left in it */
	g_free(f->output);
	g_free(f->folder);
}

static OqProduction *
begin(Fixture *f, const OqOrder *order)
{
	g_autoptr(GError) error = NULL;
	OqProduction *production =
		oq_production_new(f->pool, MADE_VOICE_RATE_HZ, &f->style, order, &error);
	g_assert_no_error(error);
	return production;
}

static void
add(Fixture *f, OqProduction *production, const char *text)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqCursor) cursor = oq_cursor_new(oq_document_new_text(text, strlen(text)),
		oq_normalizer_new(f->lexicon, NULL, &OQ_TASTE_DEFAULT));
	g_assert_true(oq_production_add(production, cursor, NULL, &error));
	g_assert_no_error(error);
}

static void
say(Fixture *f, OqProduction *production, const char *text)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqCursor) cursor = oq_cursor_new(oq_document_new_text(text, strlen(text)),
		oq_normalizer_new(f->lexicon, NULL, &OQ_TASTE_DEFAULT));
	g_assert_true(oq_production_say(production, cursor, NULL, &error));
	g_assert_no_error(error);
}

/* Of the sound in the output, as its chunk says. */
static gsize
n_sound_bytes(const Fixture *f)
{
	g_autofree char *bytes = NULL;
	gsize n_bytes = 0;
	g_assert_true(g_file_get_contents(f->output, &bytes, &n_bytes, NULL));
	const char *data = NULL;
	for (gsize i = 0; data == NULL && i + 4 < n_bytes; i++)
		data = memcmp(bytes + i, "data", 4) == 0 ? bytes + i : NULL;
	g_assert_nonnull(data);
	guint32 size;
	memcpy(&size, data + 4, sizeof size);
	return GUINT32_FROM_LE(size);
}

/* Two texts of two words and of one, with a pause between them. */
static void
test_texts_follow_each_other(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqOrder order = {.output = f->output};
	g_autoptr(OqProduction) production = begin(f, &order);
	add(f, production, "Бір екі.");
	add(f, production, "Үш.");
	g_assert_true(oq_production_finish(production, NULL, NULL));
	guint64 n_frames = oq_production_count(production).n_frames;
	g_assert_cmpuint(oq_production_count(production).n_sentences, ==, 2);
	g_assert_cmpuint(n_frames, >, 3 * MADE_VOICE_WORD_FRAMES);
	g_assert_cmpuint(n_sound_bytes(f), ==, n_frames * sizeof(gint16));
}

/* Of all texts, in the frames of the file. */
static void
test_sidecars(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqOrder order = {.output = f->output, .sidecars = OQ_SIDECAR_JSON};
	g_autoptr(OqProduction) production = begin(f, &order);
	add(f, production, "Бір екі.");
	add(f, production, "Үш.");
	g_assert_true(oq_production_finish(production, NULL, NULL));
	g_autofree char *path = g_build_filename(f->folder, "a.json", NULL), *json = NULL;
	g_assert_true(g_file_get_contents(path, &json, NULL, NULL));
	g_assert_nonnull(strstr(json, "\"n_samples\":3500,"));
	g_assert_nonnull(strstr(json, "\n{\"item\":1,\"paragraph\":1,\"sample\":2500,"));
	g_assert_cmpint(g_remove(path), ==, 0);
}

static gboolean
has_bytes(const Fixture *f, const char *text)
{
	g_autofree char *bytes = NULL;
	gsize n_bytes = 0;
	g_assert_true(g_file_get_contents(f->output, &bytes, &n_bytes, NULL));
	return memmem(bytes, n_bytes, text, strlen(text)) != NULL;
}

/* What is given, and what the texts show. */
static void
test_tags(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqTags tags = {.author = (char[]){"Дәурен"}};
	const OqOrder order = {.output = f->output, .tags = &tags, .marks = OQ_MARKS_SENTENCE};
	g_autoptr(OqProduction) production = begin(f, &order);
	add(f, production, "Бір екі.");
	add(f, production, "Үш.");
	g_assert_true(oq_production_finish(production, NULL, NULL));
	g_assert_true(has_bytes(f, "<artist>Дәурен</artist>"));
	g_assert_true(has_bytes(f, "<outcue>Үш.</outcue>"));
	g_assert_true(has_bytes(f, "bext"));
	g_assert_true(has_bytes(f, "labl"));
}

static void
test_not_finished_leaves_nothing(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqOrder order = {.output = f->output, .sidecars = OQ_SIDECAR_JSON};
	g_autoptr(OqProduction) production = begin(f, &order);
	add(f, production, "Бір екі.");
	g_clear_pointer(&production, oq_production_free);
	g_assert_false(g_file_test(f->output, G_FILE_TEST_EXISTS));
}

/* The silence of the profile stands around what is said, and nothing is left of the spool. */
static void
test_profile(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	OqProfile profile = oq_profile_plain();
	profile.rate_hz = 2 * MADE_VOICE_RATE_HZ;
	profile.n_bits = 24;
	profile.n_channels = 2;
	profile.head_ms = 500;
	profile.tail_ms = 250;
	const OqOrder order = {.output = f->output, .profile = &profile};
	g_autoptr(OqProduction) production = begin(f, &order);
	add(f, production, "Бір екі.");
	g_assert_true(oq_production_finish(production, NULL, NULL));
	guint64 n_frames =
		2 * oq_production_count(production).n_frames + (guint64)profile.rate_hz * 3 / 4;
	g_assert_cmpuint(n_sound_bytes(f), ==, n_frames * 2 * 3);
}

/* Items with what belongs to each: what is before it, how it is said, where it begins. */
static void
test_items(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqOrder order = {.output = f->output, .sidecars = OQ_SIDECAR_JSON};
	g_autoptr(OqProduction) production = begin(f, &order);
	oq_production_begin_item(production, "Бірінші", -1);
	say(f, production, "Бір.");
	oq_production_set_pause(production, 1000);
	say(f, production, "Екі.");
	oq_production_begin_item(production, "Екінші", 2000);
	say(f, production, "Үш.");
	g_assert_true(oq_production_finish(production, NULL, NULL));
	g_assert_cmpuint(oq_production_count(production).n_frames, ==,
		3 * MADE_VOICE_WORD_FRAMES + 3 * MADE_VOICE_RATE_HZ);
	g_autofree char *path = g_build_filename(f->folder, "a.json", NULL), *json = NULL;
	g_assert_true(g_file_get_contents(path, &json, NULL, NULL));
	g_assert_nonnull(strstr(json, "Бірінші"));
	g_assert_nonnull(strstr(json, "Екінші"));
	g_assert_cmpint(g_remove(path), ==, 0);
}

static void
write_jingle(const char *path, gsize n_frames)
{
	const OqSinkFormat format = {.rate_hz = 48000, .n_channels = 1, .n_bits = 16};
	g_autoptr(OqSink) sink = oq_sink_file_new(path, &format, NULL);
	g_autofree gfloat *frames = g_new(gfloat, n_frames);
	for (gsize i = 0; i < n_frames; i++)
		frames[i] = i % 48 < 24 ? 0.25f : -0.25f;
	g_assert_true(oq_sink_write(sink, frames, n_frames, NULL, NULL));
	g_assert_true(oq_sink_finish(sink, NULL, NULL));
}

/* A jingle, a silence, what is said; head and tail are around all of it. */
static void
test_sounds(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *jingle = g_build_filename(f->folder, "j.wav", NULL);
	const OqBulletinSounds sounds = {.intro = jingle};
	OqProfile profile = oq_profile_plain();
	profile.head_ms = profile.tail_ms = 500;
	const OqOrder order = {.output = f->output,
		.profile = &profile,
		.sidecars = OQ_SIDECAR_JSON,
		.sounds = &sounds};
	write_jingle(jingle, 48000);
	g_autoptr(OqProduction) production = begin(f, &order);
	add(f, production, "Бір екі.");
	g_assert_true(oq_production_finish(production, NULL, NULL));
	guint64 n_said =
		(oq_production_count(production).n_frames * 48000 + MADE_VOICE_RATE_HZ / 2) /
		MADE_VOICE_RATE_HZ;
	guint64 n_before = 24000 + 48000 + 48 * OQ_BULLETIN_JINGLE_MS;
	g_assert_cmpuint(n_sound_bytes(f), ==, (n_before + n_said + 24000) * 2);
	g_autofree char *path = g_build_filename(f->folder, "a.json", NULL), *json = NULL;
	g_autofree char *first = g_strdup_printf("\"sample\":%u,", (guint)n_before);
	g_assert_true(g_file_get_contents(path, &json, NULL, NULL));
	g_assert_nonnull(strstr(json, first));
	g_assert_cmpint(g_remove(path), ==, 0);
	g_assert_cmpint(g_remove(jingle), ==, 0);
}

static void
test_no_such_sound(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqBulletinSounds sounds = {.bed = "/nowhere/bed.wav"};
	const OqOrder order = {.output = f->output, .sounds = &sounds};
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_production_new(f->pool, MADE_VOICE_RATE_HZ, &f->style, &order, &error));
	g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_SOURCE);
	g_assert_false(g_file_test(f->output, G_FILE_TEST_EXISTS));
}

static char *
file_in(const Fixture *f, const char *name)
{
	return g_build_filename(f->folder, name, NULL);
}

static void
remove_in(const Fixture *f, const char *name)
{
	g_autofree char *path = file_in(f, name);
	g_assert_cmpint(g_remove(path), ==, 0);
}

static void
test_taken_is_refused(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqOrder order = {.output = f->output, .taken = OQ_TAKEN_REFUSED};
	g_autoptr(GError) error = NULL;
	g_autoptr(OqProduction) production = begin(f, &order);
	add(f, production, "Бір.");
	g_assert_true(g_file_set_contents(f->output, "old", -1, NULL));
	g_assert_null(oq_production_new(f->pool, MADE_VOICE_RATE_HZ, &f->style, &order, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_TAKEN);
	g_clear_error(&error);
	g_assert_false(oq_production_finish(production, NULL, &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_TAKEN);
}

/* Two choose the same name, which was free: the second one to end gets the next one, and so do
 * what stands beside it; nothing is replaced, nothing is left. */
static void
test_taken_is_numbered(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqOrder order = {
		.output = f->output, .taken = OQ_TAKEN_NUMBERED, .sidecars = OQ_SIDECAR_SRT};
	g_autofree char *blocked = file_in(f, "a-2.srt"), *third = file_in(f, "a-3.wav");
	g_autoptr(OqProduction) first = begin(f, &order), second = begin(f, &order);
	add(f, first, "Бір.");
	add(f, second, "Бір екі.");
	g_assert_cmpstr(oq_production_output(second), ==, f->output);
	g_assert_true(oq_production_finish(first, NULL, NULL));
	g_assert_true(g_file_set_contents(blocked, "mine", -1, NULL));
	g_assert_true(oq_production_finish(second, NULL, NULL));
	g_assert_cmpstr(oq_production_output(first), ==, f->output);
	g_assert_cmpstr(oq_production_output(second), ==, third);
	static const char *const left[] = {"a-2.srt", "a-3.srt", "a-3.wav", "a.srt"};
	for (guint i = 0; i < G_N_ELEMENTS(left); i++)
		remove_in(f, left[i]);
}

static char *
bytes_of(const char *path)
{
	char *bytes = NULL;
	gsize n_bytes = 0;
	g_assert_true(g_file_get_contents(path, &bytes, &n_bytes, NULL));
	g_autofree char *taken = bytes;
	return g_compute_checksum_for_data(G_CHECKSUM_SHA1, (const guchar *)bytes, n_bytes);
}

static void
add_many(Fixture *f, OqProduction *production, guint n)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < n; i++)
		g_string_append(text, i % 5 == 4 ? "Бір екі үш.\n\n" : "Төрт бес. ");
	add(f, production, text->str);
}

/* What was broken off, and goes on, becomes what it would have been. */
static void
test_resumed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	OqOrder order = {.output = f->output};
	g_autoptr(OqProduction) unbroken = begin(f, &order);
	add_many(f, unbroken, 60);
	g_assert_true(oq_production_finish(unbroken, NULL, NULL));
	g_autofree char *expected = bytes_of(f->output);
	g_autofree char *journal = oq_journal_path(f->output);
	order.key = "key";
	for (guint n = 5; n < 60; n += 17) {
		g_autoptr(OqProduction) broken = begin(f, &order);
		add_many(f, broken, n);
		g_clear_pointer(&broken, oq_production_free);
		g_assert_true(g_file_test(journal, G_FILE_TEST_EXISTS));
	}
	g_autoptr(OqProduction) resumed = begin(f, &order);
	add_many(f, resumed, 60);
	g_assert_true(oq_production_finish(resumed, NULL, NULL));
	g_autofree char *found = bytes_of(f->output);
	g_assert_cmpstr(found, ==, expected);
	g_assert_false(g_file_test(journal, G_FILE_TEST_EXISTS));
}

/* It tells that this one is done, until all are. */
static void
test_one_of_many(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqOrder order = {.output = f->output, .key = "key", .is_one_of_many = TRUE};
	g_autoptr(OqProduction) production = begin(f, &order);
	add(f, production, "Бір екі.");
	g_assert_false(oq_journal_is_noted(f->output, "key"));
	g_assert_true(oq_production_finish(production, NULL, NULL));
	g_assert_true(oq_journal_is_noted(f->output, "key"));
	oq_journal_forget(f->output);
}

static void
test_no_such_format(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqOrder order = {.output = "a.txt"};
	g_autoptr(GError) error = NULL;
	OqProduction *production =
		oq_production_new(f->pool, MADE_VOICE_RATE_HZ, &f->style, &order, &error);
	g_assert_null(production);
	g_assert_error(error, OQ_AUDIO_ERROR, OQ_AUDIO_ERROR_FORMAT);
}

#define TEST(name, function) g_test_add(name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	TEST("/production/texts-follow-each-other", test_texts_follow_each_other);
	TEST("/production/sidecars", test_sidecars);
	TEST("/production/tags", test_tags);
	TEST("/production/not-finished-leaves-nothing", test_not_finished_leaves_nothing);
	TEST("/production/profile", test_profile);
	TEST("/production/items", test_items);
	TEST("/production/sounds", test_sounds);
	TEST("/production/no-such-sound", test_no_such_sound);
	TEST("/production/taken-is-refused", test_taken_is_refused);
	TEST("/production/taken-is-numbered", test_taken_is_numbered);
	TEST("/production/resumed", test_resumed);
	TEST("/production/one-of-many", test_one_of_many);
	TEST("/production/no-such-format", test_no_such_format);
	return g_test_run();
}
