#include "text/speller.h"

#include "text/clean.h"
#include "text/latin.h"
#include "text/rules.h"
#include "text/russian.h"
#include "text/signs.h"

#include <string.h>

struct _OqSpeller {
	const OqLexicon *lexicon;
	OqClean *clean;
	GArray *tokens; /* of OqToken */
	GString *words;
	GString *lower;
	GString *kazakh; /* Latin words in Kazakh letters */
	OqPunctuation punctuation;
	const OqDictionary *dictionary; /* NULL: there are no words in it */
	OqLanguages languages;
	gboolean any_foreign; /* in this sentence */
};

OqSpeller *
oq_speller_new(const OqLexicon *lexicon)
{
	OqSpeller *speller = g_new(OqSpeller, 1);
	*speller = (OqSpeller){lexicon, oq_clean_new(lexicon),
		g_array_new(FALSE, FALSE, sizeof(OqToken)), g_string_new(NULL), g_string_new(NULL),
		g_string_new(NULL), OQ_PUNCTUATION_NONE, NULL, OQ_LANGUAGE_ALL, FALSE};
	return speller;
}

void
oq_speller_free(OqSpeller *speller)
{
	if (speller == NULL)
		return;
	oq_clean_free(speller->clean);
	g_array_unref(speller->tokens);
	g_string_free(speller->words, TRUE);
	g_string_free(speller->lower, TRUE);
	g_string_free(speller->kazakh, TRUE);
	g_free(speller);
}

void
oq_speller_set_punctuation(OqSpeller *speller, OqPunctuation level)
{
	speller->punctuation = level;
}

void
oq_speller_set_dictionary(OqSpeller *speller, const OqDictionary *dictionary)
{
	gboolean empty = dictionary == NULL || oq_dictionary_is_empty(dictionary);
	speller->dictionary = empty ? NULL : dictionary;
}

void
oq_speller_set_languages(OqSpeller *speller, OqLanguages languages)
{
	speller->languages = languages;
}

/* What a rule, or none, makes of a token. */
typedef struct {
	const OqRule *rule;
	guint n_taken;
	gboolean by_user; /* an entry of the dictionary */
	gboolean russian;
} Saying;

static Saying
apply_any_rule(const OqSpeller *speller, OqRuleContext *context, guint at)
{
	Saying saying = {.rule = NULL};
	if (speller->dictionary != NULL)
		saying.rule =
			oq_dictionary_apply(speller->dictionary, context, at, &saying.n_taken);
	saying.by_user = saying.rule != NULL;
	if (!saying.by_user && context->tokens[at].russian)
		saying.rule = oq_russian_apply(context, at, &saying.n_taken, &saying.russian);
	if (!saying.by_user && !saying.russian)
		saying.rule = oq_rules_apply(context, at, &saying.n_taken);
	return saying;
}

/* Words never run together, whatever stood between them; nor with a comma. */
static gboolean
ends_in_word(const OqUtterance *utterance)
{
	guint n_words = utterance->words->len;
	if (utterance->spoken->len > 0 && utterance->spoken->str[utterance->spoken->len - 1] == ',')
		return TRUE;
	return n_words > 0 &&
	       oq_utterance_word(utterance, n_words - 1)->spoken_end == utterance->spoken->len;
}

static void
append_gap(OqUtterance *utterance, gboolean gap)
{
	GString *spoken = utterance->spoken;
	if (gap && spoken->len > 0 && spoken->str[spoken->len - 1] != ' ')
		g_string_append_c(spoken, ' ');
}

/* The place of a token in the source. */
static guint64
source_start(const OqSpeller *speller, const OqUtterance *utterance, const OqToken *token)
{
	return utterance->start + oq_clean_source_start(speller->clean, token->start);
}

static guint64
source_end(const OqSpeller *speller, const OqUtterance *utterance, const OqToken *token)
{
	return utterance->start + oq_clean_source_end(speller->clean, token->end);
}

G_ALWAYS_INLINE static inline void
say_as_written(OqSpeller *speller, OqUtterance *utterance, OqSlice text, const OqToken *token,
	gboolean gap)
{
	gboolean word = token->kind == OQ_TOKEN_WORD;
	append_gap(utterance, word ? gap || ends_in_word(utterance) : token->gap);
	OqWord said = {.spoken_start = utterance->spoken->len, .lang = utterance->lang};
	g_string_append_len(utterance->spoken, text.data, text.length);
	if (!word)
		return;
	said.spoken_end = utterance->spoken->len;
	said.start = source_start(speller, utterance, token);
	said.end = source_end(speller, utterance, token);
	const char *written = utterance->text->str + (said.start - utterance->start);
	gboolean same = said.end - said.start == text.length &&
			memcmp(written, text.data, text.length) == 0;
	said.rule = same ? NULL : "repaired";
	g_array_append_val(utterance->words, said);
}

static void
say_words(OqSpeller *speller, OqUtterance *utterance, const char *words, const char *rule,
	const OqToken *first, const OqToken *last, gboolean gap)
{
	append_gap(utterance, gap || ends_in_word(utterance));
	oq_utterance_append(utterance, words, source_start(speller, utterance, first),
		source_end(speller, utterance, last), rule);
}

/* Punctuation that was named stays, so that it is heard as pause and tone all the same. */
static void
keep_signs(OqUtterance *utterance, const char *text, const OqToken *first, const OqToken *last)
{
	append_gap(utterance, first->gap);
	for (const OqToken *token = first; token <= last; token++)
		if (oq_signs_is_punctuation(token->sign))
			g_string_append_len(
				utterance->spoken, text + token->start, token->end - token->start);
}

/* Words in Latin letters where there is no English voice; NULL: they can be said as they are. */
static const char *
respell(OqSpeller *speller, OqSlice words)
{
	if ((speller->languages & OQ_LANGUAGE_ENGLISH) != 0 || !oq_latin_any(words))
		return NULL;
	oq_latin_respell(speller->lexicon, words, speller->kazakh);
	return speller->kazakh->str;
}

/* Most words are Kazakh and nobody's own. Rules make no Latin ones but of such, and Latin letters
 * behind Cyrillic ones matter only to a voice without them. */
static inline gboolean
is_foreign(const OqSpeller *speller, const OqToken *token)
{
	return token->russian ||
	       (oq_letters_is_latin(token->sign) && token->kind == OQ_TOKEN_WORD) ||
	       (speller->languages & OQ_LANGUAGE_ENGLISH) == 0 || speller->dictionary != NULL;
}

static const OqRule *
say_foreign(OqSpeller *speller, OqUtterance *utterance, OqRuleContext *context, guint at,
	gboolean gap, guint *n_taken)
{
	const OqToken *first = &context->tokens[at];
	Saying saying = apply_any_rule(speller, context, at);
	guint from = utterance->words->len;
	const char *words = saying.rule != NULL ? speller->words->str : NULL;
	OqSlice written = oq_rule_text(context, first);
	*n_taken = saying.n_taken;
	speller->any_foreign = TRUE;
	if (!saying.by_user && (first->kind == OQ_TOKEN_WORD || words != NULL)) {
		const char *kazakh = respell(speller, words != NULL ? oq_slice(words) : written);
		words = kazakh != NULL ? kazakh : words;
	}
	if (words == NULL)
		say_as_written(speller, utterance, written, first, gap);
	else if (words[0] != '\0')
		say_words(speller, utterance, words,
			saying.rule != NULL ? saying.rule->name : "latin", first,
			first + saying.n_taken - 1, gap);
	if (!saying.by_user && (saying.russian || oq_letters_is_latin(first->sign)))
		oq_languages_tag(utterance, from, saying.russian, speller->languages);
	return saying.rule;
}

static inline const OqRule *
say(OqSpeller *speller, OqUtterance *utterance, OqRuleContext *context, guint at, gboolean gap,
	guint *n_taken)
{
	const OqToken *first = &context->tokens[at];
	if (is_foreign(speller, first))
		return say_foreign(speller, utterance, context, at, gap, n_taken);
	const OqRule *rule = oq_rules_apply(context, at, n_taken);
	if (rule == NULL)
		say_as_written(speller, utterance, oq_rule_text(context, first), first, gap);
	else if (speller->words->len > 0)
		say_words(speller, utterance, speller->words->str, rule->name, first,
			first + *n_taken - 1, gap);
	return rule;
}

void
oq_speller_spell(OqSpeller *speller, OqUtterance *utterance)
{
	OqSlice written = {utterance->text->str, utterance->text->len};
	OqSlice sentence = oq_clean_repair(speller->clean, written);
	oq_tokens_split(oq_lexicon_letters(speller->lexicon), sentence, speller->tokens);
	const OqToken *tokens = (const OqToken *)speller->tokens->data;
	OqRuleContext context = {speller->lexicon, speller->punctuation, sentence.data, tokens,
		speller->tokens->len, speller->words, FALSE, speller->lower};
	if ((speller->languages & OQ_LANGUAGE_RUSSIAN) != 0)
		oq_languages_mark(&context, speller->tokens);
	gboolean gap = FALSE;
	speller->any_foreign = FALSE;
	for (guint at = 0, n_taken; at < context.n_tokens; at += n_taken) {
		context.keeps_signs = FALSE;
		gap = gap || tokens[at].gap;
		const OqRule *rule = say(speller, utterance, &context, at, gap, &n_taken);
		if (context.keeps_signs && speller->words->len > 0)
			keep_signs(
				utterance, sentence.data, &tokens[at], &tokens[at + n_taken - 1]);
		/* what is silent still keeps its neighbours apart, as does a sign behind its name
		 */
		gap = rule != NULL &&
		      (context.keeps_signs ? !tokens[at].gap : speller->words->len == 0);
	}
	if (speller->any_foreign)
		oq_languages_settle(utterance);
}
