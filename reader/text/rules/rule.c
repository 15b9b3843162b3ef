/* rule.c - see the header. */
#include "text/rules/rule.h"

#include "text/words/loose.h"
#include "text/words/numerals.h"

#include <string.h>

/* As if the sentence ended before the user's words. */
static guint
try_beginning(const OqRule *rule, OqRuleContext *context, guint at)
{
	const OqSentence *whole = context->sentence;
	OqSentence beginning = *whole;
	beginning.n_tokens = context->limit;
	g_string_truncate(context->words, 0);
	context->keeps_signs = FALSE;
	context->sentence = &beginning;
	guint n_taken = rule->apply(context, at);
	context->sentence = whole;
	return n_taken;
}

guint
oq_rule_try(const OqRule *rule, OqRuleContext *context, guint at, gboolean says_ahead)
{
	gboolean is_limited = context->limit > 0 && context->limit < context->sentence->n_tokens;
	if (is_limited && says_ahead)
		return try_beginning(rule, context, at);
	g_string_truncate(context->words, 0);
	guint n_taken = rule->apply(context, at);
	return is_limited && at + n_taken > context->limit ? try_beginning(rule, context, at)
							   : n_taken;
}

void
oq_rule_append(OqRuleContext *context, const char *words)
{
	if (context->words->len > 0)
		g_string_append_c(context->words, ' ');
	g_string_append(context->words, words);
}

void
oq_rule_append_slice(OqRuleContext *context, OqSlice words)
{
	oq_rule_append(context, "");
	g_string_append_len(context->words, words.data, (gssize)words.length);
}

void
oq_rule_say(OqRuleContext *context, OqNamedWord word)
{
	oq_rule_append(context, oq_lexicon_word(context->sentence->lexicon, word));
}

void
oq_rule_say_cardinal(OqRuleContext *context, const OqToken *number)
{
	const OqSentence *sentence = context->sentence;
	oq_numerals_cardinal(sentence->lexicon, oq_sentence_text(sentence, number), context->words);
}

void
oq_rule_say_ordinal(OqRuleContext *context, const OqToken *number)
{
	oq_rule_say_cardinal(context, number);
	oq_numerals_make_ordinal(context->sentence->lexicon, context->words);
}

void
oq_rule_attach(OqRuleContext *context, OqNamedSuffix suffix)
{
	const OqSentence *sentence = context->sentence;
	OqSuffixes suffixes = oq_suffixes_named(sentence->lexicon, suffix);
	oq_suffixes_attach(sentence->lexicon, &suffixes, context->words);
}

guint
oq_rule_suffix(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	OqSuffixes suffixes;
	guint n_taken = oq_loose_find_suffix(sentence, at, &suffixes);
	if (n_taken > 0)
		oq_suffixes_attach(sentence->lexicon, &suffixes, context->words);
	return n_taken;
}

guint
oq_rule_particle(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	OqSuffixes suffixes;
	if (!oq_loose_find_particle(sentence, at, &suffixes))
		return 0;
	g_autoptr(GString) joined = g_string_new(context->words->str);
	oq_suffixes_attach(sentence->lexicon, &suffixes, joined);
	gsize n_bytes = sentence->tokens[at].end - sentence->tokens[at].start;
	oq_rule_append(context, joined->str + joined->len - n_bytes);
	return 1;
}

guint
oq_rule_cut_genitive(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *hyphen = oq_sentence_token(sentence, at),
		      *word = oq_sentence_token(sentence, at + 1);
	if (!oq_token_is_dash(hyphen) || hyphen->gap || !oq_token_is_word(word) || word->gap ||
		word->n_chars > 1)
		return 0;
	gsize length = context->words->len;
	OqSuffixes genitive = oq_suffixes_named(sentence->lexicon, OQ_NAMED_GENITIVE);
	oq_rule_attach_to_phrase(context, &genitive);
	if (oq_slice_has_suffix(oq_slice(context->words->str), oq_sentence_lower(sentence, word)))
		return 2;
	g_string_truncate(context->words, length);
	return 0;
}

guint
oq_rule_suffix_of_kind(OqRuleContext *context, guint at, OqSuffixKind kind)
{
	OqSuffixes suffixes;
	const OqSuffix *first = oq_sentence_find_suffix(context->sentence, at, &suffixes);
	return first != NULL && first->kind == kind ? oq_rule_suffix(context, at) : 0;
}

/* The length of the ending of Республикасы; 0: there is none, as of қы, the name of a letter. */
static gsize
find_possessive(const OqRuleContext *context)
{
	gsize length = 0;
	const OqSentence *sentence = context->sentence;
	const OqSuffix *possessive = oq_lexicon_suffix(sentence->lexicon, OQ_NAMED_POSSESSIVE);
	const char *space = strrchr(context->words->str, ' ');
	OqSlice last = oq_slice(space != NULL ? space + 1 : context->words->str);
	oq_letters_lower(oq_lexicon_letters(sentence->lexicon), last, sentence->lower);
	if (oq_lexicon_context(sentence->lexicon, oq_slice(sentence->lower->str), FALSE) &
		OQ_CONTEXT_UNPOSSESSED)
		return 0;
	for (guint i = 0; i < 2 * OQ_N_ENDINGS; i++) {
		const char *form = possessive->forms[i / 2].form[i % 2];
		if (form == NULL || !oq_slice_has_suffix(last, oq_slice(form)))
			continue;
		OqSlice stem = {last.data, last.length - strlen(form)};
		if (oq_letters_has_vowel(oq_lexicon_letters(sentence->lexicon), stem))
			length = MAX(length, strlen(form));
	}
	return length;
}

gboolean
oq_rule_find_suffix_of_phrase(const OqSentence *sentence, guint at, OqSuffixes *suffixes)
{
	const OqToken *hyphen = oq_sentence_token(sentence, at),
		      *word = oq_sentence_token(sentence, at + 1);
	if (oq_sentence_find_suffix(sentence, at, suffixes) != NULL)
		return TRUE;
	return oq_token_is_dash(hyphen) && !hyphen->gap && oq_token_is_word(word) && !word->gap &&
	       oq_suffixes_parse_behind_possessive(
		       sentence->lexicon, oq_sentence_lower(sentence, word), suffixes);
}

guint
oq_rule_suffix_of_phrase(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	OqSuffixes suffixes;
	guint n_taken = oq_rule_find_suffix_of_phrase(sentence, at, &suffixes)
				? 2
				: oq_loose_find_suffix(sentence, at, &suffixes);
	if (n_taken > 0)
		oq_rule_attach_to_phrase(context, &suffixes);
	return n_taken;
}

/* докторы and -лар: the plural stands before the possessive. */
static gboolean
attach_plural(OqRuleContext *context, gsize n_possessive, const OqSuffixes *suffixes)
{
	guint n_all;
	const OqLexicon *lexicon = context->sentence->lexicon;
	const OqSuffix *all = oq_lexicon_suffixes(lexicon, &n_all);
	const OqSuffix *plural = oq_lexicon_suffix(lexicon, OQ_NAMED_PLURAL);
	if (n_possessive == 0 || &all[suffixes->suffix[0]] != plural)
		return FALSE;
	g_string_truncate(context->words, context->words->len - n_possessive);
	oq_rule_attach(context, OQ_NAMED_PLURAL);
	oq_rule_attach(context, OQ_NAMED_POSSESSIVE);
	OqSuffixes rest = {0};
	for (guint i = 1; i < suffixes->n; i++)
		if (all[suffixes->suffix[i]].kind != OQ_SUFFIX_POSSESSIVE)
			rest.suffix[rest.n++] = suffixes->suffix[i];
	if (rest.n > 0)
		oq_suffixes_attach_behind_possessive(lexicon, &rest, context->words);
	return TRUE;
}

void
oq_rule_attach_to_phrase(OqRuleContext *context, const OqSuffixes *suffixes)
{
	const OqLexicon *lexicon = context->sentence->lexicon;
	gsize n_possessive = find_possessive(context);
	if (attach_plural(context, n_possessive, suffixes))
		return;
	if (n_possessive > 0)
		oq_suffixes_attach_behind_possessive(lexicon, suffixes, context->words);
	else
		oq_suffixes_attach(lexicon, suffixes, context->words);
}
