#include "speech/espeak/speeds.h"

#include "base/table.h"
#include "speech/engine.h"
#include "speech/score/pauses.h"

#include <glib/gstdio.h>

/* At 130 words a minute a word lasts 60000 / 130 ms; this pause takes half of it. */
#define HALF "pause\t\t\t230.769231\n"

#define COLUMNS "#: kind\trate\tspeech_wpm\tpause_ms\n"

#define ROWS                                                                                       \
	"own\t100\t100\nown\t200\t300\nown\t201\t320\nown\t301\t420\n"                             \
	"stock\t80\t60\nstock\t480\t460\n"

static OqSpeeds *
load(const char *rows, GError **error)
{
	g_autoptr(GError) failure = NULL;
	g_autofree char *folder = g_dir_make_tmp("speeds-XXXXXX", &failure);
	g_assert_no_error(failure);
	g_autofree char *path = g_build_filename(folder, "speeds.tsv", NULL);
	g_autofree char *table = g_strconcat(COLUMNS, rows, NULL);
	g_assert_true(g_file_set_contents(path, table, -1, &failure));
	OqSpeeds *speeds = oq_speeds_load(path, error);
	g_remove(path);
	g_rmdir(folder);
	return speeds;
}

static OqSpeeds *
load_good(const char *contents)
{
	g_autoptr(GError) error = NULL;
	OqSpeeds *speeds = load(contents, &error);
	g_assert_no_error(error);
	return speeds;
}

static void
assert_pace(const OqSpeeds *speeds, guint speed_wpm, gboolean is_stock, guint rate, guint permille)
{
	OqPace pace = oq_speeds_pace(speeds, speed_wpm, 100, is_stock);
	g_assert_cmpuint(pace.rate, ==, rate);
	g_assert_cmpuint(pace.pause_permille, ==, permille);
}

/* Without a row of pauses, they are only as long as the speed has them. */
static void
test_between_rows(void)
{
	g_autoptr(OqSpeeds) speeds = load_good(ROWS);
	assert_pace(speeds, 100, FALSE, 100, 1300);
	assert_pace(speeds, 200, FALSE, 150, 650);
	assert_pace(speeds, 300, FALSE, 200, 433);
	assert_pace(speeds, 370, FALSE, 251, 351);
	assert_pace(speeds, 160, TRUE, 180, 812);
}

static void
test_ends_hold(void)
{
	g_autoptr(OqSpeeds) speeds = load_good(ROWS);
	assert_pace(speeds, 60, FALSE, 100, 2166);
	assert_pace(speeds, 600, FALSE, 301, 216);
	assert_pace(speeds, 600, TRUE, 480, 216);
}

/* Half of the time is taken off before the table is asked. */
static void
test_pauses(void)
{
	g_autoptr(OqSpeeds) speeds = load_good(HALF ROWS);
	assert_pace(speeds, 65, FALSE, 115, 2000);
	assert_pace(speeds, 130, FALSE, 180, 1000);
	g_assert_cmpuint(oq_speeds_pace(speeds, 130, 200, FALSE).rate, ==, 301);
	g_assert_cmpuint(oq_speeds_pace(speeds, 130, 300, FALSE).rate, ==, 301);
	/* a quarter of 400 ms; in the 300 that are left 200 words a minute are said */
	g_assert_cmpuint(oq_speeds_pace(speeds, 150, 50, FALSE).rate, ==, 150);
}

/* Where the time-stretcher begins, the nearer of the two rates is taken, and the pauses make up: a
 * word at 154 is 389.6 ms, 194.8 without its pause; at rate 200 it is 200 long. */
static void
test_at_a_gap(void)
{
	g_autoptr(OqSpeeds) speeds = load_good(HALF ROWS);
	OqPace slower = oq_speeds_pace(speeds, 154, 100, FALSE);
	OqPace faster = oq_speeds_pace(speeds, 156, 100, FALSE);
	g_assert_cmpuint(slower.rate, ==, 200);
	g_assert_cmpuint(faster.rate, ==, 201);
	g_assert_cmpuint(slower.pause_permille, <, oq_pauses_permille(154, 100));
	g_assert_cmpuint(faster.pause_permille, >, oq_pauses_permille(156, 100));
}

static void
assert_wrong(const char *contents, const char *pattern)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(load(contents, &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_ROW);
	g_test_message("%s", error->message);
	g_assert_true(g_pattern_match_simple(pattern, error->message));
}

static void
test_wrong_rows(void)
{
	assert_wrong("# x\nother\t80\t60\n", "*speeds.tsv:3: *");
	assert_wrong("own\tfast\t60\n", "*speeds.tsv:2: *");
	assert_wrong("own\t80\t60x\n", "*speeds.tsv:2: *");
	assert_wrong("own\t80\n", "*speeds.tsv:2: *");
	assert_wrong("own\t80\t60\n\nown\t80\t70\n", "*speeds.tsv:4: *");
	assert_wrong("own\t80\t60\nown\t90\t60\n", "*speeds.tsv:3: *");
	assert_wrong("own\t80\t60\nown\t4001\t70\n", "*speeds.tsv:3: *");
	assert_wrong("pause\t\t\t0\n" ROWS, "*speeds.tsv:2: *");
	assert_wrong("pause\t\t\t6001\n" ROWS, "*speeds.tsv:2: *");
	assert_wrong("own\n", "*speeds.tsv:2: *");
}

static void
test_too_few_rows(void)
{
	assert_wrong("own\t80\t60\nown\t90\t70\nstock\t80\t60\n", "*speeds.tsv: own and stock*");
	assert_wrong("", "*speeds.tsv: “own” is missing*");
	assert_wrong("own\t80\t60\nown\t90\t70\n", "*speeds.tsv: “stock” is missing*");
}

static void
test_no_file(void)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_speeds_load("/nowhere/speeds.tsv", &error));
	g_assert_error(error, OQ_TABLE_ERROR, OQ_TABLE_ERROR_FILE);
}

/* The table that is shipped reaches all speeds, and the pauses hardly make up for anything. */
static void
test_ours(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSpeeds) speeds = oq_speeds_load(OQ_TEST_VOICES "/espeak/speeds.tsv", &error);
	g_assert_no_error(error);
	for (guint stock = 0; stock < 2; stock++) {
		guint last = oq_speeds_pace(speeds, OQ_SPEED_MIN_WPM - 2, 100, stock != 0).rate;
		for (guint wpm = OQ_SPEED_MIN_WPM; wpm <= OQ_SPEED_MAX_WPM; wpm++) {
			OqPace pace = oq_speeds_pace(speeds, wpm, 100, stock != 0);
			guint permille = oq_pauses_permille(wpm, 100);
			g_assert_cmpuint(pace.rate, >=, last);
			g_assert_cmpuint(pace.pause_permille, >, permille * 80 / 100);
			g_assert_cmpuint(pace.pause_permille, <, permille * 120 / 100);
			last = pace.rate;
		}
		OqPace beyond = oq_speeds_pace(speeds, OQ_SPEED_MAX_WPM + 10, 100, stock != 0);
		g_assert_cmpuint(beyond.rate, >, last);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/speeds/between-rows", test_between_rows);
	g_test_add_func("/speeds/at-a-gap", test_at_a_gap);
	g_test_add_func("/speeds/ends-hold", test_ends_hold);
	g_test_add_func("/speeds/pauses", test_pauses);
	g_test_add_func("/speeds/wrong-rows", test_wrong_rows);
	g_test_add_func("/speeds/too-few-rows", test_too_few_rows);
	g_test_add_func("/speeds/no-file", test_no_file);
	g_test_add_func("/speeds/ours", test_ours);
	return g_test_run();
}
