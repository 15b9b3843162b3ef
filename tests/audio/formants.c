/* Whether the vowels of the default voice have the two lowest resonances of a man who speaks
 * Kazakh: those of cases/formants.tsv. First the measure itself is tried on known resonances. */
#include <math.h>
#include <string.h>

#include "base/table.h"
#include "lpc.h"
#include "test_voice.h"

enum {
	RATE_HZ = 2 * LPC_RATE_HZ,
	FRAME = LPC_RATE_HZ / 25, /* 40 ms: four periods of a man's voice or more */
	STEP = LPC_RATE_HZ / 200, /* 5 ms */
	SLOW_WPM = 60,            /* long vowels have a steady middle */
	LONGEST_LAG = LPC_RATE_HZ / 70,
	SHORTEST_LAG = LPC_RATE_HZ / 250,
	MIN_WORDS = 5,
};

#define VOICED 0.6  /* correlation of a period with the next one */
#define STEADY 0.5  /* of the greatest energy */
#define CLOSE  0.05 /* how far the measure may be from the truth */

enum { VOWEL, WORDS, F1_LOW, F1_HIGH, F2_LOW, F2_HIGH };
static const char *const columns[] = {
	"vowel", "words", "f1_low", "f1_high", "f2_low", "f2_high", "source", NULL};

static double
median(GArray *numbers, GCompareFunc compare)
{
	g_array_sort(numbers, compare);
	return g_array_index(numbers, double, numbers->len / 2);
}

static gint
compare_numbers(gconstpointer a, gconstpointer b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

static double
product(const double *a, const double *b)
{
	double sum = 0;
	for (guint i = 0; i < FRAME; i++)
		sum += a[i] * b[i];
	return sum;
}

/* Samples up to a longest lag after the frame are needed. */
static gboolean
is_voiced(const double *frame)
{
	double energy = product(frame, frame), best = 0;
	for (guint lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
		const double *later = frame + lag;
		double both = sqrt(energy * product(later, later));
		best = MAX(best, both > 0 ? product(frame, later) / both : 0);
	}
	return best > VOICED;
}

static double
energy_at(const GArray *samples, gsize at)
{
	const double *frame = &g_array_index(samples, double, at);
	return is_voiced(frame) ? product(frame, frame) : 0;
}

/* The middle third of the loudest voiced stretch of a word: begin and end of its frames. */
static void
find_middle(const GArray *samples, gsize *begin, gsize *end)
{
	gsize last = samples->len - FRAME - LONGEST_LAG, loudest = 0;
	double most = 0;
	for (gsize at = 0; at < last; at += STEP) {
		double energy = energy_at(samples, at);
		if (energy > most) {
			most = energy;
			loudest = at;
		}
	}
	for (*begin = loudest; *begin >= STEP;) {
		if (energy_at(samples, *begin - STEP) < STEADY * most)
			break;
		*begin -= STEP;
	}
	for (*end = loudest; *end + STEP < last;) {
		if (energy_at(samples, *end + STEP) < STEADY * most)
			break;
		*end += STEP;
	}
	gsize third = (*end - *begin) / 3;
	*begin += third;
	*end -= third;
}

static Formants
medians(GArray *f1s, GArray *f2s)
{
	g_assert_cmpuint(f1s->len, >, 0);
	return (Formants){median(f1s, compare_numbers), median(f2s, compare_numbers)};
}

/* Of what is at twice LPC_RATE_HZ. */
static Formants
measure(const gint16 *samples, gsize n_samples)
{
	g_autoptr(GArray) half = lpc_halve(samples, n_samples);
	g_autoptr(GArray) f1s = g_array_new(FALSE, FALSE, sizeof(double));
	g_autoptr(GArray) f2s = g_array_new(FALSE, FALSE, sizeof(double));
	gsize begin, end;
	g_assert_cmpuint(half->len, >, FRAME + LONGEST_LAG);
	find_middle(half, &begin, &end);
	for (gsize at = begin; at <= end; at += STEP) {
		Formants formants;
		if (!lpc_formants(&g_array_index(half, double, at), FRAME, &formants))
			continue;
		g_array_append_val(f1s, formants.f1_hz);
		g_array_append_val(f2s, formants.f2_hz);
	}
	return medians(f1s, f2s);
}

static void
resonate(double *samples, gsize n_samples, double hz, double width_hz)
{
	double radius = exp(-G_PI * width_hz / RATE_HZ), last = 0, before = 0;
	double turn = 2 * radius * cos(2 * G_PI * hz / RATE_HZ);
	double gain = 1 - turn + radius * radius;
	for (gsize i = 0; i < n_samples; i++) {
		double now = gain * samples[i] + turn * last - radius * radius * before;
		before = last;
		last = samples[i] = now;
	}
}

/* A voice of 110 Hz that falls by 12 dB an octave, in a throat with these two resonances and two
 * that stay; @hum_hz is a loud tone beside it. */
static void
make_vowel(gint16 *samples, gsize n_samples, const Formants *formants, double hum_hz)
{
	g_autofree double *sound = g_new0(double, n_samples);
	for (gsize i = 0; i < n_samples; i += RATE_HZ / 110)
		sound[i] = 2e6;
	resonate(sound, n_samples, 0, 100);
	resonate(sound, n_samples, formants->f1_hz, 70);
	resonate(sound, n_samples, formants->f2_hz, 90);
	resonate(sound, n_samples, 2500, 130);
	resonate(sound, n_samples, 3500, 180);
	/* a mouth opens into the room: + 6 dB an octave */
	double last = 0, loudest = 0;
	for (gsize i = 0; i < n_samples; i++) {
		double now = sound[i];
		sound[i] = now - 0.97 * last;
		last = now;
		loudest = MAX(loudest, fabs(sound[i]));
	}
	for (gsize i = 0; i < n_samples; i++)
		samples[i] = (gint16)(sound[i] / loudest * 20000 +
				      8000 * sin(2 * G_PI * hum_hz * (double)i / RATE_HZ));
}

static void
test_resonances(void)
{
	static const Formants known[] = {{300, 2200}, {350, 1400}, {300, 700}, {450, 750},
		{500, 1500}, {700, 1100}, {650, 1700}};
	static const double hums_hz[] = {0, 9500}; /* 9500 Hz would be heard as 1525 Hz */
	gint16 samples[RATE_HZ / 2];
	for (guint i = 0; i < G_N_ELEMENTS(known); i++)
		for (guint k = 0; k < G_N_ELEMENTS(hums_hz); k++) {
			make_vowel(samples, G_N_ELEMENTS(samples), &known[i], hums_hz[k]);
			Formants found = measure(samples, G_N_ELEMENTS(samples));
			g_test_message("%.0f/%.0f measured as %.0f/%.0f", known[i].f1_hz,
				known[i].f2_hz, found.f1_hz, found.f2_hz);
			g_assert_cmpfloat_with_epsilon(
				found.f1_hz, known[i].f1_hz, CLOSE * known[i].f1_hz);
			g_assert_cmpfloat_with_epsilon(
				found.f2_hz, known[i].f2_hz, CLOSE * known[i].f2_hz);
		}
}

static Formants
measure_word(TestVoice *voice, const char *word)
{
	g_autoptr(OqSpeech) speech = test_voice_say_words(voice, word);
	return measure(speech->samples, speech->n_voiced);
}

static Formants
measure_words(TestVoice *voice, const char *words)
{
	g_auto(GStrv) list = g_strsplit(words, " ", -1);
	g_autoptr(GArray) f1s = g_array_new(FALSE, FALSE, sizeof(double));
	g_autoptr(GArray) f2s = g_array_new(FALSE, FALSE, sizeof(double));
	g_assert_cmpuint(g_strv_length(list), >=, MIN_WORDS);
	for (guint i = 0; list[i] != NULL; i++) {
		Formants formants = measure_word(voice, list[i]);
		g_array_append_val(f1s, formants.f1_hz);
		g_array_append_val(f2s, formants.f2_hz);
		g_test_message("%s %.0f/%.0f", list[i], formants.f1_hz, formants.f2_hz);
	}
	return medians(f1s, f2s);
}

static double
bound(const OqTable *table, guint row, guint column)
{
	g_autoptr(GError) error = NULL;
	guint64 hz;
	g_ascii_string_to_unsigned(oq_table_cell(table, row, column), 10, 100, 4000, &hz, &error);
	g_assert_no_error(error);
	return (double)hz;
}

/* As a part of the bound that is exceeded; 0: inside. */
static double
outside(double hz, double low_hz, double high_hz)
{
	return MAX(0, MAX(1 - hz / low_hz, hz / high_hz - 1));
}

/* A vowel behind a ! is known to be outside, by no more than the measure may err. */
static void
check_vowel(TestVoice *voice, const OqTable *table, guint row)
{
	const char *vowel = oq_table_cell(table, row, VOWEL);
	gboolean known = *vowel == '!';
	double f1_low = bound(table, row, F1_LOW), f1_high = bound(table, row, F1_HIGH);
	double f2_low = bound(table, row, F2_LOW), f2_high = bound(table, row, F2_HIGH);
	Formants found = measure_words(voice, oq_table_cell(table, row, WORDS));
	double off =
		MAX(outside(found.f1_hz, f1_low, f1_high), outside(found.f2_hz, f2_low, f2_high));
	g_autofree char *report = g_strdup_printf("%s: F1 %.0f of %.0f-%.0f, F2 %.0f of %.0f-%.0f",
		vowel, found.f1_hz, f1_low, f1_high, found.f2_hz, f2_low, f2_high);
	g_test_message("%s", report);
	if (known && off <= 0)
		g_test_fail_printf("%s: the ! has to go", report);
	else if (off > (known ? CLOSE : 0))
		g_test_fail_printf("%s", report);
}

static void
test_vowels(void)
{
	g_autoptr(GError) error = NULL;
	g_auto(TestVoice) voice;
	test_voice_init(&voice, OQ_VOICE_DEFAULT, SLOW_WPM);
	g_autoptr(OqTable) table =
		oq_table_load_bare(OQ_TEST_CASES "/formants.tsv", columns, 7, NULL, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(oq_synthesizer_rate_hz(voice.synthesizer), ==, RATE_HZ);
	g_assert_cmpuint(oq_table_n_rows(table), ==, 9);
	for (guint row = 0; row < oq_table_n_rows(table); row++)
		check_vowel(&voice, table, row);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/formants/resonances", test_resonances);
	g_test_add_func("/formants/vowels", test_vowels);
	return g_test_run();
}
