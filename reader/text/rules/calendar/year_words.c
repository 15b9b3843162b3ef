/* year_words.c - see the header. */
#include "text/rules/calendar/year_words.h"

#include "text/rules/calendar/ages.h"
#include "text/rules/calendar/months.h"
#include "text/words/loose.h"
#include "text/words/roman_value.h"

#include <string.h>

#define MAX_CHARS         2
#define SPAN_WORDS_BEHIND 3

guint
oq_year_words_century(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqFigure *figure = oq_sentence_figure(sentence, at);
	guint behind = figure->n_tokens == 1 && figure->begins_range ? at + 3 : at + 1;
	const OqToken *word = oq_sentence_token(sentence, behind);
	if (!(oq_sentence_context(sentence, word) & OQ_CONTEXT_ORDINAL))
		return 0;
	oq_rule_say_ordinal(context, &sentence->tokens[at]);
	return 1;
}

/** An abbreviation with what it counts. */
typedef struct {
	const OqYearAbbreviation *word;
	guint behind;    /* its letters and its own point */
	guint number;    /* before it */
	gboolean plural; /* behind a range */
} Found;

/* ж, or the two parts of ж.ж; NULL also for ж.т., which is another abbreviation */
static const OqYearAbbreviation *
read_word(const OqSentence *sentence, guint at, guint *n_tokens)
{
	const OqToken *token = &sentence->tokens[at], *second = oq_sentence_token(sentence, at + 2);
	if (token->n_chars > MAX_CHARS)
		return NULL;
	OqSlice word = oq_sentence_lower(sentence, token);
	const OqYearAbbreviation *single = oq_lexicon_year_abbreviation(sentence->lexicon, word);
	*n_tokens = 1;
	if (single == NULL || !oq_sentence_is_point(sentence, at + 1) ||
		!oq_token_is_word(second) || second->gap || second->n_chars > MAX_CHARS)
		return single;
	g_autoptr(GString) key = g_string_new_len(word.data, word.length);
	word = oq_sentence_lower(sentence, second);
	g_string_append_c(key, '.');
	g_string_append_len(key, word.data, word.length);
	OqSlice both = {key->str, key->len};
	const OqYearAbbreviation *pair = oq_lexicon_year_abbreviation(sentence->lexicon, both);
	if (pair == NULL)
		return oq_lexicon_abbreviation(sentence->lexicon, both) == NULL ? single : NULL;
	*n_tokens = 3;
	return pair;
}

static gboolean
is_numeral(const OqSentence *sentence, guint at)
{
	const OqToken *token = &sentence->tokens[at];
	return oq_token_is_number(token) || oq_roman_value(sentence, token) > 0;
}

/* 1917, XX, 60-шы, 90-: where the number is; G_MAXUINT: there is none */
static guint
find_number(const OqSentence *sentence, guint at)
{
	if (at == 0)
		return G_MAXUINT;
	if (is_numeral(sentence, at - 1))
		return at - 1;
	gboolean hyphen =
		at > 1 && !sentence->tokens[at].gap && oq_token_is_dash(&sentence->tokens[at - 1]);
	if (hyphen && is_numeral(sentence, at - 2))
		return at - 2;
	const OqToken *ordinal = &sentence->tokens[at - 1];
	gboolean suffixed = at > 2 && oq_token_is_word(ordinal) && !ordinal->gap &&
			    oq_token_is_dash(&sentence->tokens[at - 2]) &&
			    oq_token_is_number(&sentence->tokens[at - 3]);
	return suffixed ? at - 3 : G_MAXUINT;
}

/* ғ. соңы, ғ. екінші жартысы, ғ. 2-ші жартысы */
static gboolean
is_before_part(const OqSentence *sentence, guint at)
{
	guint end = at + (oq_token_is_number(oq_sentence_token(sentence, at)) ? 4 : 2);
	for (guint i = at; i <= end; i++) {
		const OqToken *token = oq_sentence_token(sentence, i);
		if (oq_sentence_context(sentence, token) & OQ_CONTEXT_PART)
			return TRUE;
	}
	return FALSE;
}

/* 90-шы ж. and 90 ж. басында are decades. */
static gboolean
is_decade(const OqSentence *sentence, guint at, const Found *found)
{
	const OqToken *number = &sentence->tokens[found->number];
	if (!oq_token_is_number(number) || found->word->attributive == NULL)
		return FALSE;
	guint value = oq_sentence_value(sentence, number);
	return value >= 20 && value < 100 && value % 10 == 0 &&
	       (found->number + 1 < at || is_before_part(sentence, found->behind));
}

static gboolean
find(const OqSentence *sentence, guint at, Found *found)
{
	guint n_tokens;
	found->word = read_word(sentence, at, &n_tokens);
	if (found->word == NULL)
		return FALSE;
	found->number = find_number(sentence, at);
	if (found->number == G_MAXUINT || oq_ages_is_weight(sentence, found->number, at))
		return FALSE;
	found->behind = at + n_tokens + oq_sentence_skip_point(sentence, at + n_tokens);
	gboolean range = found->number > 1 &&
			 oq_token_is_dash(&sentence->tokens[found->number - 1]) &&
			 is_numeral(sentence, found->number - 2);
	found->plural = range || is_decade(sentence, at, found);
	return TRUE;
}

/* ХХ ғ. 30-жж.: the decade of a century */
static gboolean
is_before_decade(const OqSentence *sentence, guint at)
{
	guint n_tokens, word = at + 1;
	if (!oq_token_is_number(oq_sentence_token(sentence, at)))
		return FALSE;
	for (; word < at + 4 && oq_token_is_dash(oq_sentence_token(sentence, word)); word += 2)
		if (!oq_token_is_number(oq_sentence_token(sentence, word + 1))) {
			word++;
			break;
		}
	const OqToken *token = oq_sentence_token(sentence, word);
	return oq_token_is_word(token) && ((oq_sentence_context(sentence, token) &
						   (OQ_CONTEXT_YEAR | OQ_CONTEXT_YEAR_OR_SPAN)) ||
						  read_word(sentence, word, &n_tokens) != NULL);
}

/* 20 ж. бұрын */
static gboolean
is_span(const OqSentence *sentence, const Found *found)
{
	const OqToken *number = &sentence->tokens[found->number];
	if (!oq_token_is_number(number) || oq_sentence_value(sentence, number) >= 1000)
		return FALSE;
	for (guint i = 0; i < SPAN_WORDS_BEHIND; i++) {
		const OqToken *token = oq_sentence_token(sentence, found->behind + i);
		if (!oq_token_is_word(token))
			return FALSE;
		if (oq_sentence_context(sentence, token) & OQ_CONTEXT_SPAN)
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_possessive(const OqSentence *sentence, const OqSuffixes *ending)
{
	guint n_all;
	const OqSuffix *all = oq_lexicon_suffixes(sentence->lexicon, &n_all);
	for (guint i = 0; i < ending->n; i++)
		if (all[ending->suffix[i]].kind == OQ_SUFFIX_POSSESSIVE)
			return TRUE;
	return FALSE;
}

/* 1919 ж. шартын, 1941–1945 жж. соғыста, but 1939 ж. соғыс, 1939 ж. соғысқа: in that year;
 * 2024 ж. 15 наурызда, 2024 ж. наурызда */
static gboolean
is_attributive(const OqSentence *sentence, const Found *found)
{
	OqSuffixes ending;
	const OqToken *noun = oq_sentence_token(sentence, found->behind);
	if (found->word->attributive == NULL || found->word->attributive_plural == NULL)
		return FALSE;
	guint day = found->behind + (oq_token_has(noun, OQ_ROLE_OPENER | OQ_ROLE_UNQUOTE) ? 1 : 0);
	guint month = found->behind;
	if (oq_months_is_day(sentence, day))
		month = oq_sentence_behind_range(sentence, day) + (day - found->behind);
	if (oq_token_is_dash(oq_sentence_token(sentence, month)))
		month++;
	if (!found->plural && oq_months_at(sentence, month) > 0)
		return TRUE;
	return oq_sentence_find_ending(sentence, noun, OQ_CONTEXT_OF_YEAR, &ending) &&
	       (found->plural || is_possessive(sentence, &ending));
}

/* мамырында: the year before it is its owner */
static gboolean
is_owned_month(const OqSentence *sentence, guint at)
{
	const OqToken *token = oq_sentence_token(sentence, at);
	OqSuffixes ending;
	if (oq_months_at(sentence, at) != 1)
		return FALSE;
	/* қаңтар–наурызында */
	if (oq_token_is_dash(oq_sentence_token(sentence, at + 1)) &&
		oq_months_at(sentence, at + 2) == 1)
		token = &sentence->tokens[at + 2];
	OqSlice word = oq_sentence_lower(sentence, token);
	for (guint month = 1; month <= OQ_N_MONTHS; month++) {
		OqSlice stem = oq_slice(oq_lexicon_month(sentence->lexicon, month, TRUE));
		if (oq_slice_has_prefix(word, stem) &&
			oq_suffixes_parse_case(
				sentence->lexicon, oq_slice_skip(word, stem.length), &ending))
			return is_possessive(sentence, &ending);
	}
	return FALSE;
}

/* жж. is plural already. */
static void
say_stem(OqRuleContext *context, const Found *found, gboolean plural)
{
	const char *years = oq_lexicon_word(context->sentence->lexicon, OQ_WORD_YEARS);
	const char *stem = found->word->stem;
	oq_rule_append(context, stem);
	if (plural && !g_str_equal(stem, years) && !g_str_equal(stem, found->word->plural))
		oq_rule_attach(context, OQ_NAMED_PLURAL);
}

/* 2030 ж ға */
static guint
say_with_loose_suffix(OqRuleContext *context, const Found *found)
{
	const OqSentence *sentence = context->sentence;
	OqSuffixes suffixes;
	const OqToken *word = &sentence->tokens[found->behind];
	const char *attributive = found->word->attributive;
	if (attributive != NULL && g_str_has_prefix(attributive, found->word->stem) &&
		oq_slice_equals(oq_sentence_lower(sentence, word),
			attributive + strlen(found->word->stem))) {
		oq_rule_append(context, attributive); /* 2019 ж ғы */
		return 1;
	}
	if (oq_sentence_is_point(sentence, found->behind - 1) ||
		oq_loose_find_suffix(sentence, found->behind, &suffixes) == 0)
		return 0;
	say_stem(context, found, found->plural);
	return oq_rule_suffix(context, found->behind);
}

/* ж-дан is жылдан, ж-дары жылдары, ж-ы жылы; ж-ғы is жылғы */
static guint
say_with_suffix(OqRuleContext *context, const Found *found)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *hyphen = oq_sentence_token(sentence, found->behind),
		      *word = oq_sentence_token(sentence, found->behind + 1);
	if (oq_token_is_word(hyphen))
		return say_with_loose_suffix(context, found);
	if (!oq_token_is_dash(hyphen) || hyphen->gap || !oq_token_is_word(word) || word->gap)
		return 0;
	const char *attributive = found->word->attributive;
	OqSlice written = oq_sentence_lower(sentence, word);
	gsize n_stem = strlen(found->word->stem);
	if (attributive != NULL && g_str_has_prefix(attributive, found->word->stem) &&
		oq_slice_equals(written, attributive + n_stem)) {
		oq_rule_append(context, attributive);
		return 2;
	}
	OqSuffixes suffixes;
	const OqSuffix *first = oq_sentence_find_suffix(sentence, found->behind, &suffixes);
	gboolean many = first == oq_lexicon_suffix(sentence->lexicon, OQ_NAMED_PLURAL);
	say_stem(context, found, found->plural && !many);
	if (first == NULL) {
		/* ғ-ң is cut short */
		oq_rule_attach(context, OQ_NAMED_GENITIVE);
		return oq_slice_has_suffix(oq_slice(context->words->str), written) ? 2 : 0;
	}
	return oq_rule_suffix(context, found->behind);
}

/* The case that the writer left out. */
static gboolean
say_with_case(OqRuleContext *context, const Found *found)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *next = oq_sentence_token(sentence, found->behind);
	OqContext said = oq_sentence_context(sentence, next);
	gboolean century = g_str_equal(found->word->stem, found->word->singular);
	OqNamedSuffix ending;
	if (found->plural && (said & OQ_CONTEXT_BESIDE_DATE)) {
		say_stem(context, found, TRUE); /* жылдар аралығында */
		return TRUE;
	}
	if (is_before_part(sentence, found->behind) ||
		(century && is_before_decade(sentence, found->behind)) ||
		(!found->plural && !century && is_owned_month(sentence, found->behind)))
		ending = OQ_NAMED_GENITIVE;
	else if (said & OQ_CONTEXT_TO_DATE)
		ending = OQ_NAMED_DATIVE;
	else if (said & OQ_CONTEXT_FROM_DATE)
		ending = OQ_NAMED_ABLATIVE;
	else if (century && oq_sentence_is_verb(sentence, next))
		ending = OQ_NAMED_LOCATIVE;
	else
		return FALSE;
	say_stem(context, found, found->plural);
	oq_rule_attach(context, ending);
	return TRUE;
}

/* 21 ақпан 2025 ж. and (1845 ж. – 1904 ж.): nothing is said to be in that year */
static gboolean
is_label(const OqSentence *sentence, const Found *found)
{
	const OqToken *next = oq_sentence_token(sentence, found->behind);
	gboolean end = next == NULL || oq_token_has(next, OQ_ROLE_PUNCTUATION);
	if (found->plural || !end || found->word->attributive == NULL)
		return FALSE;
	guint before = found->number;
	if (before > 0 && oq_token_is_sign(&sentence->tokens[before - 1], ','))
		before--;
	const OqToken *first = found->number > 0 ? &sentence->tokens[found->number - 1] : NULL;
	gboolean opened = oq_token_is_sign(first, '(');
	gboolean closes = oq_token_is_sign(next, ')') && (opened || oq_token_is_dash(first));
	gboolean opens = oq_token_is_dash(next) && opened;
	return closes || opens || oq_months_before(sentence, before) != G_MAXUINT;
}

static const char *
form_of(const OqSentence *sentence, const Found *found)
{
	if (is_attributive(sentence, found))
		return found->plural ? found->word->attributive_plural : found->word->attributive;
	return found->plural ? found->word->plural : found->word->singular;
}

guint
oq_year_words_abbreviation(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	Found found;
	if (!find(sentence, at, &found))
		return 0;
	guint n_suffix = say_with_suffix(context, &found);
	if (n_suffix > 0)
		return found.behind + n_suffix - at;
	g_string_truncate(context->words, 0);
	if (oq_ages_is_age(sentence, found.number, at))
		oq_rule_say(context, OQ_WORD_AGED);
	else if (is_span(sentence, &found) || is_label(sentence, &found))
		oq_rule_say(context, OQ_WORD_YEAR);
	else if (!say_with_case(context, &found))
		oq_rule_append(context, form_of(sentence, &found));
	return found.behind - at;
}
