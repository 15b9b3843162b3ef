/* switches VOICE: sentences that go over to another language and back. Where a clause begins or
 * ends there is no click, and all languages are equally loud. */
#include "speech/score/clauses.h"
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
	TestVoice voice;
	const OqUtterance *utterance;
	OqSpeech *speech;
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
	for (guint i = first; i < utterance->words->len; i++) {
		OqWord *word = &g_array_index(utterance->words, OqWord, i);
		word->lang = lang;
		word->start = i; /* by which its mark is found */
		word->end = i + 1;
	}
}

static void
make_utterance(OqUtterance *utterance, const char *sentence)
{
	g_auto(GStrv) parts = g_strsplit(sentence, "|", -1);
	for (guint i = 0; parts[i] != NULL; i++) {
		const char *words = g_strstrip(parts[i]);
		add_words(utterance, words, i % 2 == 1 ? other_lang(words) : OQ_LANG_KK);
	}
}

static gint
sample(const Test *test, gsize frame)
{
	return test->speech->samples[frame];
}

static void
complain(Test *test, const char *what, gsize frame)
{
	g_printerr("%s at frame %zu: %s\n", test->utterance->spoken->str, frame, what);
	test->n_faults++;
}

/* The frame where a clause begins. */
static gsize
clause_start(Test *test, const OqClause *clause)
{
	for (guint i = 0; i < test->speech->n_marks; i++) {
		if (test->speech->marks[i].start == clause->first_word)
			return test->speech->marks[i].frame;
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
	ebur128_add_frames_short(
		test->meters[clause->lang], test->speech->samples + start, end - start);
}

/* The end of the clause before this frame: where the pause begins. */
static gsize
clause_end(const Test *test, gsize start)
{
	while (start > 0 && sample(test, start - 1) == 0)
		start--;
	return start;
}

static void
check_sentence(Test *test, const char *sentence)
{
	OqUtterance *utterance = test_voice_utterance(&test->voice);
	gsize start = 0;
	make_utterance(utterance, sentence);
	test->utterance = utterance;
	test->speech = test_voice_say(&test->voice);
	oq_clauses_split(utterance, test_prosody(), test->clauses);
	for (guint i = 0; i < test->clauses->len; i++) {
		const OqClause *clause = &g_array_index(test->clauses, OqClause, i);
		gsize next = test->speech->n_voiced;
		gsize end = next;
		if (i + 1 < test->clauses->len) {
			next = clause_start(test, clause + 1);
			end = clause_end(test, next);
			test->n_switches += clause->lang != clause[1].lang;
		}
		check_clause(test, clause, start, end);
		start = next;
	}
	g_clear_pointer(&test->speech, oq_speech_unref);
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
	Test test = {.clauses = g_array_new(FALSE, FALSE, sizeof(OqClause))};
	test_voice_init(&test.voice, arguments[1], 0);
	guint rate_hz = oq_synthesizer_rate_hz(test.voice.synthesizer);
	for (OqLang lang = 0; lang < OQ_N_LANGS; lang++)
		test.meters[lang] = ebur128_init(1, rate_hz, EBUR128_MODE_I);
	for (gsize i = 0; i < G_N_ELEMENTS(sentences); i++)
		check_sentence(&test, sentences[i]);
	check_loudness(&test);
	g_print("%u switches\n", test.n_switches);
	gboolean fine = test.n_faults == 0 && test.n_switches >= G_N_ELEMENTS(sentences);
	g_array_unref(test.clauses);
	test_voice_clear(&test.voice);
	return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
