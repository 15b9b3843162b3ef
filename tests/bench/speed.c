/* speed.c - how many Kazakh words a minute are really said, through the whole pipeline.
 *
 *     speed check VOICE PAUSES N TEXT...
 *
 * says the texts at N speeds from 60 to 600, with PAUSES percent of the pauses, and prints what was
 * asked and what came of it. A word is a spoken one, an OqWord: "1996" is five. The pauses between
 * them are part of a minute. Exits 1 where a speed is off by more than 5 %, or is not faster than
 * the one before, or so much faster that 3 % of it were not asked for.
 *
 *     speed calibrate TEXT... >speeds.tsv
 *
 * measures voices/espeak/speeds.tsv afresh. Lines of a text that begin with # are left out, as they
 * are comments in tests/cases. */
#include "speed_meter.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define MAX_ERROR 0.05
#define MAX_STEP  0.03 /* beyond what was asked */
#define RATES     OQ_TEST_VOICES "/../tests/bench/rates.tsv"
#define TABLE     OQ_TEST_VOICES "/espeak/speeds.tsv"
#define NO_PAUSES 0

/* eSpeak's rates that are measured: dense up to where libsonic takes over, beyond 350 in our voices
 * and 449 in its own, and up to what 600 words a minute need. */
typedef struct {
	const char *kind;
	const char *voice;
	guint low;
	guint high;
	guint step;
} Rates;

static const Rates measured[] = {
	{"own", OQ_VOICE_DEFAULT, 85, 345, 10},
	{"own", OQ_VOICE_DEFAULT, 350, 351, 1},
	{"own", OQ_VOICE_DEFAULT, 400, 1600, 100},
	{"stock", "stock", 80, 440, 10},
	{"stock", "stock", 449, 450, 1},
	{"stock", "stock", 500, 1600, 100},
};

static double
wpm(const SpeedMeter *meter, double minutes)
{
	return (double)meter->n_words / minutes;
}

static gboolean
check_one(guint asked, guint last_asked, double said, double last_said)
{
	double error = said / asked - 1;
	gboolean is_first = last_asked == 0;
	gboolean is_good =
		fabs(error) <= MAX_ERROR &&
		(is_first || (said > last_said &&
				     said / last_said <= (double)asked / last_asked + MAX_STEP));

	printf("%5u %7.1f %+5.1f %%%s\n", asked, said, error * 100, is_good ? "" : "  wrong");
	return is_good;
}

/* The n speeds have equal ratios, but they are whole: at the slow end some are the same. */
static guint
make_speeds(const char *voice, guint pauses_percent, guint n, SpeedHow *hows)
{
	double range = (double)OQ_SPEED_MAX_WPM / OQ_SPEED_MIN_WPM;
	guint n_hows = 0;

	for (guint i = 0; i < n; i++) {
		double speed_wpm = OQ_SPEED_MIN_WPM * pow(range, (double)i / (n - 1));
		SpeedHow how = {
			voice, (guint)lround(speed_wpm), pauses_percent, test_tables()->speeds};
		if (n_hows == 0 || hows[n_hows - 1].speed_wpm != how.speed_wpm)
			hows[n_hows++] = how;
	}
	return n_hows;
}

static gboolean
check(const SpeedMeter *meter, const char *voice, guint pauses_percent, guint n)
{
	g_autofree SpeedHow *hows = g_new(SpeedHow, n);
	g_autofree double *minutes = g_new(double, n);
	guint n_hows = make_speeds(voice, pauses_percent, n, hows);
	gboolean is_good = TRUE;

	speed_meter_say(meter, hows, n_hows, minutes);
	printf("asked    said   error (%s, %" G_GUINT64_FORMAT " words, %u %% of the pauses)\n",
		voice, meter->n_words, pauses_percent);
	for (guint i = 0; i < n_hows; i++)
		is_good &= check_one(hows[i].speed_wpm, i > 0 ? hows[i - 1].speed_wpm : 0,
			wpm(meter, minutes[i]), i > 0 ? wpm(meter, minutes[i - 1]) : 0);
	return is_good;
}

/* The names of the columns and the comments of the table stay as they are. */
static void
print_comments(void)
{
	g_autofree char *table = NULL;

	g_assert_true(g_file_get_contents(TABLE, &table, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
	for (guint i = 0; lines[i]; i++) {
		if (lines[i][0] == '#')
			puts(lines[i]);
	}
}

/* The rate is the same, so it does not matter which. */
static void
calibrate_pause(const SpeedMeter *meter, const OqSpeeds *speeds)
{
	SpeedHow hows[] = {
		{OQ_VOICE_DEFAULT, OQ_SPEED_NORMAL_WPM, 100, speeds},
		{OQ_VOICE_DEFAULT, OQ_SPEED_NORMAL_WPM, NO_PAUSES, speeds},
	};
	double minutes[2];

	speed_meter_say(meter, hows, 2, minutes);
	printf("pause\t\t\t%.1f\n", (minutes[0] - minutes[1]) * 60000 / (double)meter->n_words);
}

static void
calibrate_rates(const SpeedMeter *meter, const Rates *rates, const OqSpeeds *speeds)
{
	guint n = (rates->high - rates->low) / rates->step + 1;
	g_autofree SpeedHow *hows = g_new(SpeedHow, n);
	g_autofree double *minutes = g_new(double, n);

	for (guint i = 0; i < n; i++)
		hows[i] = (SpeedHow){rates->voice, rates->low + i * rates->step, NO_PAUSES, speeds};
	speed_meter_say(meter, hows, n, minutes);
	for (guint i = 0; i < n; i++)
		printf("%s\t%u\t%.1f\n", rates->kind, hows[i].speed_wpm, wpm(meter, minutes[i]));
}

static void
calibrate(const SpeedMeter *meter)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqSpeeds) speeds = oq_speeds_load(RATES, &error);

	g_assert_no_error(error);
	print_comments();
	calibrate_pause(meter, speeds);
	for (gsize i = 0; i < G_N_ELEMENTS(measured); i++)
		calibrate_rates(meter, &measured[i], speeds);
}

int
main(int n_arguments, char **arguments)
{
	g_auto(SpeedMeter) meter;
	speed_meter_init(&meter);

	if (n_arguments > 2 && g_str_equal(arguments[1], "calibrate")) {
		speed_meter_read(&meter, (const char *const *)arguments + 2);
		calibrate(&meter);
		return EXIT_SUCCESS;
	}
	if (n_arguments < 6 || !g_str_equal(arguments[1], "check"))
		g_error("usage: speed check VOICE PAUSES N TEXT... | speed calibrate TEXT...");
	guint pauses_percent = (guint)g_ascii_strtoull(arguments[3], NULL, 10);
	guint n = (guint)g_ascii_strtoull(arguments[4], NULL, 10);
	speed_meter_read(&meter, (const char *const *)arguments + 5);
	return check(&meter, arguments[2], pauses_percent, n) ? EXIT_SUCCESS : EXIT_FAILURE;
}
