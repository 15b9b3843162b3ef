/* switches VOICE: sentences that go over to another language and back. Where a clause begins or
 * ends there is no click, and all languages are equally loud. */
#include "speech/score/clauses.h"
#include "speech/score/pauses.h"
#include "test_voice.h"

#include <ebur128.h>
#include <math.h>
#include <stdlib.h>

/* Russian or English words between | and |. */
static const char *const sentences[] = {
	"Кездесуде |с новым годом, дорогие друзья| деп бәрін құттықтады.",
	"Ол |как говорится, всему своё время| деп күлді де, далаға шықты.",
	"Бала |доброе утро| деп амандасты, біз де жауап қайтардық.",
	"Маңдайшада |добро пожаловать| деп жазылған екен, оны бәріміз оқыдық.",
	"|Железнодорожный вокзал| қайда екенін сұрап, көп жүрді.",
	"Қоштасарда |до свидания, берегите себя| деп, қолын бұлғады.",
	"Қонақ бізге былай деді: |good morning, ladies and gentlemen,| содан кейін орнына отырды.",
	"Әнші, |I will always love you,| деген әнді айтып шықты.",
	"Мұғалім тақтаға: |once upon a time, there was a king,| деп жазып қойды.",
	"Ол, |thank you very much for your letter,| деп жауап берді.",
};

#define NEAR_ZERO 330 /* magnitude: 40 dB below full scale */
#define APART_LU  1.0

typedef struct {
	OqEngine *engine;
	OqUtterance utterance;
	OqSpeech speech;
	GArray *clauses;
	ebur128_state *meters[OQ_N_LANGS];
	guint n_switches;
	guint n_faults;
} Test;

static OqLang
other_lang(const char *words)
{
	return g_ascii_isalpha(*words) ? OQ_LANG_EN : OQ_LANG_RU;
}

static void
add_words(OqUtterance *utterance, const char *words, OqLang lang)
{
	guint first = utterance->words->len;
	if (*words == '\0')
		return;
	oq_utterance_say(utterance, words, 0, 1, NULL);
	for (guint i = first; i < utterance->words->len; i++)
		g_array_index(utterance->words, OqWord, i).lang = lang;
}

static void
make_utterance(OqUtterance *utterance, const char *sentence)
{
	g_auto(GStrv) parts = g_strsplit(sentence, "|", -1);
	oq_utterance_reset(utterance);
	for (guint i = 0; parts[i] != NULL; i++) {
		const char *words = g_strstrip(parts[i]);
		add_words(utterance, words, i % 2 == 1 ? other_lang(words) : OQ_LANG_KK);
	}
}

static gint
sample(const Test *test, gsize frame)
{
	return g_array_index(test->speech.pcm.samples, gint16, frame);
}

static void
complain(Test *test, const char *what, gsize frame)
{
	g_printerr("%s at frame %zu: %s\n", test->utterance.spoken->str, frame, what);
	test->n_faults++;
}

/* The frame where a clause begins. */
static gsize
clause_start(Test *test, const OqClause *clause)
{
	for (guint i = 0; i < test->speech.marks->len; i++) {
		const OqWordMark *mark = &g_array_index(test->speech.marks, OqWordMark, i);
		if (mark->word == clause->first_word)
			return mark->frame;
	}
	complain(test, "a clause without a mark", clause->first_word);
	return 0;
}

static void
check_clause(Test *test, const OqClause *clause, gsize start, gsize end)
{
	gint largest = 0;
	for (gsize i = start + 1; i < end; i++)
		largest = MAX(largest, ABS(sample(test, i) - sample(test, i - 1)));
	if (start > 0 && ABS(sample(test, start) - sample(test, start - 1)) > largest)
		complain(test, "a click", start);
	if (ABS(sample(test, start)) > NEAR_ZERO)
		complain(test, "it begins too loud", start);
	if (ABS(sample(test, end - 1)) > NEAR_ZERO)
		complain(test, "it ends too loud", end);
	ebur128_add_frames_short(test->meters[clause->lang],
		&g_array_index(test->speech.pcm.samples, gint16, start), end - start);
}

static void
check_sentence(Test *test, const char *sentence)
{
	g_autoptr(GError) error = NULL;
	gsize start = 0;
	make_utterance(&test->utterance, sentence);
	if (!oq_engine_speak(test->engine, &test->utterance, &test->speech, &error))
		g_error("%s", error->message);
	oq_clauses_split(&test->utterance, test_tables()->prosody, test->clauses);
	for (guint i = 0; i < test->clauses->len; i++) {
		const OqClause *clause = &g_array_index(test->clauses, OqClause, i);
		gsize next = oq_pcm_n_frames(&test->speech.pcm);
		gsize end = next;
		if (i + 1 < test->clauses->len) {
			next = clause_start(test, clause + 1);
			end = next - oq_pauses_frames(clause->pause_ms,
					     test->engine->pause_permille, test->engine->rate_hz);
			test->n_switches += clause->lang != clause[1].lang;
		}
		check_clause(test, clause, start, end);
		start = next;
	}
}

static void
check_loudness(Test *test)
{
	double lufs[OQ_N_LANGS], softest = HUGE_VAL, loudest = -HUGE_VAL;
	for (gsize i = 0; i < OQ_N_LANGS; i++) {
		ebur128_loudness_global(test->meters[i], &lufs[i]);
		ebur128_destroy(&test->meters[i]);
		softest = MIN(softest, lufs[i]);
		loudest = MAX(loudest, lufs[i]);
		g_print("%s: %.2f LUFS\n", oq_lang_name(i), lufs[i]);
	}
	if (!(loudest - softest <= APART_LU))
		complain(test, "the languages are not equally loud", 0);
}

int
main(int n_arguments, char **arguments)
{
	if (n_arguments != 2)
		g_error("usage: switches VOICE");
	Test test = {.engine = test_engine(arguments[1], 0)};
	test.clauses = g_array_new(FALSE, FALSE, sizeof(OqClause));
	oq_utterance_init(&test.utterance);
	oq_speech_init(&test.speech, 0);
	for (gsize i = 0; i < OQ_N_LANGS; i++)
		test.meters[i] = ebur128_init(1, test.engine->rate_hz, EBUR128_MODE_I);
	for (gsize i = 0; i < G_N_ELEMENTS(sentences); i++)
		check_sentence(&test, sentences[i]);
	check_loudness(&test);
	g_print("%u switches\n", test.n_switches);
	gboolean fine = test.n_faults == 0 && test.n_switches >= G_N_ELEMENTS(sentences);
	g_array_unref(test.clauses);
	oq_speech_clear(&test.speech);
	oq_utterance_clear(&test.utterance);
	oq_engine_free(test.engine);
	return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
