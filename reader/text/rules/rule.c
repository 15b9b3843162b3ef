/* rule.c - see the header. */
#include "text/rules/rule.h"

#include <string.h>

const OqToken *
oq_rule_token(const OqRuleContext *context, guint at)
{
	return at < context->n_tokens ? &context->tokens[at] : NULL;
}

OqSlice
oq_rule_text(const OqRuleContext *context, const OqToken *token)
{
	return (OqSlice){context->sentence + token->start, token->end - token->start};
}

OqSlice
oq_rule_lower(OqRuleContext *context, const OqToken *token)
{
	OqSlice text = oq_rule_text(context, token);
	if (!token->any_capital)
		return text;
	oq_letters_lower(oq_lexicon_letters(context->lexicon), text, context->lower);
	return (OqSlice){context->lower->str, context->lower->len};
}

gboolean
oq_rule_is_number(const OqToken *token)
{
	return token != NULL && token->kind == OQ_TOKEN_NUMBER;
}

gboolean
oq_rule_is_word(const OqToken *token)
{
	return token != NULL && token->kind == OQ_TOKEN_WORD;
}

gboolean
oq_rule_is_sign(const OqToken *token, gunichar sign)
{
	return token != NULL && token->kind == OQ_TOKEN_SIGN && token->sign == sign;
}

gboolean
oq_rule_is_dash(const OqToken *token)
{
	return oq_token_has(token, OQ_ROLE_DASH | OQ_ROLE_MINUS);
}

const OqSuffix *
oq_rule_find_suffix(OqRuleContext *context, guint at, OqSuffixes *suffixes)
{
	const OqToken *hyphen = oq_rule_token(context, at), *word = oq_rule_token(context, at + 1);
	if (!oq_rule_is_dash(hyphen) || hyphen->gap || !oq_rule_is_word(word) || word->gap ||
		!oq_suffixes_parse(context->lexicon, oq_rule_lower(context, word), suffixes))
		return NULL;
	guint n_all;
	return &oq_lexicon_suffixes(context->lexicon, &n_all)[suffixes->suffix[0]];
}

guint
oq_rule_suffix(OqRuleContext *context, guint at)
{
	OqSuffixes suffixes;
	if (oq_rule_find_suffix(context, at, &suffixes) == NULL)
		return 0;
	oq_suffixes_attach(context->lexicon, &suffixes, context->words);
	return 2;
}

guint
oq_rule_suffix_of_kind(OqRuleContext *context, guint at, OqSuffixKind kind)
{
	OqSuffixes suffixes;
	const OqSuffix *first = oq_rule_find_suffix(context, at, &suffixes);
	return first != NULL && first->kind == kind ? oq_rule_suffix(context, at) : 0;
}

/* Республикасы, but not қы, the name of a letter. */
static gboolean
ends_in_possessive(const OqRuleContext *context)
{
	OqSuffixes possessive;
	if (!oq_suffixes_find(context->lexicon, "possessive", &possessive))
		return FALSE;
	guint n_all;
	const OqSuffix *suffix =
		&oq_lexicon_suffixes(context->lexicon, &n_all)[possessive.suffix[0]];
	const char *space = strrchr(context->words->str, ' ');
	OqSlice last = oq_slice(space != NULL ? space + 1 : context->words->str);
	oq_letters_lower(oq_lexicon_letters(context->lexicon), last, context->lower);
	if (oq_lexicon_context(context->lexicon, oq_slice(context->lower->str), FALSE) &
		OQ_CONTEXT_UNPOSSESSED)
		return FALSE;
	for (guint i = 0; i < 2 * OQ_N_ENDINGS; i++) {
		const char *form = suffix->forms[i / 2].form[i % 2];
		if (form == NULL || !oq_slice_has_suffix(last, oq_slice(form)))
			continue;
		OqSlice stem = {last.data, last.length - strlen(form)};
		if (oq_letters_has_vowel(oq_lexicon_letters(context->lexicon), stem))
			return TRUE;
	}
	return FALSE;
}

guint
oq_rule_suffix_of_phrase(OqRuleContext *context, guint at)
{
	OqSuffixes suffixes;
	if (!ends_in_possessive(context))
		return oq_rule_suffix(context, at);
	if (oq_rule_find_suffix(context, at, &suffixes) == NULL)
		return 0;
	oq_suffixes_attach_behind_possessive(context->lexicon, &suffixes, context->words);
	return 2;
}

guint
oq_rule_value(const OqRuleContext *context, const OqToken *number)
{
	OqSlice digits = oq_rule_text(context, number);
	guint value = 0;
	if (digits.length > 4)
		return G_MAXUINT;
	for (gsize i = 0; i < digits.length; i++)
		value = value * 10 + (digits.data[i] - '0');
	return value;
}

static gboolean
is_case_ending(const OqRuleContext *context, OqSlice ending)
{
	OqSuffixes suffixes;
	return ending.length == 0 || oq_suffixes_parse_case(context->lexicon, ending, &suffixes);
}

OqContext
oq_rule_context(OqRuleContext *context, const OqToken *token)
{
	if (!oq_rule_is_word(token))
		return OQ_CONTEXT_NONE;
	OqSlice word = oq_rule_lower(context, token);
	OqContext found = oq_lexicon_context(context->lexicon, word, FALSE);
	gsize length = 0;
	while (length < word.length && length < oq_lexicon_max_stem_bytes(context->lexicon)) {
		length += g_utf8_skip[(guchar)word.data[length]];
		OqContext of_stem =
			oq_lexicon_context(context->lexicon, (OqSlice){word.data, length}, TRUE);
		if (of_stem != OQ_CONTEXT_NONE &&
			is_case_ending(context, oq_slice_skip(word, length)))
			found |= of_stem;
	}
	return found;
}

gboolean
oq_rule_find_ending(
	OqRuleContext *context, const OqToken *token, OqContext kind, OqSuffixes *ending)
{
	if (!oq_rule_is_word(token))
		return FALSE;
	OqSlice word = oq_rule_lower(context, token);
	for (gsize length = g_utf8_skip[(guchar)word.data[0]]; length < word.length;
		length += g_utf8_skip[(guchar)word.data[length]]) {
		OqSlice stem = {word.data, length}, rest = oq_slice_skip(word, length);
		if ((oq_lexicon_context(context->lexicon, stem, TRUE) & kind) != 0 &&
			oq_suffixes_parse_case(context->lexicon, rest, ending))
			return TRUE;
	}
	return FALSE;
}

/* Endings stand in the table with their hyphen. */
gboolean
oq_rule_is_verb(OqRuleContext *context, const OqToken *token)
{
	if (!oq_rule_is_word(token))
		return FALSE;
	OqSlice word = oq_rule_lower(context, token);
	g_autoptr(GString) key = g_string_new_len(word.data, word.length);
	for (const char *p = key->str + key->len; p > key->str;) {
		p = g_utf8_prev_char(p);
		g_autofree char *ending = g_strconcat("-", p, NULL);
		if (oq_lexicon_context(context->lexicon, oq_slice(ending), FALSE) & OQ_CONTEXT_VERB)
			return p > key->str;
	}
	return FALSE;
}

gboolean
oq_rule_is_form(OqRuleContext *context, const OqToken *token, OqSlice stem)
{
	if (!oq_rule_is_word(token))
		return FALSE;
	OqSlice word = oq_rule_lower(context, token);
	return oq_slice_has_prefix(word, stem) &&
	       is_case_ending(context, oq_slice_skip(word, stem.length));
}

void
oq_rule_append(OqRuleContext *context, const char *words)
{
	if (context->words->len > 0)
		g_string_append_c(context->words, ' ');
	g_string_append(context->words, words);
}

void
oq_rule_say(OqRuleContext *context, const char *name)
{
	oq_rule_append(context, oq_lexicon_word(context->lexicon, name));
}

void
oq_rule_attach(OqRuleContext *context, const char *suffix)
{
	OqSuffixes suffixes;
	if (oq_suffixes_find(context->lexicon, suffix, &suffixes))
		oq_suffixes_attach(context->lexicon, &suffixes, context->words);
}

gboolean
oq_rule_is_point(const OqRuleContext *context, guint at)
{
	const OqToken *token = oq_rule_token(context, at);
	return oq_rule_is_sign(token, '.') && !token->gap;
}

gboolean
oq_rule_is_saying(OqRuleContext *context, const OqToken *token)
{
	if (!oq_rule_is_word(token))
		return FALSE;
	OqSlice word = oq_rule_lower(context, token);
	return oq_lexicon_sentence_word(context->lexicon, word, FALSE) == OQ_SENTENCE_WORD_SAYS ||
	       oq_lexicon_sentence_word(context->lexicon, word, TRUE) == OQ_SENTENCE_WORD_SAYS;
}

/* … .» деді, .» – деді, .» at the end */
static gboolean
ends_quote(OqRuleContext *context, guint at)
{
	const OqToken *quote = oq_rule_token(context, at);
	if (!oq_token_has(quote, OQ_ROLE_UNQUOTE) || quote->gap)
		return FALSE;
	const OqToken *next = oq_rule_token(context, at + 1);
	return next == NULL || oq_rule_is_dash(next) || oq_rule_is_saying(context, next);
}

guint
oq_rule_skip_point(OqRuleContext *context, guint at)
{
	gboolean last = at + 1 >= context->n_tokens;
	return oq_rule_is_point(context, at) && !last && !ends_quote(context, at + 1) ? 1 : 0;
}

gboolean
oq_rule_is_genitive(OqRuleContext *context, const OqToken *token)
{
	OqSuffixes genitive;
	if (!oq_rule_is_word(token) || !oq_suffixes_find(context->lexicon, "genitive", &genitive))
		return FALSE;
	guint n_all;
	const OqSuffix *suffix = &oq_lexicon_suffixes(context->lexicon, &n_all)[genitive.suffix[0]];
	OqSlice word = oq_rule_lower(context, token);
	for (guint i = 0; i < 2 * OQ_N_SUFFIX_FORMS; i++) {
		const char *form = suffix->forms[i / 2].form[i % 2];
		if (form != NULL && oq_slice_has_suffix(word, oq_slice(form)))
			return TRUE;
	}
	return FALSE;
}
