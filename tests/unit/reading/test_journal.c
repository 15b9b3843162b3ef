#include "reading/journal.h"

#include "base/files/beside.h"
#include "made_speech.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

enum { RATE_HZ = 10000, N_SPEECHES = 6, PER_PASSAGE = 2 };

typedef struct {
	char *folder;
	char *output;
	char *path;
} Fixture;

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	f->folder = g_dir_make_tmp("oqyrman-journal-XXXXXX", NULL);
	f->output = g_build_filename(f->folder, "a.wav", NULL);
	f->path = oq_journal_path(f->output);
}

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_unlink(f->output);
	g_unlink(f->path);
	g_assert_cmpint(g_rmdir(f->folder), ==, 0);
	g_free(f->path);
	g_free(f->output);
	g_free(f->folder);
}

static OqJournal *
open_journal(const Fixture *f, const char *key)
{
	g_autoptr(GError) error = NULL;
	OqJournal *journal = oq_journal_new(f->path, key, &error);
	g_assert_no_error(error);
	return journal;
}

static OqJournalDigest
digest_of(guint i, guint first_word, const OqStyle *style)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	g_string_printf(utterance.spoken, "сөз %u", i);
	return oq_journal_digest(&utterance, first_word, style);
}

static OqJournalDigest
digest(guint i)
{
	const OqStyle style = OQ_STYLE_DEFAULT;
	return digest_of(i, 0, &style);
}

static void
add(OqJournal *journal, guint i)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSpeech) speech = made_speech(100 * i, RATE_HZ, 500, 50, 100, i);
	OqJournalDigest said = digest(i);
	oq_journal_add(journal, &said, i % PER_PASSAGE == 0, speech, &error);
	g_assert_no_error(error);
}

static void
fill(const Fixture *f, guint n)
{
	g_autoptr(OqJournal) journal = open_journal(f, "key");
	for (guint i = 0; i < n; i++)
		add(journal, i);
}

/* The speech is what it was. */
static gboolean
recalls(OqJournal *journal, guint i)
{
	g_autoptr(GError) error = NULL;
	OqJournalDigest said = digest(i);
	g_autoptr(OqSpeech) speech = oq_journal_recall(journal, &said, &error);
	g_assert_no_error(error);
	if (speech == NULL)
		return FALSE;
	g_autoptr(OqSpeech) expected = made_speech(100 * i, RATE_HZ, 500, 50, 100, i);
	g_assert_cmpuint(speech->start, ==, expected->start);
	g_assert_cmpuint(speech->n_frames, ==, expected->n_frames);
	g_assert_cmpuint(speech->n_marks, ==, expected->n_marks);
	g_assert_cmpmem(
		speech->samples, speech->n_voiced * 2, expected->samples, expected->n_voiced * 2);
	return TRUE;
}

static guint
n_recalled(OqJournal *journal)
{
	guint n = 0;
	while (recalls(journal, n))
		n++;
	return n;
}

/* All but the last passage, which may lack its end. */
static void
test_goes_on(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	fill(f, N_SPEECHES);
	OqJournal *journal = open_journal(f, "key");
	g_assert_cmpuint(n_recalled(journal), ==, N_SPEECHES - PER_PASSAGE);
	for (guint i = N_SPEECHES - PER_PASSAGE; i < N_SPEECHES + 1; i++)
		add(journal, i);
	oq_journal_free(journal);
	journal = open_journal(f, "key");
	g_assert_cmpuint(n_recalled(journal), ==, N_SPEECHES);
	oq_journal_remove(journal);
	g_assert_false(g_file_test(f->path, G_FILE_TEST_EXISTS));
}

/* Cut anywhere, it holds whole passages. */
static void
test_cut_anywhere(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *bytes = NULL;
	gsize n_bytes;
	fill(f, N_SPEECHES);
	g_assert_true(g_file_get_contents(f->path, &bytes, &n_bytes, NULL));
	guint last = 0;
	for (gsize n = 0; n <= n_bytes; n += 97) {
		g_assert_true(g_file_set_contents(f->path, bytes, (gssize)n, NULL));
		g_autoptr(OqJournal) journal = open_journal(f, "key");
		guint n_found = n_recalled(journal);
		g_assert_cmpuint(n_found % PER_PASSAGE, ==, 0);
		g_assert_cmpuint(n_found, >=, last);
		last = n_found;
	}
	g_assert_cmpuint(last, >=, N_SPEECHES - 2 * PER_PASSAGE);
}

/* What is behind a bit that has fallen over is said again. */
static void
test_damaged(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *bytes = NULL;
	gsize n_bytes;
	fill(f, N_SPEECHES);
	g_assert_true(g_file_get_contents(f->path, &bytes, &n_bytes, NULL));
	bytes[n_bytes * 3 / 4] ^= 1;
	g_assert_true(g_file_set_contents(f->path, bytes, (gssize)n_bytes, NULL));
	g_autoptr(OqJournal) journal = open_journal(f, "key");
	g_assert_cmpuint(n_recalled(journal), ==, PER_PASSAGE);
}

static void
test_changed(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	fill(f, N_SPEECHES);
	OqJournal *journal = open_journal(f, "key");
	g_assert_true(recalls(journal, 0));
	OqJournalDigest other = digest(7);
	g_assert_null(oq_journal_recall(journal, &other, &error));
	g_assert_error(error, OQ_JOURNAL_ERROR, OQ_JOURNAL_ERROR_CHANGED);
	oq_journal_free(journal);
	g_assert_false(g_file_test(f->path, G_FILE_TEST_EXISTS));
}

static void
test_other_key(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	fill(f, N_SPEECHES);
	OqJournal *journal = open_journal(f, "other");
	g_assert_cmpuint(n_recalled(journal), ==, 0);
	oq_journal_free(journal);
	g_assert_false(g_file_test(f->path, G_FILE_TEST_EXISTS)); /* nothing is in it */
}

static void
test_busy(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqJournal) journal = open_journal(f, "key");
	g_assert_null(oq_journal_new(f->path, "key", &error));
	g_assert_error(error, OQ_JOURNAL_ERROR, OQ_JOURNAL_ERROR_BUSY);
	g_clear_error(&error);
	g_assert_null(oq_journal_new("/nowhere/.a", "key", &error));
	g_assert_error(error, OQ_BESIDE_ERROR, OQ_BESIDE_ERROR_FILE);
}

static void
test_digest(Fixture *f G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	OqStyle style = OQ_STYLE_DEFAULT;
	OqJournalDigest one = digest_of(1, 0, &style), same = digest_of(1, 0, &style);
	OqJournalDigest later = digest_of(1, 1, &style);
	style.speed_wpm = 200;
	OqJournalDigest faster = digest_of(1, 0, &style);
	g_assert_cmpmem(&one, sizeof one, &same, sizeof same);
	g_assert_cmpint(memcmp(&one, &later, sizeof one), !=, 0);
	g_assert_cmpint(memcmp(&one, &faster, sizeof one), !=, 0);
}

/* Of a file that is as it was when it was done. */
static void
test_note(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	g_assert_false(oq_journal_is_noted(f->output, "key"));
	g_assert_true(g_file_set_contents(f->output, "audio", -1, NULL));
	fill(f, N_SPEECHES);
	g_assert_false(oq_journal_is_noted(f->output, "key"));
	oq_journal_note(open_journal(f, "key"), f->output);
	g_assert_true(oq_journal_is_noted(f->output, "key"));
	g_assert_false(oq_journal_is_noted(f->output, "other"));
	g_assert_true(g_file_set_contents(f->output, "other audio", -1, NULL));
	g_assert_false(oq_journal_is_noted(f->output, "key"));
	oq_journal_forget(f->output);
	g_assert_false(g_file_test(f->path, G_FILE_TEST_EXISTS));
	oq_journal_note(open_journal(f, "key"), "/nowhere");
	g_assert_false(g_file_test(f->path, G_FILE_TEST_EXISTS));
}

static void
test_path(Fixture *f G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *stem = g_strnfill(250, 'a');
	g_autofree char *near = oq_journal_path("a.wav"), *far = oq_journal_path("/x/y/a.wav");
	g_autofree char *longer = oq_journal_path(stem);
	g_assert_cmpstr(near, ==, "./.a.wav.oqyrman-resume");
	g_assert_cmpstr(far, ==, "/x/y/.a.wav.oqyrman-resume");
	g_assert_cmpuint(strlen(longer), <=, 255);
}

#define ADD(name, function) g_test_add("/journal/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("goes-on", test_goes_on);
	ADD("cut-anywhere", test_cut_anywhere);
	ADD("damaged", test_damaged);
	ADD("changed", test_changed);
	ADD("other-key", test_other_key);
	ADD("busy", test_busy);
	ADD("digest", test_digest);
	ADD("note", test_note);
	ADD("path", test_path);
	return g_test_run();
}
