/* expander.c - see the header. */
#include "text/rules/expander.h"

#include "text/languages/latin.h"
#include "text/repair/clean.h"
#include "text/rules/omissions.h"
#include "text/rules/quotes.h"
#include "text/rules/rules.h"
#include "text/rules/signs.h"
#include "text/rules/words/english.h"
#include "text/rules/words/russian.h"

#include <string.h>

struct _OqExpander {
	const OqLexicon *lexicon;
	OqClean *clean;
	OqSentence sentence;
	GString *words;
	GString *kazakh; /* Latin words in Kazakh letters */
	OqPunctuation punctuation;
	const OqDictionary *dictionary; /* NULL: there are no words in it */
	OqLanguages languages;
	OqLang lang;            /* that the text is told to be in; OQ_N_LANGS: it is not told */
	OqOmissions *omissions; /* NULL: nothing is left out */
	gboolean any_quotes;    /* they are looked at: */
	OqQuotes quotes;
	gboolean any_foreign; /* in this sentence */
};

OqExpander *
oq_expander_new(const OqLexicon *lexicon)
{
	OqExpander *expander = g_new0(OqExpander, 1);
	expander->lexicon = lexicon;
	expander->clean = oq_clean_new(lexicon);
	oq_sentence_init(&expander->sentence, lexicon);
	expander->words = g_string_new(NULL);
	expander->kazakh = g_string_new(NULL);
	expander->punctuation = OQ_PUNCTUATION_NONE;
	expander->languages = OQ_LANGUAGES_ALL;
	expander->lang = OQ_N_LANGS;
	return expander;
}

void
oq_expander_free(OqExpander *expander)
{
	if (expander == NULL)
		return;
	oq_clean_free(expander->clean);
	oq_omissions_free(expander->omissions);
	oq_sentence_clear(&expander->sentence);
	g_string_free(expander->words, TRUE);
	g_string_free(expander->kazakh, TRUE);
	g_free(expander);
}

void
oq_expander_set_punctuation(OqExpander *expander, OqPunctuation level)
{
	expander->punctuation = level;
}

void
oq_expander_set_dictionary(OqExpander *expander, const OqDictionary *dictionary)
{
	gboolean empty = dictionary == NULL || oq_dictionary_is_empty(dictionary);
	expander->dictionary = empty ? NULL : dictionary;
}

void
oq_expander_set_languages(OqExpander *expander, OqLanguages languages)
{
	expander->languages = languages;
}

void
oq_expander_set_lang(OqExpander *expander, OqLang lang)
{
	expander->lang = lang;
}

void
oq_expander_set_skips(OqExpander *expander, OqSkips skips)
{
	g_clear_pointer(&expander->omissions, oq_omissions_free);
	if (skips != 0)
		expander->omissions = oq_omissions_new(skips);
}

void
oq_expander_set_quotes(OqExpander *expander, gboolean quotes)
{
	expander->any_quotes = quotes;
}

void
oq_expander_end_quotes(OqExpander *expander)
{
	expander->quotes.depth = 0;
}

/* What a rule, or none, makes of a token. */
typedef struct {
	const OqRule *rule;
	guint n_taken;
	gboolean by_user; /* an entry of the dictionary */
	OqLang lang;
} Saying;

static Saying
apply_any_rule(const OqExpander *expander, OqRuleContext *context, guint at)
{
	Saying saying = {.rule = NULL};
	if (expander->dictionary != NULL)
		saying.rule =
			oq_dictionary_apply(expander->dictionary, context, at, &saying.n_taken);
	saying.by_user = saying.rule != NULL;
	if (saying.by_user)
		return saying;
	gboolean known = FALSE;
	OqLang lang = context->sentence->tokens[at].lang;
	if (lang == OQ_LANG_RU)
		saying.rule = oq_russian_apply(context, at, &saying.n_taken, &known);
	else if (lang == OQ_LANG_EN)
		saying.rule = oq_english_apply(context, at, &saying.n_taken, &known);
	saying.lang = known ? lang : OQ_LANG_KK;
	if (!known)
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
source_start(const OqExpander *expander, const OqUtterance *utterance, const OqToken *token)
{
	return utterance->start + oq_clean_source_start(expander->clean, token->start);
}

static guint64
source_end(const OqExpander *expander, const OqUtterance *utterance, const OqToken *token)
{
	return utterance->start + oq_clean_source_end(expander->clean, token->end);
}

/* The word behind an apostrophe is the same as the one before it: д’Арк. */
static gboolean
goes_on(const OqExpander *expander, const OqUtterance *utterance, const OqToken *token, guint start)
{
	const OqSentence *sentence = &expander->sentence;
	guint at = (guint)(token - sentence->tokens), n_words = utterance->words->len;
	if (token->gap || n_words == 0 || !oq_sentence_is_apostrophe(sentence, at - 1))
		return FALSE;
	OqSlice apostrophe = oq_sentence_text(sentence, &sentence->tokens[at - 1]);
	guint end = oq_utterance_word(utterance, n_words - 1)->spoken_end;
	/* it may have been named instead */
	return end + apostrophe.length == start &&
	       memcmp(utterance->spoken->str + end, apostrophe.data, apostrophe.length) == 0;
}

G_ALWAYS_INLINE static inline void
say_as_written(OqExpander *expander, OqUtterance *utterance, OqSlice text, const OqToken *token,
	gboolean gap)
{
	gboolean word = token->kind == OQ_TOKEN_WORD;
	append_gap(utterance, word ? gap || ends_in_word(utterance) : token->gap);
	OqWord said = {.spoken_start = utterance->spoken->len, .lang = utterance->lang};
	g_string_append_len(utterance->spoken, text.data, text.length);
	if (!word)
		return;
	said.spoken_end = utterance->spoken->len;
	said.start = source_start(expander, utterance, token);
	said.end = source_end(expander, utterance, token);
	if (goes_on(expander, utterance, token, said.spoken_start)) {
		OqWord *last = &g_array_index(utterance->words, OqWord, utterance->words->len - 1);
		last->spoken_end = said.spoken_end;
		last->end = said.end;
		return;
	}
	const char *written = utterance->text->str + (said.start - utterance->start);
	gboolean same = said.end - said.start == text.length &&
			memcmp(written, text.data, text.length) == 0;
	said.rule = same ? NULL : "repaired";
	g_array_append_val(utterance->words, said);
}

/* A rule that goes on behind what was left out, as in "5 [2] кг", has made words of both sides:
 * they count as those of the first. */
static guint64
end_before_left_out(const OqExpander *expander, const OqUtterance *utterance, const OqToken *first,
	const OqToken *last)
{
	guint64 start = source_start(expander, utterance, first);
	for (guint i = 0; i < utterance->left_out->len; i++) {
		const OqLeftOut *range = &g_array_index(utterance->left_out, OqLeftOut, i);
		if (range->start < start)
			continue;
		while (last > first && source_start(expander, utterance, last) > range->start)
			last--;
		break;
	}
	return source_end(expander, utterance, last);
}

static void
say_words(OqExpander *expander, OqUtterance *utterance, const char *words, const char *rule,
	const OqToken *first, const OqToken *last, gboolean gap)
{
	append_gap(utterance, gap || ends_in_word(utterance));
	oq_utterance_append(utterance, words, source_start(expander, utterance, first),
		end_before_left_out(expander, utterance, first, last), rule);
}

/* Punctuation that was named stays, so that it is heard as pause and tone all the same. */
static void
keep_signs(OqUtterance *utterance, const char *text, const OqToken *first, const OqToken *last)
{
	append_gap(utterance, first->gap);
	for (const OqToken *token = first; token <= last; token++)
		if (oq_token_has(token, OQ_ROLE_PUNCTUATION))
			g_string_append_len(
				utterance->spoken, text + token->start, token->end - token->start);
}

/* Words in Latin letters where there is no English voice; NULL: they can be said as they are. */
static const char *
respell(OqExpander *expander, OqSlice words)
{
	if (oq_lang_is_in(OQ_LANG_EN, expander->languages) || !oq_latin_any(words))
		return NULL;
	oq_latin_respell(expander->lexicon, words, expander->kazakh);
	return expander->kazakh->str;
}

/* Most words are Kazakh and nobody's own. Rules make no Latin ones but of such, and Latin letters
 * behind Cyrillic ones matter only to a voice without them. */
static inline gboolean
is_foreign(const OqExpander *expander, const OqToken *token)
{
	return token->lang != OQ_LANG_KK ||
	       (oq_letters_is_latin(token->sign) && token->kind == OQ_TOKEN_WORD) ||
	       !oq_lang_is_in(OQ_LANG_EN, expander->languages) || expander->dictionary != NULL;
}

static const OqRule *
say_foreign(OqExpander *expander, OqUtterance *utterance, OqRuleContext *context, guint at,
	gboolean gap, guint *n_taken)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *first = &sentence->tokens[at];
	Saying saying = apply_any_rule(expander, context, at);
	guint from = utterance->words->len;
	const char *words = saying.rule != NULL ? expander->words->str : NULL;
	OqSlice written = oq_sentence_text(sentence, first);
	*n_taken = saying.n_taken;
	expander->any_foreign = TRUE;
	if (!saying.by_user && (first->kind == OQ_TOKEN_WORD || words != NULL)) {
		const char *kazakh = respell(expander, words != NULL ? oq_slice(words) : written);
		words = kazakh != NULL ? kazakh : words;
	}
	if (words == NULL)
		say_as_written(expander, utterance, written, first, gap);
	else if (words[0] != '\0')
		say_words(expander, utterance, words,
			saying.rule != NULL ? saying.rule->name : "latin", first,
			first + saying.n_taken - 1, gap);
	if (!saying.by_user && (saying.lang != OQ_LANG_KK || oq_letters_is_latin(first->sign)))
		oq_languages_tag(utterance, from, saying.lang, expander->languages);
	return saying.rule;
}

static inline const OqRule *
say(OqExpander *expander, OqUtterance *utterance, OqRuleContext *context, guint at, gboolean gap,
	guint *n_taken)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *first = &sentence->tokens[at];
	if (is_foreign(expander, first))
		return say_foreign(expander, utterance, context, at, gap, n_taken);
	const OqRule *rule = oq_rules_apply(context, at, n_taken);
	if (rule == NULL)
		say_as_written(expander, utterance, oq_sentence_text(sentence, first), first, gap);
	else if (expander->words->len > 0)
		say_words(expander, utterance, expander->words->str, rule->name, first,
			first + *n_taken - 1, gap);
	return rule;
}

/* The words of some tokens are those from @from on. */
static void
follow_quotes(OqExpander *expander, OqUtterance *utterance, guint at, guint n_tokens, guint from)
{
	gboolean quoted = oq_quotes_are_open(&expander->quotes);
	for (guint i = from; quoted && i < utterance->words->len; i++)
		g_array_index(utterance->words, OqWord, i).quoted = TRUE;
	oq_quotes_follow(&expander->quotes, &expander->sentence, at, n_tokens);
}

static void
mark_languages(const OqExpander *expander, OqSentence *sentence)
{
	if (expander->lang != OQ_N_LANGS && oq_lang_is_in(expander->lang, expander->languages))
		oq_languages_declare(sentence, expander->lang);
	else if (expander->lang == OQ_N_LANGS && oq_lang_is_in(OQ_LANG_RU, expander->languages))
		oq_languages_mark(sentence);
}

void
oq_expander_expand(OqExpander *expander, OqUtterance *utterance)
{
	OqSlice written = {utterance->text->str, utterance->text->len};
	OqSentence *sentence = &expander->sentence;
	oq_sentence_read(sentence, oq_clean_repair(expander->clean, written));
	if (expander->omissions != NULL)
		oq_omissions_take(expander->omissions, sentence, expander->clean, utterance);
	mark_languages(expander, sentence);
	const OqToken *tokens = sentence->tokens;
	OqRuleContext context = {.sentence = sentence,
		.punctuation = expander->punctuation,
		.words = expander->words,
		.clean = expander->clean,
		.source = utterance->text->str};
	gboolean gap = FALSE;
	expander->any_foreign = FALSE;
	for (guint at = 0, n_taken; at < sentence->n_tokens; at += n_taken) {
		context.keeps_signs = FALSE;
		if (expander->dictionary != NULL && at >= context.limit)
			context.limit = oq_dictionary_next(expander->dictionary, &context, at + 1);
		gap = gap || tokens[at].gap;
		guint from = utterance->words->len;
		const OqRule *rule = say(expander, utterance, &context, at, gap, &n_taken);
		if (expander->any_quotes)
			follow_quotes(expander, utterance, at, n_taken, from);
		if (context.keeps_signs && expander->words->len > 0)
			keep_signs(
				utterance, sentence->text, &tokens[at], &tokens[at + n_taken - 1]);
		/* what is silent still keeps its neighbours apart, as does a sign behind its name
		 */
		gap = rule != NULL &&
		      (context.keeps_signs ? !tokens[at].gap : expander->words->len == 0);
	}
	if (expander->any_foreign)
		oq_languages_settle(utterance);
}
