#include "radio/slot.h"

#include "speech/score/pauses.h"

enum { RATE_HZ = 22050, NATURAL_WPM = 130, MAX_WORDS = 400, N_TEXTS = 300, FEW_WORDS = 50 };

/** A word as it sounds at NATURAL_WPM, and the pause behind it. */
typedef struct {
	guint n_frames;
	guint pause_ms;
	gboolean ends_sentence;
} Word;

typedef struct {
	Word words[MAX_WORDS];
	guint n_words;
	guint own_rests_ms; /* that the text itself asks for behind its sentences */
	gint noise;         /* permille, by which a speed is missed */
} Text;

static Text *
random_text(GRand *rand, guint n_words)
{
	Text *text = g_new0(Text, 1);
	text->n_words = n_words;
	text->noise = g_rand_int_range(rand, 0, 12);
	text->own_rests_ms = g_rand_int_range(rand, 0, 10) == 0 ? 900 : 0;
	for (guint i = 0; i < n_words; i++) {
		Word *word = &text->words[i];
		word->n_frames = (guint)g_rand_int_range(rand, RATE_HZ / 10, RATE_HZ * 8 / 10);
		word->ends_sentence = i + 1 == n_words || g_rand_int_range(rand, 0, 10) == 0;
		word->pause_ms = word->ends_sentence                 ? 450
				 : g_rand_int_range(rand, 0, 8) == 0 ? 200
								     : 0;
	}
	return text;
}

static void
end_word(OqMeasure *measure, const Text *text, const Word *word, guint64 pause)
{
	guint64 rest = word->ends_sentence ? (guint64)text->own_rests_ms * RATE_HZ / 1000 : 0;
	g_array_append_val(measure->word_ends, measure->n_frames);
	if (word == &text->words[text->n_words - 1])
		return;
	measure->n_frames += MAX(pause, rest);
	measure->n_between += word->ends_sentence;
	if (pause >= rest)
		measure->n_pauses += pause;
	if (word->ends_sentence)
		measure->n_gaps += MAX(pause, rest);
}

/* As a voice would do it: pauses by the thousandth, and a speed that is not quite kept. */
static OqMeasure *
say(const Text *text, const OqStyle *style)
{
	OqMeasure *measure = oq_measure_new();
	guint wpm = style->speed_wpm > 0 ? style->speed_wpm : NATURAL_WPM;
	gint missed = text->noise > 0 ? (gint)(wpm * 37 % (guint)text->noise) : 0;
	guint permille = oq_pauses_scale(oq_pauses_permille(wpm, 100), style->pauses_percent);
	measure->rate_hz = RATE_HZ;
	for (guint i = 0; i < text->n_words; i++) {
		const Word *word = &text->words[i];
		measure->n_words++;
		measure->n_frames += (guint64)word->n_frames * NATURAL_WPM / wpm *
				     (guint64)(1000 + missed) / 1000;
		end_word(measure, text, word, oq_pauses_frames(word->pause_ms, permille, RATE_HZ));
	}
	return measure;
}

static OqSlot
fit(const Text *text, const OqStyle *natural, guint64 n_frames)
{
	OqSlot slot;
	oq_slot_init(&slot, natural, NATURAL_WPM, n_frames);
	while (slot.verdict == OQ_SLOT_OPEN) {
		g_autoptr(OqMeasure) measure = say(text, &slot.style);
		oq_slot_tell(&slot, measure);
	}
	g_assert_cmpuint(slot.n_passes, <=, OQ_SLOT_MAX_PASSES);
	return slot;
}

static void
assert_fits(const Text *text, const OqSlot *slot)
{
	g_autoptr(OqMeasure) measure = say(text, &slot->style);
	gint64 n_frames = (gint64)measure->n_frames + slot->n_spread;
	if (measure->n_between > 0)
		g_assert_cmpint(n_frames, ==, slot->n_frames);
	else
		g_assert_cmpint(ABS(n_frames - (gint64)slot->n_frames), <=, RATE_HZ / 20);
	g_assert_cmpuint(slot->n_between, ==, measure->n_between);
	g_assert_cmpint(ABS(oq_slot_speed_percent(slot)), <=, OQ_SLOT_SPEED_PERCENT);
	g_assert_cmpuint(oq_slot_pauses_percent(slot), >=, OQ_SLOT_PAUSES_MIN_PERCENT);
	g_assert_cmpuint(oq_slot_pauses_percent(slot), <=, OQ_SLOT_PAUSES_MAX_PERCENT);
}

/* What is said to be cut is cut at the end. */
static void
assert_right_cut(const Text *text, const OqStyle *natural, const OqSlot *slot)
{
	g_autofree Text *cut = g_memdup2(text, sizeof *text);
	g_assert_cmpuint(slot->n_words, >, 0);
	g_assert_cmpuint(slot->n_closest, >, slot->n_frames);
	g_assert_cmpuint(slot->n_words, <=, text->n_words);
	if (text->n_words - slot->n_words < FEW_WORDS)
		return; /* a single word more or less is too much */
	cut->n_words -= slot->n_words;
	cut->words[cut->n_words - 1].ends_sentence = TRUE;
	OqSlot then = fit(cut, natural, slot->n_frames);
	g_assert_cmpint(then.verdict, ==, OQ_SLOT_FITS);
	assert_fits(cut, &then);
}

/* Words like those that are there. */
static void
assert_right_addition(const Text *text, const OqStyle *natural, const OqSlot *slot)
{
	g_autofree Text *longer = g_memdup2(text, sizeof *text);
	g_assert_cmpuint(slot->n_words, >, 0);
	g_assert_cmpuint(slot->n_closest, <, slot->n_frames);
	if (text->n_words < FEW_WORDS || text->n_words + slot->n_words > MAX_WORDS)
		return; /* too few to be like all */
	for (guint i = 0; i < slot->n_words; i++)
		longer->words[longer->n_words++] = text->words[i * 7 % text->n_words];
	OqSlot then = fit(longer, natural, slot->n_frames);
	g_assert_cmpint(then.verdict, ==, OQ_SLOT_FITS);
}

static void
check(const Text *text, const OqStyle *natural, double part)
{
	g_autoptr(OqMeasure) measure = say(text, natural);
	OqSlot slot = fit(text, natural, (guint64)((double)measure->n_frames * part));
	g_test_message("%u words, %.2f: verdict %d, %u passes, %u wpm, %u %%, %" G_GINT64_FORMAT
		       " spread over %u",
		text->n_words, part, slot.verdict, slot.n_passes, slot.speed_wpm,
		slot.style.pauses_percent, slot.n_spread, slot.n_between);
	if (slot.verdict == OQ_SLOT_FITS)
		assert_fits(text, &slot);
	else if (slot.verdict == OQ_SLOT_LONG)
		assert_right_cut(text, natural, &slot);
	else
		assert_right_addition(text, natural, &slot);
	if (part > 0.92 && part < 1.08 && text->noise == 0)
		g_assert_cmpint(slot.verdict, ==, OQ_SLOT_FITS);
	if (part < 0.7 || part > 1.4)
		g_assert_cmpint(slot.verdict, !=, OQ_SLOT_FITS);
}

/* Always the same ones: that added words are like all others is only likely. */
static void
test_any_text(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(10);
	static const double parts[] = {0.5, 0.8, 0.86, 0.9, 0.95, 1, 1.04, 1.1, 1.15, 1.25, 1.5};
	for (guint i = 0; i < N_TEXTS; i++) {
		g_autofree Text *text =
			random_text(rand, (guint)g_rand_int_range(rand, 1, MAX_WORDS));
		OqStyle natural = OQ_STYLE_DEFAULT;
		for (guint k = 0; k < G_N_ELEMENTS(parts); k++)
			check(text, &natural, parts[k]);
		natural.speed_wpm = 130;
		natural.pauses_percent = 80;
		check(text, &natural, g_rand_double_range(rand, 0.7, 1.4));
	}
}

/* A text that fits is left as it is. */
static void
test_natural(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(7);
	g_autofree Text *text = random_text(rand, 100);
	const OqStyle natural = OQ_STYLE_DEFAULT;
	g_autoptr(OqMeasure) measure = say(text, &natural);
	OqSlot slot = fit(text, &natural, measure->n_frames);
	g_assert_cmpint(slot.verdict, ==, OQ_SLOT_FITS);
	g_assert_cmpuint(slot.n_passes, ==, 1);
	g_assert_true(oq_style_equal(&slot.style, &natural));
	g_assert_cmpint(slot.n_spread, ==, 0);
	g_assert_cmpint(oq_slot_speed_percent(&slot), ==, 0);
	g_assert_cmpuint(oq_slot_pauses_percent(&slot), ==, 100);
}

/* Speed and pauses give way together, and reach their limits together. */
static void
test_both_give_way(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(7);
	static const struct {
		double part;
		gint speed;
		guint pauses;
	} cases[] = {{0.95, 4, 86}, {1.05, -3, 117}};
	g_autofree Text *text = random_text(rand, 300);
	const OqStyle natural = OQ_STYLE_DEFAULT;
	text->noise = 0;
	text->own_rests_ms = 0;
	g_autoptr(OqMeasure) measure = say(text, &natural);
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		OqSlot slot =
			fit(text, &natural, (guint64)((double)measure->n_frames * cases[i].part));
		g_assert_cmpint(slot.verdict, ==, OQ_SLOT_FITS);
		g_assert_cmpint(ABS(oq_slot_speed_percent(&slot) - cases[i].speed), <=, 1);
		g_assert_cmpint(
			ABS((gint)oq_slot_pauses_percent(&slot) - (gint)cases[i].pauses), <=, 8);
	}
}

/* There is nowhere to spread anything: silence behind the text makes up for it. */
static void
test_one_breath(void)
{
	const OqStyle natural = OQ_STYLE_DEFAULT;
	Text text = {.words = {{12345, 450, FALSE}, {20000, 450, TRUE}}, .n_words = 2};
	text.words[0].pause_ms = 0;
	g_autoptr(OqMeasure) measure = say(&text, &natural);
	OqSlot slot = fit(&text, &natural, measure->n_frames * 103 / 100);
	g_assert_cmpint(slot.verdict, ==, OQ_SLOT_FITS);
	g_assert_cmpint(slot.n_spread, >=, 0);
	assert_fits(&text, &slot);
	slot = fit(&text, &natural, measure->n_frames * 97 / 100);
	g_assert_cmpint(slot.verdict, ==, OQ_SLOT_FITS);
	assert_fits(&text, &slot);
}

/* It takes more of the last words, or fewer than by their mean length. */
static void
test_last_words(void)
{
	static const guint lengths[] = {RATE_HZ / 5, RATE_HZ};
	const OqStyle natural = OQ_STYLE_DEFAULT;
	for (guint i = 0; i < G_N_ELEMENTS(lengths); i++) {
		Text text = {.n_words = 200};
		for (guint k = 0; k < 200; k++)
			text.words[k] = (Word){k < 100 ? RATE_HZ / 2 : lengths[i], 0, FALSE};
		OqStyle fast = natural;
		fast.speed_wpm = 143;
		g_autoptr(OqMeasure) measure = say(&text, &fast);
		OqSlot slot = fit(&text, &natural, measure->n_frames * 9 / 10);
		g_assert_cmpint(slot.verdict, ==, OQ_SLOT_LONG);
		assert_right_cut(&text, &natural, &slot);
		if (i == 0)
			g_assert_cmpuint(slot.n_words, >, 34);
		else
			g_assert_cmpuint(slot.n_words, ==, 20);
	}
}

static void
test_nothing_fits(void)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(7);
	const OqStyle natural = OQ_STYLE_DEFAULT;
	g_autofree Text *text = random_text(rand, 5);
	OqSlot slot = fit(text, &natural, 1);
	g_assert_cmpint(slot.verdict, ==, OQ_SLOT_LONG);
	g_assert_cmpuint(slot.n_words, ==, 5);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/slot/any-text", test_any_text);
	g_test_add_func("/slot/natural", test_natural);
	g_test_add_func("/slot/both-give-way", test_both_give_way);
	g_test_add_func("/slot/one-breath", test_one_breath);
	g_test_add_func("/slot/last-words", test_last_words);
	g_test_add_func("/slot/nothing-fits", test_nothing_fits);
	return g_test_run();
}
