/* omissions.c - see the header. */
#include "text/rules/omissions.h"

#include "text/rules/asides.h"
#include "text/rules/signs.h"
#include "text/rules/words/addresses.h"

#define RULE_NAME "left out"

/* With fewer letters a superscript is a power: м², ab². */
#define MIN_NOTED_LETTERS 3

struct _OqOmissions {
	OqSkips skips;
	GArray *brackets; /* of guint, as oq_asides_match() gives them */
	gboolean any_brackets;

	/* Of the sentence that is looked at. */
	const OqSentence *sentence;
	const OqClean *clean;
	const OqUtterance *utterance;
};

OqOmissions *
oq_omissions_new(OqSkips skips)
{
	OqOmissions *omissions = g_new0(OqOmissions, 1);
	omissions->skips = skips;
	omissions->brackets = g_array_new(FALSE, TRUE, sizeof(guint));
	return omissions;
}

void
oq_omissions_free(OqOmissions *omissions)
{
	if (omissions == NULL)
		return;
	g_array_unref(omissions->brackets);
	g_free(omissions);
}

static gboolean
is_superscript(gunichar c)
{
	return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

/* As it was written: behind a word it was made a plain figure. */
static gboolean
is_raised(const OqOmissions *omissions, const OqToken *token)
{
	const char *written = omissions->utterance->text->str;
	const char *p = written + oq_clean_source_start(omissions->clean, token->start);
	const char *end = written + oq_clean_source_end(omissions->clean, token->end);
	gboolean raised = p < end && token->kind != OQ_TOKEN_WORD;
	for (; raised && p < end; p = g_utf8_next_char(p))
		raised = is_superscript(g_utf8_get_char(p));
	return raised;
}

/* Not that of a unit or a variable. */
static gboolean
may_have_note(const OqSentence *sentence, const OqToken *token)
{
	if (token->kind == OQ_TOKEN_WORD)
		return token->n_chars >= MIN_NOTED_LETTERS &&
		       oq_lexicon_unit(sentence->lexicon, oq_sentence_text(sentence, token)) ==
			       NULL;
	return oq_token_has(token, OQ_ROLE_TERMINAL | OQ_ROLE_PAUSE | OQ_ROLE_UNQUOTE);
}

static guint
find_raised(const OqOmissions *omissions, guint at)
{
	const OqSentence *sentence = omissions->sentence;
	guint end = at;
	if (at == 0 || !may_have_note(sentence, &sentence->tokens[at - 1]))
		return 0;
	while (end < sentence->n_tokens && !sentence->tokens[end].gap &&
		is_raised(omissions, &sentence->tokens[end]))
		end++;
	return end - at;
}

static guint
find_note(const OqOmissions *omissions, guint at)
{
	guint n_tokens = oq_asides_note(omissions->sentence, at);
	return n_tokens > 0 ? n_tokens : find_raised(omissions, at);
}

static guint
find_reference(const OqOmissions *omissions, guint at)
{
	return oq_asides_reference(omissions->sentence, at);
}

static guint
find_bracketed(const OqOmissions *omissions, guint at)
{
	guint end = omissions->any_brackets ? g_array_index(omissions->brackets, guint, at) : 0;
	return end > 0 ? end - at : 0;
}

static guint
find_emoji(const OqOmissions *omissions, guint at)
{
	return oq_signs_behind_emoji(omissions->sentence, at) - at;
}

/* The more general stands before the more particular: it takes more. */
static const struct {
	OqSkip skip;
	guint (*find)(const OqOmissions *omissions, guint at);
} finders[] = {
	{OQ_SKIP_BRACKETS, find_bracketed},
	{OQ_SKIP_NOTES, find_note},
	{OQ_SKIP_REFERENCES, find_reference},
	{OQ_SKIP_EMOJI, find_emoji},
};

/* How many tokens go, from @at on. */
static guint
find(const OqOmissions *omissions, guint at)
{
	if (omissions->sentence->tokens[at].kind == OQ_TOKEN_WORD)
		return 0;
	for (guint i = 0; i < G_N_ELEMENTS(finders); i++) {
		guint n_tokens = (finders[i].skip & omissions->skips) != 0
					 ? finders[i].find(omissions, at)
					 : 0;
		if (n_tokens > 0)
			return n_tokens;
	}
	return 0;
}

/* How many tokens of an address stay; behind them others go. */
static guint
find_host(const OqOmissions *omissions, guint at, guint *n_rest)
{
	const OqSentence *sentence = omissions->sentence;
	const OqToken *token = &sentence->tokens[at];
	guint end;
	if ((omissions->skips & OQ_SKIP_ADDRESSES) == 0 || token->kind != OQ_TOKEN_WORD ||
		!(token->gap || oq_token_has(&sentence->tokens[at - 1], OQ_ROLE_INNER)))
		return 0;
	guint rest = oq_addresses_find_rest(sentence, at, &end);
	*n_rest = end - rest;
	return end > rest ? rest - at : 0;
}

static void
add_range(const OqOmissions *omissions, guint at, guint n_tokens, OqUtterance *utterance)
{
	const OqToken *first = &omissions->sentence->tokens[at], *last = first + n_tokens - 1;
	OqLeftOut range = {
		utterance->start + oq_clean_source_start(omissions->clean, first->start),
		utterance->start + oq_clean_source_end(omissions->clean, last->end),
		RULE_NAME,
	};
	g_array_append_val(utterance->left_out, range);
}

/* Where something went a word stands apart; a sign stays with what is before it. */
static void
keep(OqSentence *sentence, guint at, guint *n_kept, gboolean behind)
{
	OqToken *token = &sentence->tokens[*n_kept];
	*token = sentence->tokens[at];
	token->gap |= behind && (token->kind != OQ_TOKEN_SIGN || *n_kept == 0 ||
					oq_token_has(token, OQ_ROLE_INNER));
	*n_kept += 1;
}

static void
take(const OqOmissions *omissions, OqSentence *sentence, OqUtterance *utterance)
{
	guint n_kept = 0, n_rest = 0;
	gboolean behind = FALSE;
	for (guint at = 0, n_tokens; at < sentence->n_tokens;) {
		for (guint n = find_host(omissions, at, &n_rest); n > 0; n--, behind = FALSE)
			keep(sentence, at++, &n_kept, behind);
		n_tokens = n_rest > 0 ? n_rest : find(omissions, at);
		n_rest = 0;
		if (n_tokens > 0)
			add_range(omissions, at, n_tokens, utterance);
		else
			keep(sentence, at, &n_kept, behind);
		behind = n_tokens > 0;
		at += MAX(n_tokens, 1);
	}
	sentence->n_tokens = n_kept;
}

void
oq_omissions_take(
	OqOmissions *omissions, OqSentence *sentence, const OqClean *clean, OqUtterance *utterance)
{
	omissions->sentence = sentence;
	omissions->clean = clean;
	omissions->utterance = utterance;
	omissions->any_brackets = (omissions->skips & OQ_SKIP_BRACKETS) != 0 &&
				  oq_asides_match(sentence, omissions->brackets);
	take(omissions, sentence, utterance);
}
